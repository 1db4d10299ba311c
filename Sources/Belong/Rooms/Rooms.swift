import Foundation
import Kernel
import Store

/// The rooms of one practice, for somebody who works there. Nobody else's can be
/// asked for: another practice's rooms do not exist.
struct Rooms: Sendable {
    let store: any Store
    let member: Member

    /// Who sees the board: everybody who works in the practice.
    static let lookers: [Role] = [.linkWorker, .clinician, .receptionist, .practiceManager]

    static func isFor(_ member: Member) -> Bool { !practices(of: member).isEmpty }

    static func practices(of member: Member) -> [Organisation] {
        var seen: Set<Organisation.ID> = []
        return member.memberships.filter { lookers.contains($0.role) && $0.organisation.kind == .practice }
            .map(\.organisation).filter { seen.insert($0.id).inserted }
    }

    /// Practice manager and reception keep the rooms, and every booking.
    func keeps(_ practice: Organisation.ID) -> Bool {
        member.organisations(as: .receptionist, .practiceManager).contains(practice)
    }

    /// Link workers book for themselves and those they meet.
    func books(_ practice: Organisation.ID) -> Bool {
        keeps(practice) || member.organisations(as: .linkWorker).contains(practice)
    }

    /// One of the practices they work in: the one that is asked for, or the first.
    func practice(_ id: Organisation.ID?) throws -> Organisation {
        let theirs = Self.practices(of: member)
        guard let found = id == nil ? theirs.first : theirs.first(where: { $0.id == id }) else {
            throw Missing()
        }
        return found
    }

    func find(_ id: Room.ID) async throws -> Room {
        let room = try await store.read { try $0.room(id) }
        guard let room, keeps(room.practice) else { throw Missing() }
        return room
    }

    func add(_ told: Room.Told, at practice: Organisation.ID, now: Date = .now) async throws -> Room.ID {
        guard keeps(practice) else { throw Missing() }
        let me = member.id
        return try await store.write { work in
            try work.mustBeNew(told.name, at: practice, besides: nil)
            let id = Room.ID(at: now)
            try work.run(
                """
                INSERT INTO room (id, practice, made_at, made_by)
                VALUES (\(id), \(practice), \(now), \(me))
                """
            )
            try work.describe(id, told, by: me, at: now)
            try work.log(.changed, id, by: me, at: now)
            return id
        }
    }

    func describe(_ id: Room.ID, _ told: Room.Told, at now: Date = .now) async throws {
        let (room, me) = (try await find(id), member.id)
        try await store.write { work in
            try work.mustBeNew(told.name, at: room.practice, besides: id)
            try work.describe(id, told, by: me, at: now)
            try work.log(.changed, id, by: me, at: now)
        }
    }

    /// Takes a room out of use. Whatever was to be in it from now on has no room any
    /// more, and stands among the clashes.
    func close(_ id: Room.ID, at now: Date = .now) async throws {
        let (room, me) = (try await find(id), member.id)
        try await store.write { work in
            _ = try work.rows("SELECT id FROM room WHERE id = \(id) \(work.dialect.forUpdate)")
            try work.run(
                """
                INSERT INTO room_end (room, ended_at, ended_by)
                VALUES (\(id), \(now), \(me))
                ON CONFLICT (room) DO NOTHING
                """
            )
            let quarter = RoomTime.quarter(of: now)
            let left = try work.bookings(
                """
                booked_place.room = \(id) AND booked_place.kind = 'room' AND booking.practice = \(room.practice)
                    AND from_quarter > \(quarter) AND booking_end.booking IS NULL
                """
            )
            for booking in left {
                try work.place(booking, .waiting(for: id), at: booking.time, by: me, now: now)
            }
            try work.endStanding("standing_booking.room = \(id)", by: me, at: now)
            try work.log(.changed, id, by: me, at: now)
        }
    }
}

extension Writer {
    /// Two rooms of one name would be taken for each other. Whoever names one waits for
    /// whoever names another.
    fileprivate func mustBeNew(
        _ name: String,
        at practice: Organisation.ID,
        besides room: Room.ID?
    ) throws {
        _ = try rows("SELECT id FROM organisation WHERE id = \(practice) \(dialect.forUpdate)")
        let taken = try rooms(of: practice).contains { $0.id != room && $0.name.folded == name.folded }
        if taken { throw Room.Refused.nameTaken }
    }
}
