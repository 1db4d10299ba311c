import Foundation
import Kernel
import Store

/// The worries one member may see: those they raised, those they were told, and,
/// for a clinician, those still open in their practice that cannot wait.
struct Worries: Sendable {
    let store: any Store
    let member: Member

    /// Open first, then the latest.
    func mine() async throws -> [Worry] {
        let mine = mine
        return try await store.read { view in
            try view.all(
                """
                SELECT \(Worry.columns)
                FROM \(Worry.tables)
                WHERE \(mine)
                ORDER BY CASE WHEN acknowledged_at IS NULL THEN 0 ELSE 1 END, raised_at DESC, worry.id
                LIMIT 200
                """
            )
        }
    }

    /// One worry: its words, the person's name and number, and nothing else of
    /// theirs. The look is noted.
    func look(at id: Worry.ID, at now: Date = .now) async throws -> (worry: Worry, mayAcknowledge: Bool) {
        let me = member.id
        return try await store.write { work in
            let worry = try find(id, in: work)
            try work.log(.looked, id, about: worry.person, by: me, at: now)
            return (worry, try mayAcknowledge(worry, in: work))
        }
    }

    /// *I have this.* Whoever was told may say so, or another clinician of the
    /// practice, who is then the one named.
    func acknowledge(_ id: Worry.ID, _ typed: String, at now: Date = .now) async throws {
        let (me, words) = (member.id, try Worry.written(typed))
        try await store.write { work in
            let worry = try find(id, in: work)
            guard try mayAcknowledge(worry, in: work) else { throw Missing() }
            let done = try work.run(
                """
                INSERT INTO worry_acknowledgement (worry, words, acknowledged_by, acknowledged_at)
                VALUES (\(id), \(words), \(me), \(now))
                ON CONFLICT (worry) DO NOTHING
                """
            )
            guard done == 1 else { throw Worry.Refused.acknowledged }
            try work.log(.changed, id, about: worry.person, by: me, at: now)
        }
    }

    private func mayAcknowledge(_ worry: Worry, in view: any Reader) throws -> Bool {
        if worry.raisedTo.id == member.id { return true }
        return try view.has("SELECT worry.id FROM worry WHERE worry.id = \(worry.id) AND \(practices)")
    }

    private func find(_ id: Worry.ID, in view: any Reader) throws -> Worry {
        let found: Worry? = try view.first(
            "SELECT \(Worry.columns) FROM \(Worry.tables) WHERE worry.id = \(id) AND \(mine)"
        )
        guard let found else { throw Missing() }
        return found
    }

    /// A worry outlives nobody's leaving: without a role here there is none to see.
    private var mine: SQL {
        guard !member.memberships.isEmpty else { return "FALSE" }
        return "(raised_by = \(member.id) OR raised_to = \(member.id) OR \(practices))"
    }

    /// What cannot wait, of the practices where this member is a clinician.
    private var practices: SQL {
        """
        (worry.urgency <> 'talk' AND worry.person IN (
            SELECT id FROM person WHERE practice IN (\(each: member.organisations(as: .clinician)))))
        """
    }
}
