import Foundation
import Kernel
import Store

/// Whose rules apply, and what happens when a link worker is asked for different things: C02.c1, C02.m1, C02.o1.
extension Sounding {
    static let rules: [Sounding] = [owned, openConflicts, decided]

    /// C02.c1: of the twelve everyday questions, those with an owner who said within a year what holds. Where nobody
    /// has begun to name owners and nothing was ever in conflict, it is not known.
    private static let owned = Sounding(signal: "C02.c1") { view, ground, span in
        let begun: [Placement.ID] = try view.values(
            """
            WITH \(ground.scoped)
            SELECT scoped.id FROM scoped
            WHERE EXISTS (
                    SELECT 1 FROM responsibility
                    WHERE responsibility.placement = scoped.id AND named_at <= \(span.at))
                OR EXISTS (
                    SELECT 1 FROM rule_conflict
                    WHERE rule_conflict.placement = scoped.id AND raised_at <= \(span.at))
            """
        )
        let confirmed: [Placement.ID: Int] = try view.rows(
            """
            WITH \(ground.scoped)
            SELECT scoped.id AS placement, COUNT(DISTINCT responsibility.question) AS confirmed
            FROM scoped
            JOIN responsibility ON responsibility.placement = scoped.id AND responsibility.named_at <= \(span.at)
                AND responsibility.question IN (\(each: Rule.Question.twelve.map(\.rawValue)))
                AND NOT EXISTS (
                    SELECT 1 FROM responsibility AS later
                    WHERE later.id = responsibility.replaced_by AND later.named_at <= \(span.at))
            JOIN responsibility_answer ON responsibility_answer.responsibility = responsibility.id
                AND responsibility_answer.confirmed_at > \(span.from)
                AND responsibility_answer.confirmed_at <= \(span.at)
            GROUP BY scoped.id
            """
        ).reduce(into: [:]) { all, row in all[try row("placement")] = try row("confirmed") }
        return begun.reduce(into: [:]) { all, placement in
            let count = Double(confirmed[placement] ?? 0)
            all[placement] = .share(Proportion(count, of: Rule.Question.twelve.count))
        }
    }

    /// C02.m1: conflicts that were open for more than 14 days. None at all says nothing unless the link worker was
    /// asked whose rules to follow: silence looks like clarity.
    private static let openConflicts = Sounding(signal: "C02.m1") { view, ground, span in
        let asked: [Placement.ID] = try view.values(
            """
            WITH \(ground.scoped)
            SELECT DISTINCT scoped.id
            FROM scoped
            JOIN check_in_answer ON check_in_answer.placement = scoped.id AND item = 'LW2'
                AND answered_at > \(span.from) AND answered_at <= \(span.at)
            """
        )
        let long = try conflicts(view, ground, span).mapValues { all in
            all.count { conflict in
                let end = conflict.settled ?? span.at
                return end > span.from && end.timeIntervalSince(conflict.raised) > 14 * 86_400
            }
        }
        return asked.reduce(into: [:]) { all, placement in
            all[placement] = .rate(Rate(events: long[placement] ?? 0, exposure: 1), over: 1)
        }
    }

    /// C02.o1: working days from being asked for different things to an answer.
    private static let decided = Sounding(signal: "C02.o1") { view, ground, span in
        try conflicts(view, ground, span).compactMapValues { all in
            let waits = all.filter { $0.raised > span.from }.map {
                span.workingDays(from: $0.raised, to: $0.settled)
            }
            return waits.isEmpty ? nil : .median(Waits(waits))
        }
    }

    private static func conflicts(
        _ view: any Reader,
        _ ground: Ground,
        _ span: Span
    ) throws -> [Placement.ID: [(raised: Date, settled: Date?)]] {
        let found = try view.rows(
            """
            WITH \(ground.scoped)
            SELECT scoped.id AS placement, rule_conflict.raised_at, rule_settling.settled_at
            FROM scoped
            JOIN rule_conflict ON rule_conflict.placement = scoped.id AND rule_conflict.raised_at <= \(span.at)
            LEFT JOIN rule_settling ON rule_settling.conflict = rule_conflict.id
                AND rule_settling.settled_at <= \(span.at)
            """
        ).map { row -> (Placement.ID, (raised: Date, settled: Date?)) in
            try (row("placement"), (row("raised_at"), row("settled_at")))
        }
        return Dictionary(grouping: found, by: \.0).mapValues { $0.map(\.1) }
    }
}
