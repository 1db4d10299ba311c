import Foundation
import Kernel

/// How an entry is repeated, as far as people's calendars do it: every so many days,
/// weeks, months or years, on these weekdays, until then or so many times.
struct BusyRule: Sendable {
    private let every: Every
    private let interval: Int
    private let count: Int?
    private let until: BusyMoment?
    private let weekdays: [Named]
    private let monthDays: [Int]
    private let months: [Int]
    private let position: Int?

    private enum Every: String {
        case day = "DAILY"
        case week = "WEEKLY"
        case month = "MONTHLY"
        case year = "YEARLY"
    }

    /// A weekday, and the how-manieth of the month if that is said: `TU`, `2TH`, `-1FR`.
    fileprivate struct Named: Sendable {
        let weekday: Int
        let which: Int?
    }

    /// What no calendar of a person has (every hour) is no repetition here.
    init?(_ text: String) {
        let parts = text.uppercased().split(separator: ";").map {
            $0.split(separator: "=", maxSplits: 1).map(String.init)
        }
        let said = Dictionary(
            parts.filter { $0.count == 2 }.map { ($0[0], $0[1]) },
            uniquingKeysWith: { first, _ in first }
        )
        guard let every = said["FREQ"].flatMap(Every.init(rawValue:)) else { return nil }
        self.every = every
        interval = min(max(1, said["INTERVAL"].flatMap { Int($0) } ?? 1), 1_000)
        count = said["COUNT"].flatMap { Int($0) }
        until = said["UNTIL"].flatMap { BusyMoment($0, zone: nil) }
        let numbers = { (key: String) in (said[key] ?? "").split(separator: ",").compactMap { Int($0) } }
        weekdays = (said["BYDAY"] ?? "").split(separator: ",").compactMap(Self.named)
        (monthDays, months, position) = (numbers("BYMONTHDAY"), numbers("BYMONTH"), numbers("BYSETPOS").first)
    }

    /// The last instant it may begin at.
    var ends: Date? {
        until.map { $0.isWholeDay ? $0.instant.addingTimeInterval(86_399) : $0.instant }
    }

    /// The days on which it begins, from a little before a stretch of time to its end.
    func days(from start: BusyMoment, after: Date, before: Date, _ steps: inout Int) -> [Day]? {
        let (first, last) = (Day(after).advanced(by: -2), Day(min(before, ends ?? before)).advanced(by: 1))
        var (left, days) = (count ?? .max, [Day]())
        var period = count == nil ? skipped(start.day, to: first) : 0
        while left > 0 {
            guard steps > 0 else { return nil }
            let (begins, within) = self.days(of: period, start.day)
            steps -= 1 + within.count / 8
            guard begins <= last else { break }
            for day in within where day >= start.day && left > 0 {
                left -= 1
                if day >= first, day <= last { days.append(day) }
            }
            period += interval
        }
        return days
    }

    /// So many periods lie before what is asked for: they need not be gone through.
    private func skipped(_ start: Day, to first: Day) -> Int {
        let days = first.number - start.number
        guard days > 0 else { return 0 }
        let length =
            switch every {
            case .day: 1
            case .week: 7
            case .month: 32
            case .year: 367
            }
        return days / length / interval * interval
    }

    /// Where a period begins, and its days in order.
    private func days(of period: Int, _ start: Day) -> (Day, [Day]) {
        switch every {
        case .day:
            let day = start.advanced(by: period)
            let isIn =
                (weekdays.isEmpty || weekdays.contains { $0.weekday == day.weekday.rawValue })
                && isInMonth(day)
            return (day, isIn ? [day] : [])
        case .week:
            let monday = start.monday.advanced(by: period * 7)
            let chosen = weekdays.isEmpty ? [start.weekday.rawValue] : weekdays.map(\.weekday).sorted()
            return (monday, chosen.map { monday.advanced(by: $0 - 1) }.filter(isInMonth))
        case .month: return month(start, ahead: period)
        case .year:
            guard !months.isEmpty else { return month(start, ahead: period * 12) }
            let january = Self.month(start.date.year + period, 1)
            return (
                january,
                months.sorted().flatMap { month(Self.month(start.date.year + period, $0), ahead: 0, start).1 }
            )
        }
    }

    private func isInMonth(_ day: Day) -> Bool { months.isEmpty || months.contains(day.date.month) }

    private func month(_ from: Day, ahead: Int, _ start: Day? = nil) -> (Day, [Day]) {
        let index = from.date.year * 12 + from.date.month - 1 + ahead
        let (first, next) = (
            Self.month(index / 12, index % 12 + 1), Self.month((index + 1) / 12, (index + 1) % 12 + 1)
        )
        let all = (first.number..<next.number).map { Day(number: $0) }
        var chosen = all.filter { day in
            if !monthDays.isEmpty {
                let (on, length) = (day.date.day, all.count)
                return monthDays.contains(on) || monthDays.contains(on - length - 1)
            }
            return weekdays.isEmpty
                ? day.date.day == (start ?? from).date.day : weekdays.contains { $0.isOn(day, of: all) }
        }
        if !monthDays.isEmpty, !weekdays.isEmpty {
            chosen = chosen.filter { day in weekdays.contains { $0.isOn(day, of: all) } }
        }
        if let position {
            let place = position > 0 ? position - 1 : chosen.count + position
            chosen = chosen.indices.contains(place) ? [chosen[place]] : []
        }
        return (first, every == .month ? chosen.filter(isInMonth) : chosen)
    }

    private static func month(_ year: Int, _ month: Int) -> Day {
        Day(year: min(max(year, 1), 9_999), month: month, day: 1) ?? Day(number: 0)
    }

    private static func named(_ text: Substring) -> Named? {
        let days = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"]
        guard let day = days.firstIndex(of: String(text.suffix(2))) else { return nil }
        return Named(weekday: day + 1, which: Int(text.dropLast(2)))
    }
}

extension BusyRule.Named {
    fileprivate func isOn(_ day: Day, of month: [Day]) -> Bool {
        guard day.weekday.rawValue == weekday else { return false }
        guard let which else { return true }
        let same = month.filter { $0.weekday.rawValue == weekday }
        let place = which > 0 ? which - 1 : same.count + which
        return same.indices.contains(place) && same[place] == day
    }
}
