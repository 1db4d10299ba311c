import Kernel
import Store

/// A time at which people meet: Tuesdays from 12:00 to 14:00. Where the source
/// only has words for it, the words are what we have.
struct Gathering: Codable, Equatable, Sendable {
    /// Monday is 1.
    var weekday: Int?
    /// Minutes after midnight.
    var opens: Int?
    var closes: Int?
    var every = Every.week
    var words: String?

    enum Every: String, Codable, Column {
        case week
        case fortnight
        case month
    }

    var day: Weekday? {
        weekday.flatMap { Weekday(rawValue: $0) }
    }

    /// Tuesdays, 12:00 to 14:00
    var line: String? {
        guard let day else { return words }
        let time = opens.map { opens in
            closes.map { ", \(opens.clock) to \($0.clock)" } ?? ", from \(opens.clock)"
        }
        let rhythm =
            switch every {
            case .week: "\(day.name)s"
            case .fortnight: "Every other \(day.name)"
            case .month: "Some \(day.name)s, once a month"
            }
        return rhythm + (time ?? "")
    }
}

extension [Gathering] {
    /// Each thing once: the times, then the source's own words where they say more.
    var lines: [String] {
        var lines: [String] = []
        for line in compactMap(\.line) + compactMap(\.words) where !lines.contains(line) {
            lines.append(line)
        }
        return lines
    }
}

extension Int {
    /// These minutes after midnight as a clock shows them: 720 is 12:00.
    var clock: String {
        TimeOfDay.clock(self)
    }
}

extension Gathering: Stored {
    init(_ row: Row) throws {
        try self.init(
            weekday: row("weekday"),
            opens: row("opens"),
            closes: row("closes"),
            every: row("every"),
            words: row("words")
        )
    }
}
