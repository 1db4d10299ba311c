import Foundation
import Kernel
import Store

extension Reader {
    /// How many people each of these has, and what was agreed, in four queries however many they are.
    func loads(of which: SQL, on today: Day) throws -> [Load] {
        let people = try rows(
            """
            SELECT DISTINCT member.id, member.name
            FROM placement
            JOIN member ON member.id = placement.link_worker
            WHERE \(which) AND \(Placement.current(on: today))
            ORDER BY member.name, member.id
            """
        ).map { try Worry.Named(id: $0("id"), name: $0("name")) }
        guard !people.isEmpty else { return [] }
        let ids = people.map(\.id)
        let counts = try counts(of: ids, on: today)
        let said: [AgreedLoad] = try all(
            """
            SELECT \(AgreedLoad.columns)
            FROM \(AgreedLoad.tables)
            WHERE agreed_load.link_worker IN (\(each: ids))
            ORDER BY agreed_load.said_at DESC, agreed_load.id DESC
            """
        )
        let answers = try answers(to: said.map(\.id))
        let theirs = Dictionary(grouping: said, by: \.linkWorker)
        return people.map { who in
            let (all, count) = (theirs[who.id] ?? [], counts[who.id] ?? (0, 0))
            let agreed = all.filter { $0.agreed != nil }
            let proposed = all.first.flatMap { $0.agreed == nil ? $0 : nil }
            return Load(
                linkWorker: who,
                people: count.people,
                holding: count.holding,
                agreed: agreed.first,
                proposed: proposed,
                earlier: Array(agreed.dropFirst()),
                answers: agreed.first.flatMap { answers[$0.id] } ?? []
            )
        }
    }

    /// The numbers that were said for one link worker, latest first.
    func said(of linkWorker: Member.ID) throws -> [AgreedLoad] {
        try all(
            """
            SELECT \(AgreedLoad.columns)
            FROM \(AgreedLoad.tables)
            WHERE agreed_load.link_worker = \(linkWorker)
            ORDER BY agreed_load.said_at DESC, agreed_load.id DESC
            """
        )
    }

    /// Whether somebody supervises them, so that there is a second to agree with.
    func isSupervised(_ linkWorker: Member.ID, on today: Day) throws -> Bool {
        try has(
            """
            SELECT placement.id FROM placement
            WHERE placement.link_worker = \(linkWorker) AND placement.supervisor IS NOT NULL
                AND \(Placement.current(on: today))
            """
        )
    }

    /// People with an open case where the link worker still is.
    private func counts(
        of linkWorkers: [Member.ID],
        on today: Day
    ) throws -> [Member.ID: (people: Int, holding: Int)] {
        let counted: [(Member.ID, (people: Int, holding: Int))] = try rows(
            """
            SELECT held.holder, COUNT(DISTINCT "case".person) AS people,
                COUNT(DISTINCT CASE WHEN holding.is_holding THEN "case".person END) AS holding
            FROM (\(Case.held(by: "\(each: linkWorkers)"))) AS held
            JOIN "case" ON "case".id = held.id
            LEFT JOIN holding ON holding."case" = "case".id AND holding.replaced_by IS NULL
            WHERE NOT \(Case.isClosed)
                AND EXISTS (
                    SELECT 1 FROM placement
                    WHERE placement.link_worker = held.holder AND placement.practice = "case".practice
                        AND \(Placement.current(on: today)))
            GROUP BY held.holder
            """
        ).map { try ($0("holder"), ($0("people"), $0("holding"))) }
        return Dictionary(counted, uniquingKeysWith: { first, _ in first })
    }

    /// Latest first.
    private func answers(to loads: [AgreedLoad.ID]) throws -> [AgreedLoad.ID: [LoadAnswer]] {
        let found: [(AgreedLoad.ID, LoadAnswer)] = try rows(
            """
            SELECT load_answer.agreed_load, load_answer.words, until_on, answered_at, member.name
            FROM load_answer
            JOIN member ON member.id = load_answer.answered_by
            WHERE load_answer.agreed_load IN (\(each: loads))
            ORDER BY answered_at DESC, load_answer.id DESC
            """
        ).map { row in
            try (
                row("agreed_load"),
                LoadAnswer(
                    words: row("words"),
                    until: row("until_on"),
                    by: row("name"),
                    at: row("answered_at")
                )
            )
        }
        return Dictionary(grouping: found, by: \.0).mapValues { $0.map(\.1) }
    }
}
