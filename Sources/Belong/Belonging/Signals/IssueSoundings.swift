import Foundation
import Kernel
import Store

/// What became of what a link worker raised: C16.m1, C16.o1, C16.o2. An issue that is still open is not left out: it
/// has lasted so long.
extension Sounding {
    static let issues: [Sounding] = [takenUp, putRight, comeBack]

    /// C16.m1: working days until somebody said that they have it, or that it is put right.
    private static let takenUp = read("C16.m1") { span in
        """
        SELECT scoped.id AS placement, issue.raised_at, (
            SELECT MIN(said_at) FROM issue_turn
            WHERE issue_turn.issue = issue.id AND act IN ('acknowledged', 'mended', 'closed')
                AND said_at <= \(span.at)) AS ended_at
        \(raised(span))
        """
    } _: { rows, span in
        .median(Waits(try rows.map { try span.workingDays(from: $0("raised_at"), to: $0("ended_at")) }))
    }

    /// C16.o1: closed within 60 days, by whoever raised it.
    private static let putRight = read("C16.o1") { span in
        """
        SELECT scoped.id AS placement, issue.raised_at, (
            SELECT said_at FROM issue_turn
            WHERE issue_turn.issue = issue.id AND act = 'closed' AND said_at <= \(span.at)) AS ended_at
        \(raised(span))
        """
    } _: { rows, span in
        .within(Waits(try rows.map { try span.wait(from: $0("raised_at"), to: $0("ended_at")) }), days: 60)
    }

    /// C16.o2: of what was closed, the same kind of thing raised again within 90 days.
    private static let comeBack = judged("C16.o2") { span in
        """
        SELECT scoped.id AS placement, closed.said_at AS closed_at, (
            SELECT MIN(again.raised_at) FROM issue AS again
            WHERE again.placement = issue.placement AND again.kind = issue.kind
                AND again.raised_at > closed.said_at AND again.raised_at <= \(span.at)) AS again_at
        FROM scoped
        JOIN issue ON issue.placement = scoped.id
        JOIN issue_turn AS closed ON closed.issue = issue.id AND closed.act = 'closed'
            AND closed.said_at > \(span.from) AND closed.said_at <= \(span.at)
        """
    } _: { row, span in
        try span.inTime(90, after: row("closed_at"), row("again_at"))
    }

    private static func raised(_ span: Span) -> SQL {
        """
        FROM scoped
        JOIN issue ON issue.placement = scoped.id
            AND issue.raised_at > \(span.from) AND issue.raised_at <= \(span.at)
        """
    }
}

extension Span {
    /// How long something took; what is not over has lasted until now, and is known only to last longer.
    func wait(from start: Date, to end: Date?) -> Waits.Wait {
        .init(days: (end ?? at).timeIntervalSince(start) / 86_400, isOver: end != nil)
    }

    /// The same in working days, Monday to Friday.
    func workingDays(from start: Date, to end: Date?) -> Waits.Wait {
        .init(days: Double(Day(start).workingDays(until: Day(end ?? at))), isOver: end != nil)
    }
}
