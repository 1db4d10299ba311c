import Foundation

/// A day of the calendar, as people in Britain count them: a birthday, the day a
/// group meets. It has no time and no zone.
public struct Day: Hashable, Comparable, Sendable, LosslessStringConvertible {
    /// Days since 1 January 1970.
    public let number: Int

    public init(number: Int) {
        self.number = number
    }

    /// The day it is in London at that instant.
    public init(_ instant: Date) {
        let seconds = instant.timeIntervalSince1970 + Double(London.offset(at: instant))
        number = Int((seconds / 86_400).rounded(.down))
    }

    /// There is none if the calendar has no such day: 31 April, 29 February 2026.
    public init?(year: Int, month: Int, day: Int) {
        guard (1...9999).contains(year), (1...12).contains(month), (1...31).contains(day) else { return nil }
        let made = Day(number: Self.number(year, month, day))
        guard made.date == (year, month, day) else { return nil }
        self = made
    }

    /// Reads 2026-04-14.
    public init?(_ text: String) {
        var text = text
        let read: (Int, Int, Int)? = text.withUTF8 { bytes in
            guard bytes.count == 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-") else {
                return nil
            }
            guard let year = Int(digits: bytes, 0..<4), let month = Int(digits: bytes, 5..<7),
                let day = Int(digits: bytes, 8..<10)
            else { return nil }
            return (year, month, day)
        }
        guard let read else { return nil }
        self.init(year: read.0, month: read.1, day: read.2)
    }

    /// As it is kept and exchanged: 2026-04-14.
    public var description: String {
        let (year, month, day) = date
        return "\(year.padded(4))-\(month.padded(2))-\(day.padded(2))"
    }

    public static func < (one: Day, other: Day) -> Bool {
        one.number < other.number
    }

    public func advanced(by days: Int) -> Day {
        Day(number: number + days)
    }

    /// The whole years between this birthday and that day.
    public func age(on day: Day) -> Int {
        let (born, now) = (date, day.date)
        let hadBirthday = (now.month, now.day) >= (born.month, born.day)
        return now.year - born.year - (hadBirthday ? 0 : 1)
    }

    /// Days and civil dates, after Howard Hinnant's published algorithms
    /// ("chrono-compatible low-level date algorithms"); years count from March.
    public var date: (year: Int, month: Int, day: Int) {
        let shifted = number + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let marchMonth = (5 * dayOfYear + 2) / 153
        let month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
        let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        return (year, month, dayOfYear - (153 * marchMonth + 2) / 5 + 1)
    }

    static func number(_ year: Int, _ month: Int, _ day: Int) -> Int {
        let year = month <= 2 ? year - 1 : year
        let era = (year >= 0 ? year : year - 399) / 400
        let yearOfEra = year - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        return era * 146_097 + dayOfEra - 719_468
    }
}

extension Int {
    /// Reads digits of ASCII and nothing else.
    public init?(digits bytes: UnsafeBufferPointer<UInt8>, _ places: Range<Int>) {
        var number = 0
        for place in places {
            guard bytes[place].isDigit else { return nil }
            number = number * 10 + Int(bytes[place] - UInt8(ascii: "0"))
        }
        self = number
    }
}
