import Foundation
import Kernel
import Store

/// People left without a link worker, given to one who is there: by the manager
/// of the practice, or by whoever supervised the one who left. They see how many
/// there are and whose they were, and not a word of anybody's.
struct HandingOut: Sendable {
    let store: any Store
    let member: Member

    /// The people one link worker left at one practice, and who could have them.
    struct Left: Sendable {
        let linkWorker: Worry.Named
        let practice: Organisation.ID
        let practiceName: String
        let people: Int
        let colleagues: [Worry.Named]
    }

    struct Asked: Sendable {
        let linkWorker: Member.ID
        let practice: Organisation.ID
        let to: Member.ID
        let why: String
    }

    func left(at now: Date = .now) async throws -> [Left] {
        let (theirs, today) = (theirs, Day(now))
        return try await store.read { view in
            try view.rows(
                """
                SELECT member.id, member.name, organisation.id AS practice, organisation.name AS practice_name,
                    COUNT(DISTINCT "case".person) AS people
                FROM "case"
                JOIN member ON member.id = \(Case.holder)
                JOIN organisation ON organisation.id = "case".practice
                WHERE \(theirs) AND \(Unheld.isUnheld(on: today))
                GROUP BY member.id, member.name, organisation.id, organisation.name
                ORDER BY organisation.name, member.name, member.id
                """
            ).map { row in
                let (linkWorker, practice): (Member.ID, Organisation.ID) = try (row("id"), row("practice"))
                return try Left(
                    linkWorker: .init(id: linkWorker, name: row("name")),
                    practice: practice,
                    practiceName: row("practice_name"),
                    people: row("people"),
                    colleagues: view.colleagues(besides: linkWorker, at: practice, on: today)
                )
            }
        }
    }

    /// Gives all of them to one colleague, who has them at once. Says how many.
    @discardableResult
    func give(_ asked: Asked, at now: Date = .now) async throws -> Int {
        let (me, today) = (member.id, Day(now))
        let which: SQL = """
            SELECT \(Case.columns)
            FROM "case"
            WHERE "case".practice = \(asked.practice) AND \(Case.holder) = \(asked.linkWorker)
                AND \(theirs) AND \(Unheld.isUnheld(on: today))
            ORDER BY "case".id
            """
        let isTheirs = theirs(at: asked.practice, of: asked.linkWorker)
        return try await store.write { work in
            guard try work.has(isTheirs) else { throw Missing() }
            let colleagues = try work.colleagues(besides: asked.linkWorker, at: asked.practice, on: today)
            guard colleagues.contains(where: { $0.id == asked.to }) else { throw HandOver.Refused.notThere }
            let seen: [Case] = try work.all(which)
            for found in seen { try work.holdCase(found.id) }
            let left: [Case] = try work.all(which)
            guard !left.isEmpty else { throw HandOver.Refused.nobodyLeft }
            let given = HandOverAsked(to: asked.to, why: asked.why, toKnow: "")
            for found in left {
                let id = try work.add(given, of: found, by: me, at: now)
                try work.take(id, of: found, to: asked.to, by: me, at: now)
            }
            return Set(left.map(\.person)).count
        }
    }

    /// Of the practices they manage, and of the link workers they supervised there.
    private var theirs: SQL {
        let managed = member.organisations(as: .practiceManager)
        let supervised: SQL =
            member.isA(.supervisor)
            ? """
            EXISTS (
                SELECT 1 FROM placement
                WHERE placement.link_worker = \(Case.holder) AND placement.practice = "case".practice
                    AND placement.supervisor = \(member.id))
            """ : "FALSE"
        return managed.isEmpty
            ? supervised : "(\"case\".practice IN (\(each: managed)) OR \(supervised))"
    }

    /// The same of one link worker at one practice, whether anybody is left or not.
    private func theirs(at practice: Organisation.ID, of linkWorker: Member.ID) -> SQL {
        let manages = member.organisations(as: .practiceManager).contains(practice)
        let supervises: SQL = member.isA(.supervisor) ? "supervisor = \(member.id)" : "FALSE"
        return """
            SELECT id FROM placement
            WHERE link_worker = \(linkWorker) AND practice = \(practice)
                AND \(manages ? "TRUE" : supervises)
            """
    }
}
