import Foundation
import Kernel
import Store

extension Reader {
    /// When a supervisor was last with each of these, and when they are next: what was planned between the two and,
    /// as the link worker says, held; and supervision that stands in a link worker's own diary.
    func spoken(
        with linkWorkers: [Member.ID],
        by supervisor: Member.ID,
        at now: Date
    ) throws -> [Member.ID: (last: Date?, next: Date?)] {
        guard !linkWorkers.isEmpty else { return [:] }
        let found: [(Member.ID, (last: Date?, next: Date?))] = try rows(
            """
            SELECT member, MAX(last_at) AS last_at, MIN(next_at) AS next_at
            FROM (
                SELECT diary_entry.member,
                    CASE WHEN diary_entry.ends_at <= \(now) THEN diary_entry.begins_at END AS last_at,
                    CASE WHEN diary_entry.begins_at > \(now) THEN diary_entry.begins_at END AS next_at
                FROM diary_entry
                WHERE diary_entry.member IN (\(each: linkWorkers)) AND diary_entry.kind = 'supervision'
                    AND diary_entry.replaced_by IS NULL
                    AND NOT EXISTS (SELECT 1 FROM diary_cancelling WHERE diary_cancelling.entry = diary_entry.id)
                UNION ALL
                SELECT supervision.link_worker,
                    CASE WHEN supervision_answer.useful IS NOT NULL THEN supervision.begins_at END,
                    CASE WHEN supervision.begins_at > \(now) THEN supervision.begins_at END
                FROM supervision
                LEFT JOIN supervision_answer ON supervision_answer.supervision = supervision.id
                    AND supervision_answer.said_at <= \(now)
                WHERE supervision.link_worker IN (\(each: linkWorkers)) AND supervision.supervisor = \(supervisor)
                    AND NOT EXISTS (
                        SELECT 1 FROM supervision_cancelling
                        WHERE supervision_cancelling.supervision = supervision.id)) AS spoken
            GROUP BY member
            """
        ).map { try ($0("member"), ($0("last_at"), $0("next_at"))) }
        return Dictionary(found, uniquingKeysWith: { first, _ in first })
    }

    /// Whoever this member supervised on a day, by name.
    func team(
        of supervisor: Member.ID,
        on day: Day
    ) throws -> [(id: Member.ID, name: String, practices: [String], placement: Placement.ID, since: Day)] {
        let lines: [(id: Member.ID, name: String, practice: String, placement: Placement.ID, since: Day)] =
            try rows(
                """
                SELECT member.id, member.name, organisation.name AS practice_name, placement.id AS placement_id,
                    placement.began_on
                FROM placement
                JOIN member ON member.id = placement.link_worker
                JOIN organisation ON organisation.id = placement.practice
                WHERE placement.supervisor = \(supervisor) AND \(Placement.current(on: day))
                ORDER BY member.name, member.id, organisation.name
                """
            ).map { try ($0("id"), $0("name"), $0("practice_name"), $0("placement_id"), $0("began_on")) }
        return lines.map(\.id).eachOnce.compactMap { id in
            let theirs = lines.filter { $0.id == id }
            guard let first = theirs.first, let since = theirs.map(\.since).min() else { return nil }
            return (id, first.name, theirs.map(\.practice), first.placement, since)
        }
    }

    /// What each of them may need, most pressing first.
    func needs(
        of linkWorkers: [Member.ID],
        seenBy supervisor: Member.ID,
        _ loads: [Load],
        at now: Date
    ) throws -> [Member.ID: [NotSpoken.Need]] {
        let (pauses, worries, shown) = try (
            pauses(of: linkWorkers, on: Day(now)), openWorries(raisedBy: linkWorkers),
            shown(by: linkWorkers, to: supervisor)
        )
        let over = Dictionary(
            loads.filter(\.isOver).map { ($0.linkWorker.id, $0) },
            uniquingKeysWith: { first, _ in first }
        )
        var needs: [Member.ID: [NotSpoken.Need]] = [:]
        for id in linkWorkers {
            needs[id] = [
                worries[id].map { .worry($0) },
                pauses[id].map { .pause($0.until) },
                shown[id].map { .shown($0) },
                over[id].flatMap { load in load.agreed.map { .over(load.people, agreed: $0.people) } },
            ].compactMap(\.self)
        }
        return needs
    }

    private func openWorries(raisedBy linkWorkers: [Member.ID]) throws -> [Member.ID: Int] {
        try counted(
            """
            SELECT worry.raised_by AS link_worker, COUNT(*) AS found
            FROM worry
            WHERE worry.raised_by IN (\(each: linkWorkers)) AND NOT EXISTS (
                SELECT 1 FROM worry_answer
                WHERE worry_answer.worry = worry.id AND worry_answer.handed_on IS NULL)
            GROUP BY worry.raised_by
            """
        )
    }

    private func shown(by linkWorkers: [Member.ID], to supervisor: Member.ID) throws -> [Member.ID: Int] {
        try counted(
            """
            SELECT showing.shown_by AS link_worker, COUNT(DISTINCT showing."case") AS found
            FROM showing
            JOIN "case" ON "case".id = showing."case"
            WHERE showing.shown_by IN (\(each: linkWorkers)) AND showing.shown_to = \(supervisor)
                AND NOT EXISTS (SELECT 1 FROM showing_end WHERE showing_end.showing = showing.id)
                AND NOT \(Case.isClosed)
            GROUP BY showing.shown_by
            """
        )
    }

    private func counted(_ statement: SQL) throws -> [Member.ID: Int] {
        let found: [(Member.ID, Int)] = try rows(statement).map { try ($0("link_worker"), $0("found")) }
        return Dictionary(found, uniquingKeysWith: { first, _ in first })
    }
}
