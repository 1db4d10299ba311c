import Foundation
import Kernel
import Store

extension Reader {
    /// Issues with all that was said to them, the latest first.
    func issues(_ which: SQL) throws -> [Issue] {
        let turns: [(Issue.ID, Issue.Turn)] = try rows(
            """
            SELECT issue_turn.issue, act, issue_turn.words, handed_to, said_at, said_by,
                taker.name AS taker_name, sayer.name AS sayer_name
            FROM issue_turn
            JOIN issue ON issue.id = issue_turn.issue
            JOIN member AS sayer ON sayer.id = said_by
            LEFT JOIN member AS taker ON taker.id = handed_to
            WHERE \(which)
            ORDER BY said_at, issue_turn.id
            """
        ).map { row in
            let to: Member.ID? = try row("handed_to")
            return try (
                row("issue"),
                Issue.Turn(
                    act: row("act"),
                    words: row("words"),
                    to: to.map { try .init(id: $0, name: row("taker_name")) },
                    by: .init(id: row("said_by"), name: row("sayer_name")),
                    at: row("said_at")
                )
            )
        }
        let ofEach = Dictionary(grouping: turns, by: \.0)
        return try rows(
            """
            SELECT issue.id, issue.practice, organisation.name AS practice_name, issue.kind, words, whose, raised_at,
                raised_by, raiser.name AS raiser_name, fixer.name AS fixer_name
            FROM issue
            JOIN organisation ON organisation.id = issue.practice
            JOIN member AS raiser ON raiser.id = raised_by
            JOIN member AS fixer ON fixer.id = whose
            WHERE \(which)
            ORDER BY raised_at DESC, issue.id
            """
        ).map { row in
            let id: Issue.ID = try row("id")
            return try Issue(
                id: id,
                practice: row("practice"),
                practiceName: row("practice_name"),
                kind: row("kind"),
                words: row("words"),
                raisedBy: .init(id: row("raised_by"), name: row("raiser_name")),
                raisedAt: row("raised_at"),
                firstOwner: .init(id: row("whose"), name: row("fixer_name")),
                turns: ofEach[id]?.map(\.1) ?? []
            )
        }
    }
}

extension Owing.Part {
    /// What the link worker raised about this placement. Its words are for the two it
    /// is between; here stand kind, owner and clock.
    static let issues = Owing.Part(
        heading: "Issues raised",
        path: { _ in "/issues" },
        lines: { view, placed, now in
            try view.issues("issue.placement = \(placed.id)").map { issue in
                Owing.Line(
                    what: issue.kind.name,
                    whose: issue.whose.name,
                    due: "raised \(Day(issue.raisedAt).nearness(to: Day(now)))",
                    state: issue.state(at: now),
                    isDone: !issue.isOpen
                )
            }
        }
    )
}
