import Foundation
import Kernel
import Store

/// What introductions to groups say: C03.c3, C03.o1, C03.o2, C03.o3, C10.c2.
extension Sounding {
    static let introducing: [Sounding] = [roomKnown, acknowledged, wordBack, pausing, busiest]

    /// The introductions of each placement in the span that went to a group.
    private static func sent(_ span: Span, within days: Double = 0) -> SQL {
        """
        FROM scoped
        JOIN "case" ON "case".practice = scoped.practice
        JOIN introduction ON introduction."case" = "case".id AND introduction.made_by = scoped.link_worker
            AND introduction.way <> 'signposting'
            AND introduction.made_at > \(span.from.addingTimeInterval(-days * 86_400))
            AND introduction.made_at <= \(span.at)
        LEFT JOIN introduction_withdrawal ON introduction_withdrawal.introduction = introduction.id
            AND introduction_withdrawal.withdrawn_at <= \(span.at)
        """
    }

    /// C03.c3: what the group had said last of its room was that there is some, not more than 30 days before.
    private static let roomKnown = judged("C03.c3") { span in
        """
        SELECT scoped.id AS placement, introduction.made_at, (
                SELECT state FROM capacity
                WHERE capacity.activity = introduction.activity AND said_at <= introduction.made_at
                ORDER BY said_at DESC LIMIT 1) AS state, (
                SELECT MAX(said_at) FROM capacity
                WHERE capacity.activity = introduction.activity AND said_at <= introduction.made_at) AS said_at
        \(sent(span))
        """
    } _: { row, _ in
        guard let saidAt: Date = try row("said_at"), let state: String = try row("state") else { return 0 }
        let madeAt: Date = try row("made_at")
        return madeAt.timeIntervalSince(saidAt) <= 30 * 86_400 && ["room", "few"].contains(state) ? 1 : 0
    }

    /// C03.o1: of those sent with a way to answer, answered within 10 days. What was taken back before needs no answer.
    private static let acknowledged = judged("C03.o1") { span in
        """
        SELECT scoped.id AS placement, introduction.made_at, introduction_withdrawal.withdrawn_at, (
            SELECT MIN(said_at) FROM introduction_answer
            WHERE introduction_answer.introduction = introduction.id AND said_at <= \(span.at)) AS answered_at
        \(sent(span))
        WHERE introduction.way = 'message'
        """
    } _: { row, span in
        let (answered, withdrawn): (Date?, Date?) = try (row("answered_at"), row("withdrawn_at"))
        if answered == nil, withdrawn != nil { return nil }
        return try span.inTime(10, after: row("made_at"), answered)
    }

    /// C10.c2: where the group said yes, any word from it about how it goes within 30 days of the beginning.
    private static let wordBack = judged("C10.c2") { span in
        """
        SELECT scoped.id AS placement, started.said_at, started.from_day, introduction_withdrawal.withdrawn_at, (
            SELECT MIN(attendance.said_at) FROM attendance
            WHERE attendance.introduction = introduction.id AND attendance.told_by = 'group'
                AND attendance.said_at <= \(span.at)) AS told_at
        \(sent(span, within: 90))
        JOIN introduction_answer AS started ON started.introduction = introduction.id
            AND started.answer IN ('yes', 'yes_from') AND started.said_at <= \(span.at)
        WHERE NOT EXISTS (
            SELECT 1 FROM introduction_answer AS later
            WHERE later.introduction = introduction.id AND later.said_at > started.said_at
                AND later.said_at <= \(span.at))
        """
    } _: { row, span in
        let (said, from): (Date, Day?) = try (row("said_at"), row("from_day"))
        let begins = max(said, from.map { London.instant($0, hour: 0) } ?? said)
        let (told, withdrawn): (Date?, Date?) = try (row("told_at"), row("withdrawn_at"))
        guard begins > span.from, begins <= span.at, told != nil || withdrawn == nil else { return nil }
        return span.inTime(30, after: begins, told)
    }

    /// C03.o2: groups this placement introduced people to that pause, or of which it is said that they stopped.
    private static let pausing = read("C03.o2") { span in
        """
        SELECT DISTINCT scoped.id AS placement, introduction.activity, (
                SELECT state FROM capacity
                WHERE capacity.activity = introduction.activity AND said_at <= \(span.at)
                ORDER BY said_at DESC LIMIT 1) AS state, (
                SELECT answer FROM confirmation
                WHERE confirmation.activity = introduction.activity AND told_at <= \(span.at)
                ORDER BY told_at DESC LIMIT 1) AS running
        \(sent(span))
        """
    } _: { rows, _ in
        let left = try rows.count { row in
            let (state, running): (String?, String?) = try (row("state"), row("running"))
            return state == "pausing" || running == "stopped"
        }
        return .count(left, of: rows.count)
    }

    /// C03.o3: of all that were sent, how many to the one group that gets most.
    private static let busiest = read("C03.o3") { span in
        """
        SELECT scoped.id AS placement, introduction.activity, COUNT(*) AS times
        \(sent(span))
        GROUP BY scoped.id, introduction.activity
        """
    } _: { rows, _ in
        let times: [Int] = try rows.map { try $0("times") }
        return .count(times.max() ?? 0, of: times.reduce(0, +))
    }
}
