import Foundation
import Kernel
import Store

/// Booking a room, for somebody who works in the practice. Reception and the practice
/// manager book for every role; a link worker for themselves.
struct Bookings: Sendable {
    let store: any Store
    let member: Member

    var rooms: Rooms { Rooms(store: store, member: member) }

    /// What is asked for, on its way into the store.
    struct Asked: Sendable {
        let practice: Organisation.ID
        let room: Room.ID
        let time: RoomTime
        let role: String
        var who: Member.ID?
        var ownCase: Case.ID?
        var wants: Room.Feel?
        var needs: Set<Room.Feature> = []
        /// Keeps the wish where the room is taken, for the practice to settle.
        var anyway = false
    }

    /// Books a room, whole or not at all.
    @discardableResult
    func book(_ asked: Asked, at now: Date = .now) async throws -> Booking.ID {
        guard rooms.books(asked.practice) else { throw Missing() }
        let (me, cases) = (member.id, Cases(store: store, member: member))
        if !rooms.keeps(asked.practice), asked.who != me { throw Missing() }
        return try await store.write { work in
            try work.mustBeThere(asked.room, at: asked.practice)
            guard asked.time.ends > now else { throw Booking.Refused.over }
            let found = try asked.ownCase.map { try cases.findOpen($0, in: work, at: now) }
            if let found, found.practice != asked.practice || asked.who != me { throw Missing() }
            if let who = asked.who, who != me {
                guard try work.isPlaced(who, at: asked.practice, on: Day(now)) else { throw Missing() }
            }
            let id = Booking.ID(at: now)
            try work.add(id, asked, by: me, at: now)
            let isHeld = try work.begin(id, asked, by: me, at: now)
            guard isHeld || asked.anyway else { throw Booking.Refused.taken }
            try work.log(.changed, id, about: found?.person, by: me, at: now)
            return id
        }
    }

    /// One booking, for whoever may see the board it stands on.
    func find(_ id: Booking.ID, in view: any Reader, at now: Date = .now) throws -> Booking {
        let mine = Cases(store: store, member: member).mine(at: now)
        guard let found = try view.bookings("booking.id = \(id)", cases: mine).first,
            Rooms.practices(of: member).contains(where: { $0.id == found.practice })
        else { throw Missing() }
        return found
    }

    func mayChange(_ booking: Booking) -> Bool {
        rooms.keeps(booking.practice) || booking.who?.id == member.id && rooms.books(booking.practice)
    }

    /// Cancels what has not taken place yet: the room is free.
    func cancel(_ id: Booking.ID, at now: Date = .now) async throws {
        try await end(id, .cancelled, at: now)
    }

    /// They did not come: the room is free from this quarter of an hour on.
    func noShow(_ id: Booking.ID, at now: Date = .now) async throws {
        try await end(id, .noShow, at: now)
    }

    private func end(_ id: Booking.ID, _ kind: Booking.End, at now: Date) async throws {
        let me = member.id
        try await store.write { work in
            try work.take(id)
            let booking = try find(id, in: work, at: now)
            guard mayChange(booking) else { throw Missing() }
            guard booking.isAhead(of: now) else { throw Booking.Refused.over }
            if kind == .noShow, booking.time.begins > now { throw Booking.Refused.notBegun }
            try work.run(
                """
                INSERT INTO booking_end (booking, kind, ended_at, ended_by)
                VALUES (\(id), \(kind), \(now), \(me))
                """
            )
            switch kind {
            case .cancelled: try work.giveBack(id)
            case .noShow: try work.free(id, from: RoomTime.quarter(of: now))
            }
            try work.log(.changed, id, by: me, at: now)
        }
    }
}
