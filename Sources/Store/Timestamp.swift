import Foundation
import Kernel

extension Date {
    /// To the millisecond, the finest both engines keep alike: 2026-04-14T08:30:00.250Z.
    /// Every one has the same length, so they sort as text.
    public var timestamp: String {
        let milliseconds = Int((timeIntervalSince1970 * 1000).rounded(.down))
        let day = Int((Double(milliseconds) / 86_400_000).rounded(.down))
        let rest = milliseconds - day * 86_400_000
        let date = Day(number: day).date
        return String(unsafeUninitializedCapacity: 24) { text in
            text.write(date.year, 4, at: 0, then: "-")
            text.write(date.month, 2, at: 5, then: "-")
            text.write(date.day, 2, at: 8, then: "T")
            text.write(rest / 3_600_000, 2, at: 11, then: ":")
            text.write(rest / 60_000 % 60, 2, at: 14, then: ":")
            text.write(rest / 1000 % 60, 2, at: 17, then: ".")
            text.write(rest % 1000, 3, at: 20, then: "Z")
            return 24
        }
    }

    /// Reads what either engine writes: `2026-04-14T08:30:00.250Z`, and
    /// `2026-04-14 08:30:00.25+00`. Both are always of Greenwich.
    public init?(timestamp text: String) {
        var text = text
        let seconds: Double? = text.withUTF8 { bytes in
            guard bytes.count >= 20,
                let year = Int(digits: bytes, 0..<4), let month = Int(digits: bytes, 5..<7),
                let dayOfMonth = Int(digits: bytes, 8..<10),
                let day = Day(year: year, month: month, day: dayOfMonth),
                let hour = Int(digits: bytes, 11..<13), let minute = Int(digits: bytes, 14..<16),
                let second = Int(digits: bytes, 17..<19)
            else { return nil }
            let whole = day.number * 86_400 + hour * 3600 + minute * 60 + second
            return Double(whole) + (bytes.fraction(at: 19) * 1000).rounded() / 1000
        }
        guard let seconds else { return nil }
        self.init(timeIntervalSince1970: seconds)
    }
}

extension UnsafeMutableBufferPointer<UInt8> {
    /// A number in so many digits, and the character after it.
    fileprivate func write(_ number: Int, _ digits: Int, at start: Int, then next: Unicode.Scalar) {
        var rest = number
        for place in stride(from: start + digits - 1, through: start, by: -1) {
            self[place] = UInt8(ascii: "0") + UInt8(rest % 10)
            rest /= 10
        }
        self[start + digits] = UInt8(ascii: next)
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// What stands after the point, if a point stands there: `.250Z` is a quarter.
    fileprivate func fraction(at point: Int) -> Double {
        guard self[point] == UInt8(ascii: ".") else { return 0 }
        var (fraction, unit, place) = (0.0, 0.1, point + 1)
        while place < count, self[place] >= UInt8(ascii: "0"), self[place] <= UInt8(ascii: "9") {
            fraction += Double(self[place] - UInt8(ascii: "0")) * unit
            unit /= 10
            place += 1
        }
        return fraction
    }
}
