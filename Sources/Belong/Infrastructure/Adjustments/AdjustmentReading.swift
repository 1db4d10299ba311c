import Foundation
import Kernel
import Store

extension Reader {
    /// With everything that was said to each, the open ones first and the latest first in each group.
    func adjustments(_ which: SQL) throws -> [Adjustment] {
        let turns: [(Adjustment.ID, Adjustment.Turn)] = try rows(
            """
            SELECT adjustment, act, adjustment_turn.words, by_on, said_at, said_by, member.name
            FROM adjustment_turn
            JOIN adjustment ON adjustment.id = adjustment_turn.adjustment
            JOIN member ON member.id = said_by
            WHERE \(which)
            ORDER BY said_at, adjustment_turn.id
            """
        ).map { row in
            try (
                row("adjustment"),
                Adjustment.Turn(
                    act: row("act"),
                    words: row("words"),
                    by: row("by_on"),
                    saidBy: .init(id: row("said_by"), name: row("name")),
                    saidAt: row("said_at")
                )
            )
        }
        let ofEach = Dictionary(grouping: turns, by: \.0)
        let all = try rows(
            """
            SELECT adjustment.id, kind, words, asked_at, asked_by, member.name
            FROM adjustment
            JOIN member ON member.id = asked_by
            WHERE \(which)
            ORDER BY asked_at DESC, adjustment.id
            """
        ).map { row in
            let id: Adjustment.ID = try row("id")
            return try Adjustment(
                id: id,
                kind: row("kind"),
                words: row("words"),
                askedBy: .init(id: row("asked_by"), name: row("name")),
                askedAt: row("asked_at"),
                turns: ofEach[id]?.map(\.1) ?? []
            )
        }
        return all.filter(\.isOpen) + all.filter { !$0.isOpen }
    }
}

extension Owing.Part {
    /// Its words are for the link worker and whoever answers for the practice; here stand
    /// kind, owner and clock. What ended stays in sight for half a year.
    static let adjustments = Owing.Part(
        heading: "Asked to be done differently",
        path: { "/placements/\($0.id)/adjustments" },
        lines: { view, placed, now in
            let answering = try view.answering(for: placed, at: now)
            let whose =
                answering.isEmpty ? placed.practiceName : answering.map(\.name).joined(separator: ", ")
            return try view.adjustments("adjustment.placement = \(placed.id)")
                .filter { $0.isOpen || $0.lastSaidAt > now - 180 * 86_400 }
                .map { one in
                    Owing.Line(
                        what: one.kind.told,
                        whose: whose,
                        due: "asked \(Day(one.askedAt).nearness(to: Day(now)))",
                        state: one.state(at: now),
                        isDone: !one.isOpen
                    )
                }
        }
    )
}

extension Adjustment {
    fileprivate var lastSaidAt: Date { turns.last?.saidAt ?? askedAt }
}

extension Reader {
    /// Who answers for a practice: its managers, or whoever leads the network where it has none.
    func answering(for placed: Owing.Placed, at now: Date) throws -> [Concerned] {
        let managers = try concerned(at: placed.practice, as: [.practiceManager], on: Day(now))
        guard managers.isEmpty else { return managers.filter { $0.id != placed.linkWorker.id } }
        return try concerned(at: placed.practice, as: [.networkLead], on: Day(now))
    }
}
