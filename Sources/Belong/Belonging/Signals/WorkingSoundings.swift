import Foundation
import Kernel
import Store

/// What the placement and the diary say: C02.c0, C03.c4, C05.m1, C06.c1.
extension Sounding {
    static let working: [Sounding] = [bodies, communityTime, advice, present]

    /// C02.c0: whoever employs, pays, hosts and supervises, each organisation once.
    private static let bodies = read("C02.c0") { span in
        """
        SELECT scoped.id AS placement, placement.employer, placement.funder, placement.practice,
            membership.organisation AS supervisor
        FROM scoped
        JOIN placement ON placement.id = scoped.id
        LEFT JOIN membership ON membership.member = placement.supervisor AND membership.role = 'supervisor'
            AND membership.began_at <= \(span.at)
        """
    } _: { rows, _ in
        let bodies = try rows.flatMap { row -> [Organisation.ID?] in
            try [row("employer"), row("funder"), row("practice"), row("supervisor")]
        }
        return .count(Set(bodies.compactMap(\.self)).count)
    }

    /// C05.m1: questions somebody of the practice asked, over the days agreed there.
    private static let advice = Sounding(signal: "C05.m1") { view, ground, span in
        let asks: [Placement.ID: Int] = try view.rows(
            """
            WITH \(ground.scoped)
            SELECT scoped.id AS placement, COUNT(*) AS asks
            FROM scoped
            JOIN question ON question.practice = scoped.practice AND question.asked_of = scoped.link_worker
                AND question.asked_at > \(span.from) AND question.asked_at <= \(span.at)
            GROUP BY scoped.id
            """
        ).reduce(into: [:]) { all, row in all[try row("placement")] = try row("asks") }
        return try view.agreedDays(ground, span).reduce(into: [:]) { all, entry in
            let days = Double(entry.value.count)
            guard days > 0 else { return }
            all[entry.key] = .rate(Rate(events: asks[entry.key] ?? 0, exposure: days / 10), over: days)
        }
    }

    /// C06.c1: of the days agreed, those on which the diary, a booked room or a conversation has the link worker there.
    private static let present = Sounding(signal: "C06.c1") { view, ground, span in
        let there = try view.daysThere(ground, span)
        return try view.agreedDays(ground, span).reduce(into: [:]) { all, entry in
            guard !entry.value.isEmpty else { return }
            let days = entry.value.intersection(there[entry.key] ?? [])
            all[entry.key] = .share(Proportion(Double(days.count), of: entry.value.count))
        }
    }

    /// C03.c4: week by week, the community time that was kept, of what was agreed for a week. What something else was
    /// put over is not kept.
    private static let communityTime = Sounding(signal: "C03.c4") { view, ground, span in
        let agreed = try view.agreedCommunity(ground, span)
        let entries = try view.plannedTime(ground, span)
        return agreed.reduce(into: [:]) { all, entry in
            let kept = CommunityWeeks(entries[entry.key] ?? [], agreed: entry.value, span)
            if let share = kept.share { all[entry.key] = .share(share) }
        }
    }
}
