import Kernel

extension HTML {
    /// What most do not need, behind a line that says what it is. It stands open where
    /// something in it was filled in or must be put right, so that nothing hides.
    package static func folded(_ summary: String, isOpen: Bool, _ content: HTML) -> HTML {
        """
        <details class="folded"\(isOpen ? " open" as HTML : nil)><summary>\(summary)</summary>\(content)</details>
        """
    }
}

extension Problems {
    /// Whether one of these fields must be put right.
    package func concern(_ fields: String...) -> Bool {
        list.contains { fields.contains($0.field) }
    }
}
