import Foundation
import Kernel
import Store

/// The days and hours a link worker has agreed to be at a practice.
struct Presence: Sendable, Equatable {
    let weekday: Weekday
    let from: Int
    let until: Int
    let room: String

    var hours: String { "\(TimeOfDay.clock(from)) to \(TimeOfDay.clock(until))" }

    /// *In today until 16:00* once they are there, *in today from 09:00 to 16:00* before,
    /// *in tomorrow from 09:00*, *in on Thursday*.
    static func words(_ week: [Presence], at now: Date) -> String {
        let today = Day(now)
        for ahead in 0..<7 {
            let day = today.advanced(by: ahead)
            guard let there = week.first(where: { $0.weekday == day.weekday }) else { continue }
            switch ahead {
            case 0 where London.time(now) < TimeOfDay.clock(there.from): return "in today from \(there.hours)"
            case 0 where London.time(now) < TimeOfDay.clock(there.until):
                return "in today until \(TimeOfDay.clock(there.until))"
            case 0: continue
            case 1: return "in tomorrow from \(TimeOfDay.clock(there.from))"
            default: return "in on \(day.weekday.name) from \(TimeOfDay.clock(there.from))"
            }
        }
        return week.isEmpty ? "no fixed days here" : "in again in a week"
    }
}

extension Presence: Stored {
    init(_ row: Row) throws {
        try self.init(
            weekday: Weekday(rawValue: row("weekday")) ?? .monday,
            from: row("from_minute"),
            until: row("until_minute"),
            room: row("room")
        )
    }

    /// The hours that stood at a moment: what was said last of each weekday until
    /// then, where that was not *not there any more*.
    static func agreed(at moment: Date) -> SQL {
        """
        SELECT placement, weekday, from_minute, until_minute, room
        FROM agreed_hours
        WHERE from_minute IS NOT NULL AND said_at = (
            SELECT MAX(said.said_at)
            FROM agreed_hours AS said
            WHERE said.placement = agreed_hours.placement AND said.weekday = agreed_hours.weekday
                AND said.said_at <= \(moment))
        """
    }
}

extension Reader {
    /// The weeks of all placements at these practices as they stood at a moment.
    func presences(
        at practices: [Organisation.ID],
        at moment: Date
    ) throws -> [Placement.ID: [Presence]] {
        let found: [(Placement.ID, Presence)] = try rows(
            """
            \(Presence.agreed(at: moment))
                AND placement IN (SELECT id FROM placement WHERE practice IN (\(each: practices)))
            ORDER BY weekday
            """
        ).map { try ($0("placement"), Presence($0)) }
        return Dictionary(grouping: found, by: \.0).mapValues { $0.map(\.1) }
    }
}
