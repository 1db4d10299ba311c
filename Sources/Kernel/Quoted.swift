extension String {
    /// Somebody's words between quotation marks. Words that were typed with marks of their own stay as they are.
    public var quoted: String {
        contains("“") || hasPrefix("\"") ? self : "“\(self)”"
    }
}
