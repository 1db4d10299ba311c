extension Day {
    /// Reads a day as people write it: 14/5/1979, 14 May 1979, 14.05.79 is not
    /// read (which century?), 1979-05-14 is.
    public init?(typed text: String) {
        if let day = Day(text.trimmingSpaces()) {
            self = day
            return
        }
        let parts = text.lowercased().split { " /.-,".contains($0) }
        guard parts.count == 3, parts[2].count == 4, let day = Int(parts[0]), let year = Int(parts[2]) else {
            return nil
        }
        guard let month = Int(parts[1]) ?? Self.month(named: parts[1]) else { return nil }
        self.init(year: year, month: month, day: day)
    }

    private static func month(named name: Substring) -> Int? {
        guard name.count >= 3 else { return nil }
        let names = [
            "january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
            "november", "december",
        ]
        return names.firstIndex { $0.hasPrefix(name) }.map { $0 + 1 }
    }
}
