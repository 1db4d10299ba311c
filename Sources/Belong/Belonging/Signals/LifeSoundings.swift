import Foundation
import Kernel
import Store

/// What the life of the practice says: C04.c2, C15.c2, C15.c3.
extension Sounding {
    static let life: [Sounding] = [newcomersMet, welcomed, adjusted]

    /// C15.c3: what was asked for in the window, or done in it, and of that what the practice agreed to and the link
    /// worker says is done.
    private static let adjusted = read("C15.c3") { span in
        """
        SELECT scoped.id AS placement, CASE WHEN done.id IS NULL THEN 0 ELSE 1 END AS done
        FROM scoped
        JOIN adjustment ON adjustment.placement = scoped.id AND adjustment.asked_at <= \(span.at)
        LEFT JOIN adjustment_turn AS done ON done.adjustment = adjustment.id AND done.act = 'done'
            AND done.said_at > \(span.from) AND done.said_at <= \(span.at)
        WHERE adjustment.asked_at > \(span.from) OR done.id IS NOT NULL
        """
    } _: { rows, _ in
        try .count(rows.reduce(0) { try $0 + ($1("done") as Int) })
    }

    /// C04.c2: whoever is new and the link worker met within thirty days, as one of them says and the other does not
    /// deny. Whoever left before that is not in it.
    private static let newcomersMet = judged("C04.c2") { span in
        """
        SELECT placement.id AS placement, \(Acquaintance.columns), membership_end.ended_at, (
            SELECT MIN(said_at) FROM acquaintance_word AS met
            WHERE met.placement = placement.id AND met.membership = membership.id AND met.happened
                AND met.said_at <= \(span.at) AND NOT EXISTS (
                    SELECT 1 FROM acquaintance_word AS doubt
                    WHERE doubt.placement = met.placement AND doubt.membership = met.membership
                        AND NOT doubt.happened AND doubt.said_at >= met.said_at AND doubt.said_at <= \(span.at))
            ) AS met_at
        FROM scoped
        JOIN placement ON placement.id = scoped.id
        JOIN membership ON membership.organisation = scoped.practice AND membership.member <> scoped.link_worker
            AND membership.role IN (\(each: Acquaintance.roles.map(\.rawValue)))
            AND membership.began_at > \(span.from) AND membership.began_at <= \(span.at)
        LEFT JOIN membership_end ON membership_end.membership = membership.id
            AND membership_end.ended_at <= \(span.at)
        """
    } _: { row, span in
        guard try Acquaintance.isNew(row) else { return nil }
        let (joined, met, left): (Date, Date?, Date?) = try (row("joined_at"), row("met_at"), row("ended_at"))
        let days = Double(Acquaintance.promise)
        if met == nil, let left, left.timeIntervalSince(joined) < days * 86_400 { return nil }
        return span.inTime(days, after: joined, met)
    }

    /// C15.c2: of six acts of welcome, those that happened as the link worker says. The two of going along with each
    /// other are kept with the induction. Where none was offered, nothing is known.
    private static let welcomed = read("C15.c2") { span in
        """
        SELECT scoped.id AS placement, welcome_act.kind,
            CASE WHEN welcome_answer.happened AND welcome_answer.said_at > \(span.from) THEN 1 ELSE 0 END AS got
        FROM scoped
        JOIN welcome_act ON welcome_act.placement = scoped.id AND welcome_act.offered_at <= \(span.at)
        LEFT JOIN welcome_answer ON welcome_answer.act = welcome_act.id AND welcome_answer.said_at <= \(span.at)
        WHERE welcome_act.offered_at > \(span.from) OR welcome_answer.said_at > \(span.from)
        UNION ALL
        SELECT scoped.id, CASE WHEN kind = 'be_shadowed' THEN 'shadowed' ELSE 'shadowing' END,
            CASE WHEN EXISTS (\(Induction.happening(span.from, span.at))) THEN 1 ELSE 0 END
        FROM scoped
        JOIN induction ON induction.placement = scoped.id AND induction.made_at <= \(span.at)
            AND induction.kind IN ('be_shadowed', 'shadow_gp', 'shadow_nurse')
        WHERE induction.made_at > \(span.from) OR EXISTS (\(Induction.happening(span.from, span.at)))
        """
    } _: { rows, _ in
        let done: Set<String> = try Set(rows.filter { try $0("got") == 1 }.map { try $0("kind") })
        return .share(Proportion(Double(done.count), of: WelcomeAct.Kind.allCases.count))
    }
}
