import Foundation
import Kernel
import Store

/// The worries one member may see: those they raised, those they were told, those
/// they once had, and, for a clinician, those still open in their practice that
/// cannot wait.
struct Worries: Sendable {
    let store: any Store
    let member: Member

    /// Open first, then the latest.
    func mine(at now: Date = .now) async throws -> [Worry] {
        let mine = mine
        try await store.look(at: NameList.Worries.self, of: member.id, at: now)
        return try await store.read { view in
            try view.all(
                """
                SELECT \(Worry.columns)
                FROM \(Worry.tables)
                WHERE \(mine)
                ORDER BY CASE WHEN answered_at IS NULL THEN 0 ELSE 1 END, raised_at DESC, worry.id
                LIMIT 200
                """
            )
        }
    }

    /// How many wait for this member's word: told to them or their practice, raised by others.
    func open() async throws -> Int {
        let (mine, me) = (mine, member.id)
        return try await store.read { view in
            try view.value(
                """
                SELECT COUNT(*)
                FROM \(Worry.tables)
                WHERE \(mine) AND raised_by <> \(me) AND answered_at IS NULL
                """
            ) ?? 0
        }
    }

    /// What one may read of a worry, and do about it.
    struct Look: Sendable {
        let worry: Worry
        let tellings: [WorryTelling]
        let handings: [WorryHanding]
        let mayAcknowledge: Bool
        /// Whom it may be handed on to. Nobody, where it is not this member's to hand on.
        let takers: [Worrying.Hearer]
    }

    /// One worry: its words, the person's name and number, who was told, and nothing
    /// else of theirs. The look is noted.
    func look(at id: Worry.ID, at now: Date = .now) async throws -> Look {
        let me = member.id
        return try await store.write { work in
            let worry = try find(id, in: work)
            let hearers = try work.hearers(at: worry.practice, besides: me, at: now)
            let look = try Look(
                worry: worry,
                tellings: work.tellings(of: id),
                handings: work.handings(of: id),
                mayAcknowledge: mayAcknowledge(worry, in: work),
                takers: mayHandOn(worry, in: work) ? hearers : []
            )
            try work.log(.looked, id, about: worry.person, by: me, at: now)
            return look
        }
    }

    /// *I have this*, with a line or without one. Whoever was told may say so, or another clinician of the
    /// practice, who is then the one named.
    func acknowledge(_ id: Worry.ID, _ typed: String, at now: Date = .now) async throws {
        let me = member.id
        let words = typed.asWritten.isEmpty ? "" : try Worry.written(typed)
        try await store.write { work in
            // A colleague who has it already is told so, and reads no more than that.
            let worry = try find(id, heldIn: work, among: "(\(mine) OR \(practices))")
            guard try mayAcknowledge(worry, in: work) else { throw Missing() }
            guard worry.acknowledgement == nil else { throw Worry.Refused.acknowledged }
            try work.run(
                """
                INSERT INTO worry_answer (id, worry, words, answered_by, answered_at)
                VALUES (\(Key<Worry.Acknowledgement>(at: now)), \(id), \(words), \(me), \(now))
                """
            )
            try work.log(.changed, id, about: worry.person, by: me, at: now)
        }
    }

    func mayAcknowledge(_ worry: Worry, in view: any Reader) throws -> Bool {
        try view.has("SELECT worry.id FROM worry WHERE worry.id = \(worry.id) AND (\(told) OR \(practices))")
    }

    /// Whoever else would answer it or hand it on waits for this transaction.
    func find(_ id: Worry.ID, heldIn work: any Writer, among which: SQL? = nil) throws -> Worry {
        _ = try work.rows("SELECT id FROM worry WHERE id = \(id) \(work.dialect.forUpdate)")
        return try find(id, in: work, among: which)
    }

    private func find(_ id: Worry.ID, in view: any Reader, among which: SQL? = nil) throws -> Worry {
        let found: Worry? = try view.first(
            "SELECT \(Worry.columns) FROM \(Worry.tables) WHERE worry.id = \(id) AND \(which ?? mine)"
        )
        guard let found else { throw Missing() }
        return found
    }

    /// A worry outlives nobody's leaving: without a role here there is none to see.
    private var mine: SQL {
        guard !member.memberships.isEmpty else { return "FALSE" }
        return "(raised_by = \(member.id) OR \(told) OR \(had) OR (\(Self.isOpen) AND \(practices)))"
    }

    /// Nobody has it: whoever had it handed it on.
    private static let isOpen: SQL = """
        NOT EXISTS (
            SELECT 1 FROM worry_answer AS answer
            WHERE answer.worry = worry.id AND answer.handed_on IS NULL)
        """

    /// This member has it, or had it and handed it on.
    private var had: SQL {
        """
        EXISTS (
            SELECT 1 FROM worry_answer AS answer
            WHERE answer.worry = worry.id AND answer.answered_by = \(member.id))
        """
    }

    /// Raised to this member, gone to them for want of an answer, or handed on to them.
    private var told: SQL {
        """
        EXISTS (
            SELECT 1 FROM worry_telling
            WHERE worry_telling.worry = worry.id AND worry_telling.member = \(member.id))
        """
    }

    /// What cannot wait, of the practices where this member is a clinician: of those
    /// registered there when it was raised.
    private var practices: SQL {
        let mine = member.organisations(as: .clinician)
        return """
            (worry.urgency <> 'talk' AND COALESCE(
                (SELECT from_practice FROM moving
                    WHERE moving.person = worry.person AND moved_at > worry.raised_at
                    ORDER BY moved_at LIMIT 1),
                (SELECT practice FROM person WHERE person.id = worry.person)) IN (\(each: mine)))
            """
    }
}
