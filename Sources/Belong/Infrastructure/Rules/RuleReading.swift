import Foundation
import Kernel
import Store

extension Reader {
    /// All of them, in one order, whether anybody is named or not.
    func rules(of placement: Placement.ID) throws -> [Rule] {
        let named = try rows(
            """
            SELECT responsibility.id, question, party, owner, member.name, words
            FROM responsibility
            JOIN member ON member.id = owner
            LEFT JOIN responsibility_answer ON responsibility_answer.responsibility = responsibility.id
            WHERE placement = \(placement) AND replaced_by IS NULL
            """
        ).map { row in
            try Rule(
                question: row("question"),
                id: row("id"),
                party: row("party"),
                owner: Worry.Named(id: row("owner"), name: row("name")),
                words: row("words")
            )
        }
        return Rule.Question.allCases.map { question in
            named.first { $0.question == question }
                ?? Rule(question: question, id: nil, party: nil, owner: nil, words: nil)
        }
    }

    /// What was asked in two ways, open ones first, the latest of each first.
    func conflicts(_ which: SQL) throws -> [RuleConflict] {
        try rows(
            """
            SELECT rule_conflict.id, placement, question, rule_conflict.words, one, asker.name AS one_name, other,
                differer.name AS other_name, tie_breaker, breaker.name AS tie_breaker_name, raised_at,
                rule_settling.words AS settling, settled_at, settler.name AS settler_name
            FROM rule_conflict
            JOIN member AS asker ON asker.id = one
            JOIN member AS differer ON differer.id = other
            JOIN member AS breaker ON breaker.id = tie_breaker
            LEFT JOIN rule_settling ON rule_settling.conflict = rule_conflict.id
            LEFT JOIN member AS settler ON settler.id = settled_by
            WHERE \(which)
            ORDER BY CASE WHEN settled_at IS NULL THEN 0 ELSE 1 END, raised_at DESC, rule_conflict.id
            """
        ).map { row in
            let settling: String? = try row("settling")
            return try RuleConflict(
                id: row("id"),
                placement: row("placement"),
                question: row("question"),
                words: row("words"),
                one: Worry.Named(id: row("one"), name: row("one_name")),
                other: Worry.Named(id: row("other"), name: row("other_name")),
                tieBreaker: Worry.Named(id: row("tie_breaker"), name: row("tie_breaker_name")),
                raisedAt: row("raised_at"),
                settled: settling.map { try ($0, row("settler_name"), row("settled_at")) }
            )
        }
    }
}

extension Owing.Part {
    static let rules = Owing.Part(
        heading: "Whose rule applies",
        path: { "/placements/\($0.id)/rules" },
        lines: { view, placed, now in
            let rules = try view.rules(of: placed.id)
            let open = rules.filter { !$0.isConfirmed }
            let questions = open.prefix(4).map { rule in
                Owing.Line(
                    what: rule.question.name,
                    whose: rule.owner?.name ?? "nobody owns it",
                    due: rule.owner == nil ? "to be named" : "to say what holds",
                    state: "open"
                )
            }
            let conflicts = try view.conflicts("rule_conflict.placement = \(placed.id)").map { conflict in
                Owing.Line(
                    what: "Asked for different things: \(conflict.question.name)",
                    whose: "\(conflict.one.name), \(conflict.other.name), \(conflict.tieBreaker.name)",
                    due: "raised \(Day(conflict.raisedAt).nearness(to: Day(now)))",
                    state: conflict.settled == nil ? conflict.state(at: now) : "settled",
                    isDone: conflict.settled != nil
                )
            }
            let answered = Owing.Line(
                what: "Everyday questions with an owner who has said what holds",
                whose: "funder, employer and practice",
                due: "\(rules.count) questions",
                state: "\(rules.count - open.count) answered, \(open.count) open",
                isDone: open.isEmpty
            )
            return conflicts + questions + [answered]
        }
    )
}
