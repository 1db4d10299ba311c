import Foundation
import Kernel
import Store

/// Settling a clash, or moving somebody: who goes where.
extension Bookings {
    /// What is pressed: who gives way, and to what.
    struct Settlement: Sendable {
        let mover: Booking.ID
        let place: BookedPlace
        /// The quarter from which: it lasts as long as it did.
        let from: Int
    }

    /// Two presses after the board: what each could be offered, and who loses least.
    func clash(_ id: Booking.ID, at now: Date = .now) async throws -> (clash: Clash, rooms: [Room]) {
        try await store.read { view in
            let booking = try find(id, in: view, at: now)
            return try (clash(of: booking, in: view, at: now), view.rooms(of: booking.practice))
        }
    }

    private func clash(of booking: Booking, in view: any Reader, at now: Date) throws -> Clash {
        guard booking.isAhead(of: now) else { return Clash(booking: booking, parties: []) }
        let day = try view.roomDay(of: booking.practice, on: booking.time.day)
        let parties = try ([booking] + holders(against: booking, in: view, at: now)).map { party in
            let other = party.id == booking.id ? nil : booking
            let mayRing = try view.mayRing(party.id)
            let offers = day.offers(for: party, givingWayTo: other, at: now)
                .filter { mayRing || $0.place != .phone }
            return Clash.Party(booking: party, offers: mayChange(party) ? offers : [])
        }
        return Clash(booking: booking, parties: parties)
    }

    /// Those who have the room that this one waits for.
    private func holders(against booking: Booking, in view: any Reader, at now: Date) throws -> [Booking] {
        guard case .waiting(let room) = booking.place else { return [] }
        return try view.bookings(
            """
            booked_place.practice = \(booking.practice) AND booked_place.kind = 'room'
                AND booked_place.room = \(room) AND from_quarter < \(booking.time.until)
                AND until_quarter > \(booking.time.from) AND booking_end.booking IS NULL
            """,
            cases: Cases(store: store, member: member).mine(at: now)
        )
    }

    /// Moves whoever gives way; if that is not the one who waits, the one who waits
    /// has their room now. Both or neither.
    func settle(_ id: Booking.ID, _ settlement: Settlement, at now: Date = .now) async throws {
        let me = member.id
        try await store.write { work in
            for one in [id, settlement.mover].sorted(by: { "\($0)" < "\($1)" }) { try work.take(one) }
            let booking = try find(id, in: work, at: now)
            guard booking.isAhead(of: now) else { throw Booking.Refused.over }
            let others = try holders(against: booking, in: work, at: now)
            guard let mover = ([booking] + others).first(where: { $0.id == settlement.mover }) else {
                throw Booking.Refused.settled
            }
            guard mayChange(mover) else { throw Missing() }
            let time = mover.time.moved(by: settlement.from - mover.time.from)
            guard mover.isAhead(of: now), time.ends > now, time.day == mover.time.day else {
                throw Booking.Refused.over
            }
            if settlement.place == .phone, try !work.mayRing(mover.id) { throw Booking.Refused.notByPhone }
            if case .room(let room) = settlement.place {
                try work.mustBeThere(room, at: mover.practice)
                guard let found = try work.room(room), found.meets(mover.needs, mover.wants) else {
                    throw Booking.Refused.unfit
                }
            }
            try work.place(mover, settlement.place, at: time, by: me, now: now)
            if mover.id != id, case .waiting(let room) = booking.place {
                try work.place(booking, .room(room), at: booking.time, by: me, now: now)
                try work.log(.changed, id, by: me, at: now)
            }
            try work.log(.changed, mover.id, by: me, at: now)
            try work.tell(mover, movedBy: me, at: now)
        }
    }
}

extension Reader {
    /// Not where it is to meet somebody for whom a call is not safe (hazard H05).
    fileprivate func mayRing(_ booking: Booking.ID) throws -> Bool {
        try !has(
            """
            SELECT booking.id
            FROM booking
            JOIN "case" ON "case".id = booking."case"
            JOIN reaching ON reaching.person = "case".person AND reaching.replaced_by IS NULL
            WHERE booking.id = \(booking) AND NOT by_call
            """
        )
    }

    func roomDay(of practice: Organisation.ID, on day: Day) throws -> RoomDay {
        let all = RoomTime(days: day, before: day.advanced(by: 1))
        let rooms = try rooms(of: practice)
        let held: [(Room.ID, Int)] = try rows(
            """
            SELECT room, quarter
            FROM room_hold
            WHERE room IN (\(each: rooms.map(\.id))) AND quarter >= \(all.from) AND quarter < \(all.until)
            """
        ).map { try ($0("room"), $0("quarter")) }
        let open = (try? RoomTime(day, from: 8 * 60, until: 18 * 60 + 30)) ?? all
        return try RoomDay(
            rooms: rooms,
            taken: Dictionary(grouping: held, by: \.0).mapValues { Set($0.map(\.1)) },
            venues: venues(near: practice),
            open: open
        )
    }

    /// Where groups of the directory meet near a practice, nearest first.
    private func venues(near practice: Organisation.ID) throws -> [MeetingPlace] {
        let postcode: String?? = try value("SELECT postcode FROM organisation WHERE id = \(practice)")
        guard let written = postcode ?? nil, let (whole, outward) = PostcodeImport.split(written),
            let spot = try middle("postcode WHERE postcode = \(whole)")
                ?? middle("postcode WHERE outward = \(outward)")
        else { return [] }
        return try rows(
            """
            SELECT venue.name, activity.step_free, MIN(activity.name) AS activity_name, MIN(\(spot.squaredMiles)) AS distance
            FROM venue
            JOIN activity ON activity.id = venue.activity
            WHERE activity.status = 'active' AND activity.gone_at IS NULL AND venue.name <> ''
                AND (venue.postcode IS NULL OR venue.postcode <> \(written))
                AND \(dialect.isBetween(spot.box(miles: 3), "venue"))
            GROUP BY venue.name, activity.step_free
            ORDER BY distance, venue.name
            LIMIT 20
            """
        ).map { row in
            let squared: Double = try row("distance")
            return try MeetingPlace(
                name: row("name"),
                group: row("activity_name"),
                isStepFree: row("step_free"),
                miles: squared.squareRoot()
            )
        }
    }
}

extension Writer {
    /// A link worker hears that somebody else moved a booking of theirs: whoever they
    /// were to meet would otherwise go to the wrong place. It says nothing of whom.
    fileprivate func tell(_ moved: Booking, movedBy member: Member.ID, at now: Date) throws {
        guard let who = moved.who?.id, who != member else { return }
        let email: String? = try value("SELECT email FROM member WHERE id = \(who)")
        guard let email else { return }
        let message = Message(
            id: Message.ID(at: now),
            channel: .email,
            recipient: email,
            subject: "A booking of yours was moved",
            body: "Your booking on \(moved.time.spoken) was moved. Where it is now stands among the rooms in "
                + "Belong. If you were to meet somebody, please tell them.",
            dueAt: now
        )
        try add(message, about: nil, by: member, at: now)
    }
}
