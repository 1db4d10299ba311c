import Foundation
import Kernel
import Store

/// What is looked at again, and what the post can count on: C09.o2, C16.c1.
extension Sounding {
    static let attending: [Sounding] = [paidFor, reviewed]

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
}
