/// A time of day as clocks show it and forms send it, in minutes after midnight.
package enum TimeOfDay {
    /// Reads 9:00 and 14:00; with seconds too, as some browsers and feeds write them: 14:00:00.
    package static func minute(_ text: some StringProtocol) -> Int? {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        let isWritten = (2...3).contains(parts.count) && parts.dropFirst().allSatisfy { $0.count == 2 }
        guard isWritten, parts.allSatisfy({ $0.utf8.allSatisfy(Self.isDigit) }) else { return nil }
        guard let hour = Int(parts[0]), let minute = Int(parts[1]), hour < 24, minute < 60 else { return nil }
        return hour * 60 + minute
    }

    /// 840 is 14:00.
    package static func clock(_ minute: Int) -> String {
        "\((minute / 60).padded(2)):\((minute % 60).padded(2))"
    }

    private static func isDigit(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }
}
