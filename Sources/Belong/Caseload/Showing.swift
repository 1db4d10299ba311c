import Foundation
import Kernel
import Store

/// A link worker showing somebody's page to their supervisor, to think it over
/// together. It is theirs to give and to take back; the supervisor reads and
/// changes nothing (governance, 4.2: *by invitation or safeguarding*).
struct Showing: Identifiable, Sendable {
    let id: Key<Showing>
    let supervisor: String

    enum Refused: Refusal {
        case nobodySupervises
        case already

        var sentence: String {
            switch self {
            case .nobodySupervises:
                "No supervisor is named for you at this practice. Ask your network who it is."
            case .already: "Your supervisor can read this page already."
            }
        }
    }

    /// A worry that was brought to a supervisor lets them read on for so long (days).
    static let afterWorry = 14

    /// That nobody took it back, and that it is whoever supervises the link worker
    /// there today. `showing` and `"case"` must be in the query.
    static func stands(on day: Day) -> SQL {
        """
        NOT EXISTS (SELECT 1 FROM showing_end WHERE showing_end.showing = showing.id)
            AND EXISTS (
                SELECT 1 FROM placement
                WHERE placement.link_worker = \(Case.holder) AND placement.practice = "case".practice
                    AND placement.supervisor = showing.shown_to AND \(Placement.current(on: day)))
        """
    }

    /// The cases a supervisor may read. `"case"` must be in the query.
    static func isShown(to member: Member, at now: Date) -> SQL {
        guard member.isA(.supervisor) else { return "FALSE" }
        let since = now.addingTimeInterval(-Double(afterWorry) * 86_400)
        return """
            (EXISTS (
                SELECT 1 FROM showing
                WHERE showing."case" = "case".id AND showing.shown_to = \(member.id)
                    AND \(stands(on: Day(now))))
            OR EXISTS (
                SELECT 1 FROM worry
                WHERE worry.person = "case".person AND worry.raised_to = \(member.id)
                    AND (worry.raised_by = "case".link_worker OR EXISTS (
                        SELECT 1 FROM taking_over
                        WHERE taking_over."case" = "case".id AND taking_over.link_worker = worry.raised_by))
                    AND (worry.raised_at > \(since) OR NOT EXISTS (
                        SELECT 1 FROM worry_answer
                        WHERE worry_answer.worry = worry.id AND worry_answer.handed_on IS NULL))))
            """
    }
}

extension Cases {
    func show(_ id: Case.ID, at now: Date = .now) async throws {
        let me = member.id
        try await store.write { work in
            try work.holdCase(id)
            let found = try findToChange(id, in: work, at: now)
            guard found.linkWorker == me else { throw Missing() }
            guard let supervisor = try work.supervisor(of: found, at: now) else {
                throw Showing.Refused.nobodySupervises
            }
            guard try work.showing(of: id, on: Day(now)) == nil else { throw Showing.Refused.already }
            let showing = Showing.ID(at: now)
            try work.run(
                """
                INSERT INTO showing (id, "case", shown_to, shown_at, shown_by)
                VALUES (\(showing), \(id), \(supervisor.id), \(now), \(me))
                """
            )
            try work.log(.changed, showing, about: found.person, by: me, at: now)
        }
    }

    /// Takes back whatever was shown of it, to whomever.
    func takeBack(_ id: Case.ID, at now: Date = .now) async throws {
        let me = member.id
        try await store.write { work in
            try work.holdCase(id)
            let found = try find(id, in: work, at: now)
            guard found.linkWorker == me, try isMine(found, in: work, at: now) else { throw Missing() }
            guard let showing = try work.showing(of: id, on: Day(now)) else { throw Missing() }
            try work.endShowings(of: id, by: me, at: now)
            try work.log(.changed, showing.id, about: found.person, by: me, at: now)
        }
    }

    /// What a supervisor was shown, and what they read because of a worry.
    func shown(at now: Date = .now) async throws -> [ShownPage.Line] {
        let isShown = Showing.isShown(to: member, at: now)
        try await store.look(at: NameList.Shown.self, of: member.id, at: now)
        return try await store.read { view in
            try view.rows(
                """
                SELECT "case".id, given_name, family_name, member.name AS link_worker_name,
                    organisation.name AS practice_name
                FROM "case"
                JOIN particulars ON particulars.person = "case".person AND particulars.replaced_by IS NULL
                JOIN member ON member.id = \(Case.holder)
                JOIN organisation ON organisation.id = "case".practice
                WHERE \(isShown)
                ORDER BY member.name, "case".opened_at DESC, "case".id
                """
            ).map { row in
                try ShownPage.Line(
                    id: row("id"),
                    name: Particulars(naming: row).listed,
                    from: "\(row("link_worker_name") as String), \(row("practice_name") as String)"
                )
            }
        }
    }
}

extension Reader {
    /// The showing that stands, if a supervisor may read this.
    func showing(of id: Case.ID, on day: Day) throws -> Showing? {
        try first(
            """
            SELECT showing.id, member.name
            FROM showing
            JOIN "case" ON "case".id = showing."case"
            JOIN member ON member.id = shown_to
            WHERE showing."case" = \(id) AND \(Showing.stands(on: day))
            ORDER BY shown_at DESC
            LIMIT 1
            """
        )
    }

    /// Who supervises the link worker of a case at its practice today.
    func supervisor(of found: Case, at now: Date) throws -> Worry.Named? {
        try rows(
            """
            SELECT member.id, member.name
            FROM placement
            JOIN member ON member.id = placement.supervisor
            WHERE placement.link_worker = \(found.linkWorker) AND placement.practice = \(found.practice)
                AND \(Placement.current(on: Day(now)))
            """
        ).first.map { try Worry.Named(id: $0("id"), name: $0("name")) }
    }
}

extension Writer {
    /// One at a time changes who has a case or who sees it.
    func holdCase(_ id: Case.ID) throws {
        _ = try rows("SELECT id FROM \"case\" WHERE id = \(id) \(dialect.forUpdate)")
    }

    func endShowings(of id: Case.ID, by member: Member.ID, at now: Date) throws {
        try run(
            """
            INSERT INTO showing_end (showing, ended_at, ended_by)
            SELECT showing.id, \(now), \(member) FROM showing WHERE showing."case" = \(id)
            ON CONFLICT (showing) DO NOTHING
            """
        )
    }
}

extension Showing: Stored {
    init(_ row: Row) throws {
        try self.init(id: row("id"), supervisor: row("name"))
    }
}
