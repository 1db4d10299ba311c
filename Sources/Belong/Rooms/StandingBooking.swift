import Foundation
import Kernel
import Store

/// A room for somebody on the same weekday at the same time by the clock, until a day
/// or until further notice. Its days are laid out as bookings some weeks ahead, so that
/// what stands in another's way is seen in time.
struct StandingBooking: Identifiable, Sendable {
    let id: Key<StandingBooking>
    let asked: Asked
    let roomName: String
    let whoName: String?

    /// So many days ahead bookings stand on the board.
    static let ahead = 42

    struct Asked: Sendable {
        let practice: Organisation.ID
        let room: Room.ID
        let weekday: Weekday
        let from: Int
        let until: Int
        let role: String
        let who: Member.ID?
        let wants: Room.Feel?
        let first: Day
        let last: Day?
    }

    /// *Every Tuesday, 09:00 to 12:00, Garden room: Link worker, Amara Okafor*
    var sentence: String {
        let whose = whoName.map { "\(asked.role), \($0)" } ?? asked.role
        let last = asked.last.map { ", until \($0.short)" } ?? ""
        let clock = "\(TimeOfDay.clock(asked.from)) to \(TimeOfDay.clock(asked.until))"
        return "Every \(asked.weekday.name), \(clock), \(roomName): \(whose)\(last)"
    }
}

extension Bookings {
    /// Books a weekday, and lays it out. Days on which somebody has the room stand
    /// among the clashes.
    @discardableResult
    func book(_ asked: StandingBooking.Asked, at now: Date = .now) async throws -> StandingBooking.ID {
        guard rooms.books(asked.practice) else { throw Missing() }
        let me = member.id
        if !rooms.keeps(asked.practice), asked.who != me { throw Missing() }
        return try await store.write { work in
            try work.mustBeThere(asked.room, at: asked.practice)
            if let who = asked.who, who != me {
                guard try work.isPlaced(who, at: asked.practice, on: Day(now)) else { throw Missing() }
            }
            let id = StandingBooking.ID(at: now)
            try work.run(
                """
                INSERT INTO standing_booking (id, practice, room, weekday, from_minute, until_minute, role, member,
                    wants, from_on, until_on, made_at, made_by)
                VALUES (\(id), \(asked.practice), \(asked.room), \(asked.weekday.rawValue), \(asked.from),
                    \(asked.until), \(asked.role), \(asked.who), \(asked.wants), \(asked.first), \(asked.last),
                    \(now), \(me))
                """
            )
            try work.layOut(
                StandingBooking(id: id, asked: asked, roomName: "", whoName: nil),
                by: me,
                at: now
            )
            try work.log(.changed, id, by: me, at: now)
            return id
        }
    }

    /// Ends a weekday. What has not begun of it is cancelled.
    func endStanding(_ id: StandingBooking.ID, at now: Date = .now) async throws {
        let me = member.id
        try await store.write { work in
            let found = try work.standingBookings("standing_booking.id = \(id)").first
            guard let asked = found?.asked,
                rooms.keeps(asked.practice) || asked.who == me && rooms.books(asked.practice)
            else { throw Missing() }
            try work.endStanding("standing_booking.id = \(id)", by: me, at: now)
            let quarter = RoomTime.quarter(of: now)
            let ahead = try work.bookings(
                "booking.standing = \(id) AND from_quarter > \(quarter) AND booking_end.booking IS NULL"
            )
            for booking in ahead {
                try work.run(
                    """
                    INSERT INTO booking_end (booking, kind, ended_at, ended_by)
                    VALUES (\(booking.id), \(Booking.End.cancelled), \(now), \(me))
                    ON CONFLICT (booking) DO NOTHING
                    """
                )
                try work.free(booking.id, from: 0)
            }
            try work.log(.changed, id, by: me, at: now)
        }
    }
}

extension Reader {
    /// Those that go on.
    func standingBookings(_ condition: SQL) throws -> [StandingBooking] {
        try rows(
            """
            SELECT standing_booking.id, standing_booking.practice, standing_booking.room, weekday, from_minute,
                until_minute, role, standing_booking.member, wants, from_on, until_on,
                room_description.name AS room_name, member.name AS member_name
            FROM standing_booking
            JOIN room_description ON room_description.room = standing_booking.room
                AND room_description.replaced_by IS NULL
            LEFT JOIN member ON member.id = standing_booking.member
            WHERE \(condition) AND NOT EXISTS (
                SELECT 1 FROM standing_booking_end WHERE standing_booking_end.standing = standing_booking.id)
            ORDER BY weekday, from_minute, standing_booking.id
            """
        ).map { row in
            try StandingBooking(
                id: row("id"),
                asked: StandingBooking.Asked(
                    practice: row("practice"),
                    room: row("room"),
                    weekday: Weekday(rawValue: row("weekday")) ?? .monday,
                    from: row("from_minute"),
                    until: row("until_minute"),
                    role: row("role"),
                    who: row("member"),
                    wants: row("wants"),
                    first: row("from_on"),
                    last: row("until_on")
                ),
                roomName: row("room_name"),
                whoName: row("member_name")
            )
        }
    }
}

extension Writer {
    /// Makes the bookings of the next weeks that are not there yet. A day on which the
    /// clocks never show that time is left out.
    @discardableResult
    func layOut(_ standing: StandingBooking, by member: Member.ID, at now: Date) throws -> Int {
        let (asked, today) = (standing.asked, Day(now))
        // Whoever ends it waits until its days are laid out, and then ends those too.
        _ = try rows("SELECT id FROM standing_booking WHERE id = \(standing.id) \(dialect.holding)")
        if try has("SELECT 1 FROM standing_booking_end WHERE standing = \(standing.id)") { return 0 }
        let first = max(today, asked.first)
        let last = min(today.advanced(by: StandingBooking.ahead), asked.last ?? Day(number: .max))
        guard first <= last else { return 0 }
        let there: [Day] = try values("SELECT on_day FROM booking WHERE standing = \(standing.id)")
        let days = (first.number...last.number).map { Day(number: $0) }
            .filter { $0.weekday == asked.weekday && !there.contains($0) }
        for day in days {
            guard let time = try? RoomTime(day, from: asked.from, until: asked.until), time.begins > now
            else { continue }
            let booked = Bookings.Asked(
                practice: asked.practice,
                room: asked.room,
                time: time,
                role: asked.role,
                who: asked.who,
                wants: asked.wants
            )
            let id = Booking.ID(at: now)
            try add(id, booked, standing: standing.id, on: day, by: member, at: now)
            guard try has("SELECT 1 FROM booking WHERE id = \(id)") else { continue }
            _ = try begin(id, booked, by: member, at: now)
        }
        return days.count
    }

    func endStanding(_ condition: SQL, by member: Member.ID, at now: Date) throws {
        _ = try rows("SELECT id FROM standing_booking WHERE \(condition) ORDER BY id \(dialect.forUpdate)")
        try run(
            """
            INSERT INTO standing_booking_end (standing, ended_at, ended_by)
            SELECT standing_booking.id, \(now), \(member) FROM standing_booking WHERE \(condition)
            ON CONFLICT (standing) DO NOTHING
            """
        )
    }
}
