import Foundation
import Kernel

/// From when until when a room is booked, in whole quarters of an hour counted from
/// 1970. Counted so, no two quarters are ever the same: not in the hour that comes
/// twice when the clocks go back, and there is none for the hour that is left out.
struct RoomTime: Equatable, Hashable, Sendable {
    let from: Int
    let until: Int

    /// How long a quarter of an hour is, in seconds.
    static let length = 900.0

    /// Times by the clock on one day, in minutes after midnight.
    init(_ day: Day, from: Int, until: Int) throws(Refused) {
        let until = until == 0 ? 1440 : until
        guard from.isMultiple(of: 15), until.isMultiple(of: 15) else { throw .notAQuarter }
        guard from < until else { throw .wrongWayRound }
        guard let begins = Self.number(day, from), let ends = Self.number(day, until) else {
            throw .notOnTheClock
        }
        (self.from, self.until) = (begins, ends)
    }

    init(from: Int, until: Int) {
        (self.from, self.until) = (from, until)
    }

    /// All of the days from one to before another.
    init(days first: Day, before last: Day) {
        from = Self.quarter(of: London.instant(first, hour: 0))
        until = Self.quarter(of: London.instant(last, hour: 0))
    }

    enum Refused: Refusal {
        case notAQuarter
        case wrongWayRound
        case notOnTheClock

        var sentence: String {
            switch self {
            case .notAQuarter: "Rooms are booked by the quarter of an hour: 09:00, 09:15, 09:30"
            case .wrongWayRound: "The end is not after the beginning"
            case .notOnTheClock: "The clocks go forward that night, and never show that time"
            }
        }
    }

    /// The quarter in which an instant lies.
    static func quarter(of instant: Date) -> Int {
        Int((instant.timeIntervalSince1970 / length).rounded(.down))
    }

    private static func number(_ day: Day, _ minute: Int) -> Int? {
        let instant = London.instant(day, hour: minute / 60, minute: minute % 60)
        guard London.time(instant) == TimeOfDay.clock(minute % 1440) else { return nil }
        return quarter(of: instant)
    }
}

extension RoomTime {
    var begins: Date { Date(timeIntervalSince1970: Double(from) * Self.length) }
    var ends: Date { Date(timeIntervalSince1970: Double(until) * Self.length) }
    var day: Day { Day(begins) }
    var quarters: Range<Int> { from..<until }

    /// 10:00 to 11:30
    var clock: String { "\(London.time(begins)) to \(London.time(ends))" }

    /// Tuesday 14 April, 10:00 to 11:30
    var spoken: String { "\(day.spoken), \(clock)" }

    func overlaps(_ other: RoomTime) -> Bool { from < other.until && other.from < until }

    func moved(by quarters: Int) -> RoomTime { RoomTime(from: from + quarters, until: until + quarters) }

    func isRunning(at now: Date) -> Bool { begins <= now && now < ends }
}
