import Foundation
import Kernel
import Store

/// Somebody's own people who go to a group that might have to stop: said on the
/// link worker's page, with what is alike near it. Nobody else hears (vignette V3).
struct Placed: Sendable {
    let id: Case.ID
    let name: String
    let activity: Activity.ID
}

/// A group that might have to stop, and who of one's people go there.
struct AtRisk: Sendable {
    let activity: Activity
    let people: [Placed]
}

extension Introductions {
    /// The groups of one's own people that might have to stop.
    func atRisk(at now: Date = .now) async throws -> [AtRisk] {
        guard member.isA(.linkWorker) else { return [] }
        return try await store.read { view in try atRisk(in: view, at: now) }
    }

    /// Begins with the few groups that said so, and not with everybody one works with.
    func atRisk(in view: any Reader, at now: Date) throws -> [AtRisk] {
        let placed = try view.placed(
            at: "SELECT activity FROM outlook WHERE replaced_by IS NULL AND kind <> 'sound'",
            Cases(store: store, member: member).isHere(Case.holder, at: now)
        )
        guard !placed.isEmpty else { return [] }
        let people = Dictionary(grouping: placed, by: \.activity)
        return try view.activities(placed.map(\.activity).eachOnce)
            .filter { $0.outlook?.isFragile(on: Day(now)) ?? false }
            .map { AtRisk(activity: $0, people: people[$0.id] ?? []) }
    }

    /// Plan B for a group: who of one's people go there, and what is alike near it.
    func instead(of id: Activity.ID, at now: Date = .now) async throws -> Instead {
        guard member.isA(.linkWorker) else { throw Missing() }
        let (mine, me) = (Cases(store: store, member: member).isHere(Case.holder, at: now), member)
        return try await store.write { work in
            guard let activity = try work.activity(id) else { throw Missing() }
            let sight = try work.sight(of: me)
            let alike = try work.alike(to: activity, at: now)
            let instead = try Instead(
                activity: activity,
                people: work.placed(at: "SELECT id AS activity FROM activity WHERE id = \(id)", mine),
                alike: alike.map {
                    Finding(sight.seen($0.activity), miles: $0.miles, wanted: Wanted(), today: Day(now))
                }
            )
            try work.look(at: NameList.Introductions.self, of: me.id, at: now)
            return instead
        }
    }
}

/// What may take a group's place, and for whom.
struct Instead: Sendable {
    let activity: Activity
    let people: [Placed]
    let alike: [Finding]
}

extension Reader {
    /// Who is welcome at a group, or goes there, and has not stopped. Begins with the few groups:
    /// SQLite keeps the order of a CROSS JOIN.
    fileprivate func placed(at groups: SQL, _ mine: SQL) throws -> [Placed] {
        try rows(
            """
            SELECT DISTINCT "case".id, given_name, family_name, given_folded, family_folded,
                introduction.activity
            FROM (\(groups)) AS these
            CROSS JOIN introduction
            CROSS JOIN "case"
            JOIN particulars ON particulars.person = "case".person AND particulars.replaced_by IS NULL
            WHERE introduction.activity = these.activity AND "case".id = introduction."case" AND \(mine)
                AND (
                    EXISTS (
                        SELECT 1 FROM introduction_answer
                        WHERE introduction_answer.introduction = introduction.id AND replaced_by IS NULL
                            AND answer IN ('yes', 'yes_from'))
                    OR EXISTS (
                        SELECT 1 FROM attendance
                        WHERE attendance.introduction = introduction.id AND replaced_by IS NULL
                            AND answer IN ('coming', 'once')))
                AND NOT EXISTS (
                    SELECT 1 FROM attendance
                    WHERE attendance.introduction = introduction.id AND replaced_by IS NULL
                        AND answer IN ('stopped', 'never'))
                AND NOT EXISTS (
                    SELECT 1 FROM introduction_withdrawal
                    WHERE introduction_withdrawal.introduction = introduction.id)
                AND NOT EXISTS (
                    SELECT 1 FROM closing
                    WHERE closing."case" = "case".id AND NOT EXISTS (
                        SELECT 1 FROM reopening WHERE reopening.closing = closing.id))
            ORDER BY given_folded, family_folded, "case".id
            """
        ).map { row in
            try Placed(id: row("id"), name: Particulars(naming: row).listed, activity: row("activity"))
        }
    }
}
