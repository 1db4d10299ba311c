import Foundation
import Kernel
import Store

/// What a person says against being introduced, and taking back what went.
extension Introducing {
    /// They would rather not. Nothing goes to this group until they change their mind.
    func object(to activity: Activity.ID, of id: Case.ID, at now: Date = .now) async throws {
        let (cases, me) = (Cases(store: store, member: member), member.id)
        try await store.write { work in
            let found = try cases.findToChange(id, in: work, at: now)
            guard try work.activity(activity) != nil else { throw Missing() }
            try work.run(
                """
                INSERT INTO introduction_objection (id, "case", activity, said_at, recorded_by)
                VALUES (\(Key<Introduction.Refused>(at: now)), \(id), \(activity), \(now), \(me))
                ON CONFLICT ("case", activity) WHERE lifted_at IS NULL DO NOTHING
                """
            )
            try work.log(.changed, id, about: found.person, by: me, at: now)
        }
    }

    /// They have changed their mind, and may be asked again.
    func askAgain(_ activity: Activity.ID, of id: Case.ID, at now: Date = .now) async throws {
        let (cases, me) = (Cases(store: store, member: member), member.id)
        try await store.write { work in
            let found = try cases.findToChange(id, in: work, at: now)
            try work.run(
                """
                UPDATE introduction_objection SET lifted_at = \(now), lifted_by = \(me)
                WHERE introduction_objection."case" = \(id) AND activity = \(activity) AND lifted_at IS NULL
                """
            )
            try work.log(.changed, id, about: found.person, by: me, at: now)
        }
    }

    /// Takes an introduction back: its links open nothing from now on, and nothing more is sent.
    func withdraw(_ id: Introduction.ID, at now: Date = .now) async throws {
        let (cases, me) = (Cases(store: store, member: member), member.id)
        try await store.write { work in
            let (_, person) = try work.introduction(id, of: cases, at: now)
            try work.takeBack(id, by: me, at: now)
            try work.log(.changed, id, about: person, by: me, at: now)
        }
    }
}

extension Introduction {
    /// Those that were not taken back. `introduction` must be in the query.
    static let stands: SQL = """
        NOT EXISTS (
            SELECT 1 FROM introduction_withdrawal
            WHERE introduction_withdrawal.introduction = introduction.id)
        """
}

extension Reader {
    /// One that came from one of a link worker's own cases, and whom it is about.
    func introduction(
        _ id: Introduction.ID,
        of cases: Cases,
        at now: Date
    ) throws -> (introduction: Introduction, person: Person.ID) {
        let row = try rows(
            """
            SELECT \(Introduction.columns), "case".person
            FROM introduction
            JOIN "case" ON "case".id = introduction."case"
            WHERE introduction.id = \(id) AND \(cases.mine(at: now))
            """
        ).first
        guard let row else { throw Missing() }
        return try (Introduction(row), row("person"))
    }

    func isWithdrawn(_ id: Introduction.ID) throws -> Bool {
        try has("SELECT 1 FROM introduction_withdrawal WHERE introduction = \(id)")
    }
}
