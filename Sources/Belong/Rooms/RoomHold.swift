import Foundation
import Kernel
import Store

/// Who has which room: the rows that make two in one room at one time impossible.
extension Writer {
    /// Waits for whoever else is changing this booking.
    func take(_ id: Booking.ID) throws {
        _ = try rows("SELECT id FROM booking WHERE id = \(id) \(dialect.forUpdate)")
    }

    /// The room stays in use until this is done: whoever closes it waits.
    func mustBeThere(_ room: Room.ID, at practice: Organisation.ID) throws {
        _ = try rows("SELECT id FROM room WHERE id = \(room) \(dialect.holding)")
        guard try self.room(room)?.practice == practice else { throw Room.Refused.closed }
    }

    func add(
        _ id: Booking.ID,
        _ asked: Bookings.Asked,
        standing: StandingBooking.ID? = nil,
        on day: Day? = nil,
        by member: Member.ID,
        at now: Date
    ) throws {
        try run(
            """
            INSERT INTO booking (id, practice, role, member, "case", wants, within, standing, on_day, made_at, made_by)
            VALUES (\(id), \(asked.practice), \(asked.role), \(asked.who), \(asked.ownCase), \(asked.wants),
                \(ownTime(asked)), \(standing), \(day), \(now), \(member))
            ON CONFLICT (standing, on_day) DO NOTHING
            """
        )
        for need in asked.needs {
            try run("INSERT INTO booking_need (booking, feature) VALUES (\(id), \(need))")
        }
    }

    /// Gives a new booking its room if nobody has it then. Otherwise it waits.
    func begin(
        _ id: Booking.ID,
        _ asked: Bookings.Asked,
        by member: Member.ID?,
        at now: Date
    ) throws -> Bool {
        let isHeld = try hold(asked.room, asked.time, for: id)
        let place: BookedPlace = isHeld ? .room(asked.room) : .waiting(for: asked.room)
        try write(place, of: id, at: asked.practice, asked.time, by: member, now: now)
        return isHeld
    }

    /// Puts a booking somewhere else. The room it had is free for others.
    func place(
        _ booking: Booking,
        _ place: BookedPlace,
        at time: RoomTime,
        by member: Member.ID?,
        now: Date
    ) throws {
        try giveBack(booking.id)
        if case .room(let room) = place {
            guard try hold(room, time, for: booking.id) else { throw Booking.Refused.taken }
        }
        try write(place, of: booking.id, at: booking.practice, time, by: member, now: now)
    }

    private func write(
        _ place: BookedPlace,
        of booking: Booking.ID,
        at practice: Organisation.ID,
        _ time: RoomTime,
        by member: Member.ID?,
        now: Date
    ) throws {
        let id = Key<BookedPlace>(at: now)
        try run(
            "UPDATE booked_place SET replaced_by = \(id) WHERE booking = \(booking) AND replaced_by IS NULL"
        )
        try run(
            """
            INSERT INTO booked_place (id, booking, practice, kind, room, words, from_quarter, until_quarter,
                placed_at, placed_by)
            VALUES (\(id), \(booking), \(practice), \(place.kind), \(place.room), \(place.words), \(time.from),
                \(time.until), \(now), \(member))
            """
        )
    }

    /// Takes a room for a booking: all of the time or none of it. The primary key
    /// decides who has a quarter; whoever comes second waits for the first, and takes
    /// the next quarters in the same order, so that no two wait for each other.
    private func hold(_ room: Room.ID, _ time: RoomTime, for booking: Booking.ID) throws -> Bool {
        let own = try run(
            """
            UPDATE room_hold SET booking = \(booking)
            WHERE room = \(room) AND quarter >= \(time.from) AND quarter < \(time.until)
                AND booking = (SELECT within FROM booking WHERE id = \(booking))
            """
        )
        let rows = time.quarters.map { "(\(room), \($0), \(booking))" as SQL }
        let values = rows.dropFirst().reduce(rows[0]) { "\($0), \($1)" }
        let held = try run(
            """
            INSERT INTO room_hold (room, quarter, booking)
            VALUES \(values)
            ON CONFLICT (room, quarter) DO NOTHING
            """
        )
        if own + held == time.quarters.count { return true }
        try giveBack(booking)
        return false
    }

    /// The link worker's own time in that room, if they have it already: whom they meet
    /// then is met within it.
    private func ownTime(_ asked: Bookings.Asked) throws -> Booking.ID? {
        guard asked.ownCase != nil, let who = asked.who else { return nil }
        return try value(
            """
            SELECT room_hold.booking
            FROM room_hold
            JOIN booking ON booking.id = room_hold.booking
            WHERE room_hold.room = \(asked.room) AND quarter >= \(asked.time.from)
                AND quarter < \(asked.time.until) AND booking.member = \(who) AND booking."case" IS NULL
            ORDER BY quarter
            LIMIT 1
            """
        )
    }

    /// Lets go of a room. What lay within a link worker's own time there is theirs
    /// again; everything else is free for all.
    func giveBack(_ booking: Booking.ID) throws {
        try run(
            """
            UPDATE room_hold SET booking = (SELECT within FROM booking WHERE id = \(booking))
            WHERE booking = \(booking) AND EXISTS (
                SELECT 1 FROM booking
                JOIN booked_place ON booked_place.booking = booking.within AND booked_place.replaced_by IS NULL
                WHERE booking.id = \(booking) AND booked_place.room = room_hold.room
                    AND quarter >= from_quarter AND quarter < until_quarter
                    AND NOT EXISTS (SELECT 1 FROM booking_end WHERE booking_end.booking = booking.within))
            """
        )
        try free(booking, from: 0)
    }

    /// Lets go of the quarters from one on.
    func free(_ booking: Booking.ID, from quarter: Int) throws {
        try run("DELETE FROM room_hold WHERE booking = \(booking) AND quarter >= \(quarter)")
    }
}
