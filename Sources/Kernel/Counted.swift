extension Int {
    /// This many of something: `1.counted("day")` is "1 day", `6.counted("day")` is "6 days".
    public func counted(_ noun: String, _ plural: String? = nil) -> String {
        "\(self) \(self == 1 ? noun : plural ?? noun + "s")"
    }

    /// As people write it: `2_000.written` is "2,000".
    package var written: String {
        self < 1_000 ? "\(self)" : "\((self / 1_000).written),\((self % 1_000).padded(3))"
    }

    /// With zeros in front: `7.padded(2)` is "07".
    public func padded(_ width: Int) -> String {
        let digits = String(self)
        return String(repeating: "0", count: Swift.max(0, width - digits.count)) + digits
    }
}
