import Foundation
import Kernel

/// A day and a time as some wall shows them, and the zone of that wall.
struct BusyMoment: Sendable {
    let day: Day
    /// Seconds into the day; none for a whole day.
    let second: Int?
    let zone: TimeZone?

    /// `20260414T093000Z`, `20260414T093000` in a zone or, where none is said, in London's, `20260414`.
    init?(_ text: String, zone named: String?) {
        let digits = Array(text.utf8)
        guard digits.count >= 8, let day = Self.day(digits[0..<8]) else { return nil }
        self.day = day
        guard digits.count >= 15, digits[8] == UInt8(ascii: "T") else {
            guard digits.count == 8 else { return nil }
            (second, zone) = (nil, nil)
            return
        }
        guard let hour = Self.number(digits[9..<11]), let minute = Self.number(digits[11..<13]),
            let rest = Self.number(digits[13..<15]), hour < 24, minute < 60, rest < 61
        else { return nil }
        second = hour * 3_600 + minute * 60 + min(rest, 59)
        zone = digits.last == UInt8(ascii: "Z") ? .gmt : Self.zone(named)
    }

    init(day: Day, like other: BusyMoment) {
        (self.day, second, zone) = (day, other.second, other.zone)
    }

    var isWholeDay: Bool { second == nil }

    var instant: Date {
        let second = second ?? 0
        // London's clocks are known by heart; other zones are asked.
        guard let zone else {
            return London.instant(day, hour: second / 3_600, minute: second / 60 % 60) + Double(second % 60)
        }
        let wall = Date(timeIntervalSince1970: Double(day.number * 86_400 + second))
        let guess = wall - Double(zone.secondsFromGMT(for: wall))
        return wall - Double(zone.secondsFromGMT(for: guess))
    }

    private static func day(_ digits: ArraySlice<UInt8>) -> Day? {
        let start = digits.startIndex
        guard let year = number(digits[start..<start + 4]), let month = number(digits[start + 4..<start + 6]),
            let day = number(digits[start + 6..<start + 8])
        else { return nil }
        return Day(year: year, month: month, day: day)
    }

    private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
        digits.reduce(Int?(0)) { number, digit in
            guard let number, (48...57).contains(digit) else { return nil }
            return number * 10 + Int(digit - 48)
        }
    }

    /// None for London, and for a zone nobody knows: whoever works here works by London's clocks.
    private static func zone(_ named: String?) -> TimeZone? {
        guard let named, !["Europe/London", "GMT Standard Time"].contains(named) else { return nil }
        return TimeZone(identifier: windows[named] ?? named)
    }

    /// What Outlook calls the zones that are met most here.
    private static let windows = [
        "UTC": "Etc/UTC", "Greenwich Standard Time": "Africa/Abidjan",
        "W. Europe Standard Time": "Europe/Berlin",
        "Romance Standard Time": "Europe/Paris", "Central Europe Standard Time": "Europe/Budapest",
        "Central European Standard Time": "Europe/Warsaw", "E. Europe Standard Time": "Europe/Chisinau",
        "GTB Standard Time": "Europe/Bucharest", "FLE Standard Time": "Europe/Kiev",
        "Turkey Standard Time": "Europe/Istanbul", "India Standard Time": "Asia/Kolkata",
        "Pakistan Standard Time": "Asia/Karachi", "Eastern Standard Time": "America/New_York",
        "Central Standard Time": "America/Chicago", "Pacific Standard Time": "America/Los_Angeles",
    ]
}
