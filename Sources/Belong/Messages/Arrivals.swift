import Foundation
import Kernel
import Store

/// Texts that nobody could be given to read: from a number that is nobody's here or more than
/// one person's, or from somebody no link worker has just now. For administrators alone.
struct Arrivals: Sendable {
    let store: any Store
    let member: Member

    struct Unread: Sendable {
        let id: Arrival.ID
        let sender: String
        let words: String
        let cameAt: Date
        let isStop: Bool
    }

    func unread(at now: Date = .now) async throws -> [Unread] {
        guard member.isA(.administrator) else { throw Missing() }
        let mine = mine
        try await store.look(at: NameList.Texts.self, of: member.id, at: now)
        return try await store.read { view in
            try view.all(
                """
                SELECT arrival.id, sender, body, came_at, is_stop
                FROM arrival
                LEFT JOIN person ON person.id = arrival.person
                WHERE \(mine)
                ORDER BY came_at, arrival.id
                LIMIT 200
                """
            )
        }
    }

    /// Somebody has seen to it.
    func see(_ id: Arrival.ID, at now: Date = .now) async throws {
        guard member.isA(.administrator) else { throw Missing() }
        let (me, mine) = (member.id, mine)
        try await store.write { work in
            let isMine = try work.has(
                """
                SELECT arrival.id FROM arrival
                LEFT JOIN person ON person.id = arrival.person
                WHERE arrival.id = \(id) AND \(mine)
                """
            )
            guard isMine else { throw Missing() }
            try work.run(
                """
                INSERT INTO arrival_seen (arrival, seen_at, seen_by)
                VALUES (\(id), \(now), \(me))
                ON CONFLICT (arrival) DO NOTHING
                """
            )
            try work.log(.changed, id, by: me, at: now)
        }
    }

    /// From nobody known, or from somebody at a practice of theirs.
    private var mine: SQL {
        let places = member.organisations(as: .administrator)
        return """
            (arrival.told IS NULL
            AND NOT EXISTS (SELECT 1 FROM arrival_seen WHERE arrival_seen.arrival = arrival.id)
            AND NOT EXISTS (SELECT 1 FROM arrival_wish WHERE arrival_wish.arrival = arrival.id)
            AND (arrival.person IS NULL OR person.practice IN (
                SELECT id FROM organisation AS ours
                WHERE ours.id IN (\(each: places)) OR ours.network IN (\(each: places)))))
            """
    }
}

extension Arrivals.Unread: Stored {
    init(_ row: Row) throws {
        (id, sender, words) = try (row("id"), row("sender"), row("body"))
        (cameAt, isStop) = try (row("came_at"), row("is_stop"))
    }
}
