import Foundation
import Kernel

extension Date {
    /// To the millisecond, the finest both engines keep alike: 2026-04-14T08:30:00.250Z.
    /// Every one has the same length, so they sort as text.
    package var timestamp: String {
        let milliseconds = Int((timeIntervalSince1970 * 1000).rounded(.down))
        let day = Int((Double(milliseconds) / 86_400_000).rounded(.down))
        let rest = milliseconds - day * 86_400_000
        let (hour, minute) = (rest / 3_600_000, rest / 60_000 % 60)
        let clock =
            "\(hour.padded(2)):\(minute.padded(2)):\((rest / 1000 % 60).padded(2)).\((rest % 1000).padded(3))"
        return "\(Day(number: day))T\(clock)Z"
    }

    /// Reads what either engine writes: `2026-04-14T08:30:00.250Z`, and
    /// `2026-04-14 08:30:00.25+00`. Both are always of Greenwich.
    package init?(timestamp text: String) {
        let bytes = Array(text.utf8)
        guard bytes.count >= 20, let day = Day(String(decoding: bytes[0..<10], as: UTF8.self)) else {
            return nil
        }
        guard
            let hour = Int(digits: bytes[11..<13]),
            let minute = Int(digits: bytes[14..<16]),
            let second = Int(digits: bytes[17..<19])
        else { return nil }
        var fraction = 0.0
        if bytes[19] == UInt8(ascii: ".") {
            var unit = 0.1
            for byte in bytes[20...] {
                guard byte >= 0x30, byte <= 0x39 else { break }
                fraction += Double(byte - 0x30) * unit
                unit /= 10
            }
        }
        let seconds = day.number * 86_400 + hour * 3600 + minute * 60 + second
        self.init(timeIntervalSince1970: Double(seconds) + (fraction * 1000).rounded() / 1000)
    }
}

extension Int {
    fileprivate init?(digits: ArraySlice<UInt8>) {
        var number = 0
        for digit in digits {
            guard digit >= 0x30, digit <= 0x39 else { return nil }
            number = number * 10 + Int(digit - 0x30)
        }
        self = number
    }
}
