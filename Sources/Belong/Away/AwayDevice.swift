import Foundation
import Kernel
import Store

/// A browser in which a link worker may write without signal. It is known by a key of its
/// own and by nothing else about it. Once it is forgotten, it wipes what it keeps as soon
/// as it has a signal.
struct AwayDevice: Identifiable, Sendable {
    let id: Key<AwayDevice>
    let madeAt: Date
    let seenAt: Date

    enum Refused: Refusal {
        case forgotten

        var sentence: String { "This device was told to forget what it keeps." }
    }

    /// It may go on: nobody ended it, its member is a link worker, and has the password
    /// they had when it began. `away_device` must be in the query.
    static let stands: SQL = """
        NOT EXISTS (SELECT 1 FROM away_device_end WHERE device = away_device.id)
            AND NOT EXISTS (
                SELECT 1 FROM password
                WHERE password.member = away_device.member AND password.set_at > away_device.made_at)
            AND EXISTS (
                SELECT 1 FROM membership
                WHERE membership.member = away_device.member AND membership.role = 'link_worker'
                    AND \(Member.Membership.current))
        """
}

/// The devices of one member.
struct AwayDevices: Sendable {
    let store: any Store
    let member: Member

    func all() async throws -> [AwayDevice] {
        let me = member.id
        return try await store.read { view in
            try view.rows(
                """
                SELECT id, made_at, seen_at
                FROM away_device
                WHERE away_device.member = \(me) AND \(AwayDevice.stands)
                ORDER BY seen_at DESC, id
                """
            ).map { try AwayDevice(id: $0("id"), madeAt: $0("made_at"), seenAt: $0("seen_at")) }
        }
    }

    /// Notes that it is in use. One that was told to forget does not come back.
    func see(_ id: AwayDevice.ID, in work: any Writer, at now: Date) throws {
        let me = member.id
        try work.run(
            """
            INSERT INTO away_device (id, member, made_at, seen_at)
            VALUES (\(id), \(me), \(now), \(now))
            ON CONFLICT (id) DO UPDATE SET seen_at = excluded.seen_at
            WHERE away_device.member = excluded.member
            """
        )
        let stands = try work.has(
            "SELECT id FROM away_device WHERE id = \(id) AND away_device.member = \(me) AND \(AwayDevice.stands)"
        )
        guard stands else { throw AwayDevice.Refused.forgotten }
    }

    func forget(_ id: AwayDevice.ID, at now: Date = .now) async throws {
        let me = member.id
        try await store.write { work in
            let isMine = try work.has("SELECT id FROM away_device WHERE id = \(id) AND member = \(me)")
            guard isMine else { throw Missing() }
            try work.end("id = \(id)", by: me, at: now)
            try work.log(.changed, id, by: me, at: now)
        }
    }

    /// All of them, when somebody signs out everywhere.
    func forgetAll(at now: Date = .now) async throws {
        let me = member.id
        try await store.write { try $0.end("away_device.member = \(me)", by: me, at: now) }
    }

    /// Whether a device may keep what it has. Asked by the device itself, which may be
    /// signed out: its key is the whole question, and one nobody knows is as good as forgotten.
    static func mayKeep(_ id: AwayDevice.ID, in store: any Store) async throws -> Bool {
        try await store.read { view in
            try view.has("SELECT id FROM away_device WHERE id = \(id) AND \(AwayDevice.stands)")
        }
    }
}

extension Writer {
    fileprivate func end(_ which: SQL, by member: Member.ID, at now: Date) throws {
        try run(
            """
            INSERT INTO away_device_end (device, ended_at, ended_by)
            SELECT id, \(now), \(member) FROM away_device WHERE \(which)
            ON CONFLICT (device) DO NOTHING
            """
        )
    }
}
