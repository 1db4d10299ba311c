import Foundation
import Kernel
import Store

/// What is looked at again, and what the post can count on: C09.o2, C14.c4, C16.c1, C16.o3.
extension Sounding {
    static let attending: [Sounding] = [paidFor, learning, reviewed, leftOpen]

    /// C09.o2: whole months from that day, as whoever pays or employs confirmed it last.
    private static let paidFor = read("C09.o2") { span in
        """
        SELECT scoped.id AS placement, funded_until
        FROM scoped
        JOIN post_funding ON post_funding.placement = scoped.id AND confirmed_at <= \(span.at)
        ORDER BY confirmed_at, post_funding.id
        """
    } _: { rows, span in
        guard let until: Day = try rows.last?("funded_until") else { return .unknown(.nothing) }
        let months = Day(span.at).months(until: until.advanced(by: 1))
        return .figure(Double(max(0, months)), of: 1)
    }

    /// C14.c4: answered in thirty days, with yes or with a reason. What may still be answered says nothing yet.
    private static let learning = judged("C14.c4") { span in
        """
        SELECT scoped.id AS placement, asked_at, answered_at
        FROM scoped
        JOIN learning_ask ON learning_ask.placement = scoped.id
            AND asked_at > \(span.from) AND asked_at <= \(span.at)
        LEFT JOIN learning_answer ON ask = learning_ask.id AND answered_at <= \(span.at)
        """
    } _: { row, span in
        try span.inTime(Double(LearningAsk.promise), after: row("asked_at"), row("answered_at"))
    }

    /// C16.c1: reviews by the day each was first planned for, held as the link worker says. One that its time has not
    /// run out on says nothing yet; neither does one that was planned for after they left.
    private static let reviewed = judged("C16.c1") { span in
        """
        SELECT scoped.id AS placement, review.begins_at, review_presence.was_there, ended_on
        FROM scoped
        JOIN review ON review.placement = scoped.id AND review.planned_at <= \(span.at)
            AND review.begins_at > \(span.from) AND review.begins_at <= \(span.at)
        LEFT JOIN review_presence ON review_presence.review = review.id AND review_presence.said_at <= \(span.at)
        LEFT JOIN placement_end ON placement_end.placement = scoped.id
        """
    } _: { row, span in
        let (planned, wasThere): (Date, Bool?) = try (row("begins_at"), row("was_there"))
        if let wasThere { return wasThere ? 1 : 0 }
        if let ended: Day = try row("ended_on"), ended <= Day(planned) { return nil }
        return span.isOver(Double(Review.grace), after: planned) ? 0 : nil
    }

    /// C16.o3: of the placements at the same practice that ended, those whose link worker had raised something that was
    /// open for more than sixty days. Each is listed where it is looked at.
    private static let leftOpen = read("C16.o3") { span in
        """
        SELECT scoped.id AS placement, gone.id AS gone, ended_on, issue.raised_at, closing.said_at AS closed_at
        FROM scoped
        JOIN placement AS gone ON gone.practice = scoped.practice
        JOIN placement_end ON placement_end.placement = gone.id
            AND ended_on > \(Day(span.from)) AND ended_on <= \(Day(span.at))
        LEFT JOIN issue ON issue.placement = gone.id AND issue.raised_at <= \(span.at)
        LEFT JOIN issue_turn AS closing ON closing.issue = issue.id AND closing.act = 'closed'
            AND closing.said_at <= \(span.at)
        """
    } _: { rows, _ in
        let gone = try Dictionary(grouping: rows) { row -> Placement.ID in try row("gone") }
        let left = try gone.values.count { issues in
            try issues.contains { row in
                guard let raised: Date = try row("raised_at") else { return false }
                return try Exit.wasLeftOpen(
                    raised: raised,
                    closed: row("closed_at"),
                    endedOn: row("ended_on")
                )
            }
        }
        return .count(left, of: gone.count)
    }
}
