import Foundation
import Kernel
import Store
import Web

/// What becomes of being asked for different things: read by those it was sent to, settled by one of them.
extension Rules {
    /// Those it was sent to, and whoever raised it.
    func conflict(_ id: RuleConflict.ID) async throws -> (conflict: RuleConflict, maySettle: Bool) {
        let member = member
        return try await store.read { view in
            let found = try view.conflict(id, for: member)
            return (found, found.settled == nil && found.concerns(member.id))
        }
    }

    /// Settled, with what holds from now on, by any of the three.
    func settle(_ id: RuleConflict.ID, _ words: String, at now: Date = .now) async throws {
        let (member, site) = (member, site)
        try await store.write { work in
            _ = try work.rows("SELECT id FROM rule_conflict WHERE id = \(id) \(work.dialect.forUpdate)")
            let found = try work.conflict(id, for: member)
            guard found.concerns(member.id) else { throw Missing() }
            guard found.settled == nil else { throw Rule.Refused.settled }
            try work.run(
                """
                INSERT INTO rule_settling (conflict, words, settled_at, settled_by)
                VALUES (\(id), \(words), \(now), \(member.id))
                """
            )
            let raiser: Member.ID? = try work.value("SELECT raised_by FROM rule_conflict WHERE id = \(id)")
            let others = [raiser, found.one.id, found.other.id, found.tieBreaker.id].compactMap(\.self)
            try work.tell(
                others.filter { $0 != member.id },
                "What holds was settled",
                "It stands here: \(site)/rules/conflicts/\(id)",
                at: now
            )
            try work.log(.changed, id, by: member.id, at: now)
        }
    }

    /// For the first page: what waits for this member to say what holds, or to settle.
    func waiting() async throws -> Int {
        let me = member.id
        return try await store.read { view in
            let open = try view.conflicts("settled_at IS NULL AND \(me) IN (one, other, tie_breaker)").count
            let unsaid: Int? = try view.value(
                """
                SELECT COUNT(*) FROM responsibility
                WHERE owner = \(me) AND replaced_by IS NULL AND NOT EXISTS (
                    SELECT 1 FROM responsibility_answer WHERE responsibility_answer.responsibility = responsibility.id)
                """
            )
            return open + (unsaid ?? 0)
        }
    }
}

extension Reader {
    fileprivate func conflict(_ id: RuleConflict.ID, for member: Member) throws -> RuleConflict {
        let me = member.memberships.isEmpty ? nil : member.id
        let found = try conflicts(
            "rule_conflict.id = \(id) AND \(me) IN (one, other, tie_breaker, raised_by)"
        ).first
        guard let found else { throw Missing() }
        return found
    }
}
