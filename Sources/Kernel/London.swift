import Foundation

/// Time as the clocks of Britain show it, summer time included, and as it is
/// printed: *Tuesday 14 April*, *14:00*.
public enum London {
    private static let zone = TimeZone(identifier: "Europe/London") ?? .gmt

    /// Seconds ahead of Greenwich at that instant. Since 1996 summer time runs
    /// from the last Sunday of March to the last Sunday of October, at one in the
    /// morning of Greenwich (Summer Time Order 2002); before that the zone's
    /// tables are asked, which takes fifty times as long.
    public static func offset(at instant: Date) -> Int {
        let seconds = instant.timeIntervalSince1970
        let day = Day(number: Int((seconds / 86_400).rounded(.down)))
        let year = day.date.year
        guard year >= 1996 else { return zone.secondsFromGMT(for: instant) }
        let isSummer = seconds >= changeOfClocks(year, 3) && seconds < changeOfClocks(year, 10)
        return isSummer ? 3600 : 0
    }

    /// One in the morning of the last Sunday of a month of thirty-one days.
    private static func changeOfClocks(_ year: Int, _ month: Int) -> Double {
        let last = Day.number(year, month, 31)
        // Day 0, 1 January 1970, was a Thursday; Sundays are three days on.
        let sunday = last - ((last - 3) % 7 + 7) % 7
        return Double(sunday) * 86_400 + 3600
    }

    /// The instant at which that day's clocks show that time. On the night the
    /// clocks go back the earlier of the two is meant.
    public static func instant(_ day: Day, hour: Int, minute: Int = 0) -> Date {
        let wall = Double(day.number * 86_400 + hour * 3600 + minute * 60)
        let guess = Date(
            timeIntervalSince1970: wall - Double(offset(at: Date(timeIntervalSince1970: wall - 3600)))
        )
        return Date(timeIntervalSince1970: wall - Double(offset(at: guess)))
    }

    /// 14:00
    public static func time(_ instant: Date) -> String {
        let seconds = Int(instant.timeIntervalSince1970.rounded(.down)) + offset(at: instant)
        let minutes = ((seconds % 86_400) + 86_400) % 86_400 / 60
        return TimeOfDay.clock(minutes)
    }
}

extension Day {
    private static let months = [
        "January", "February", "March", "April", "May", "June",
        "July", "August", "September", "October", "November", "December",
    ]

    /// 14 April 2026
    public var full: String {
        let (year, month, day) = date
        return "\(day) \(Self.months[month - 1]) \(year)"
    }

    /// 14 April
    public var short: String {
        let (_, month, day) = date
        return "\(day) \(Self.months[month - 1])"
    }

    /// Tuesday 14 April
    public var spoken: String {
        "\(weekday.name) \(short)"
    }

    /// How long ago, or how soon, in the words people use: today, yesterday, 8 days ago, in 3 days.
    public func nearness(to today: Day) -> String {
        switch number - today.number {
        case 0: "today"
        case 1: "tomorrow"
        case -1: "yesterday"
        case let days where days > 1: "in \(days) days"
        case let days: "\(-days) days ago"
        }
    }
}
