import Foundation
import Kernel
import Store

extension Reader {
    /// Targets with all that was said of them, those in force first, then by when they began.
    func targets(_ which: SQL) throws -> [Target] {
        let terms: [(Target.ID, Target.Terms)] = try rows(
            """
            SELECT target_terms.target, way, paired, from_link_worker, said_at, member.name
            FROM target_terms
            JOIN target ON target.id = target_terms.target
            JOIN member ON member.id = said_by
            WHERE \(which)
            ORDER BY said_at, target_terms.id
            """
        ).map { row in
            try (
                row("target"),
                Target.Terms(
                    way: row("way"),
                    paired: row("paired"),
                    isFromLinkWorker: row("from_link_worker"),
                    by: row("name"),
                    at: row("said_at")
                )
            )
        }
        let ofEach = Dictionary(grouping: terms, by: \.0)
        return try rows(
            """
            SELECT target.id, target.network, target.practice, target.kind, target.words, set_by, since_day, added_at,
                place.name AS place_name, adder.name AS adder_name, target_end.words AS end_words, ended_at,
                ender.name AS ender_name
            FROM target
            JOIN organisation AS place ON place.id = COALESCE(target.practice, target.network)
            JOIN member AS adder ON adder.id = added_by
            LEFT JOIN target_end ON target_end.target = target.id
            LEFT JOIN member AS ender ON ender.id = ended_by
            WHERE \(which)
            ORDER BY CASE WHEN ended_at IS NULL THEN 0 ELSE 1 END, since_day, target.id
            """
        ).map { row in
            let (id, words): (Target.ID, String?) = try (row("id"), row("end_words"))
            return try Target(
                id: id,
                network: row("network"),
                practice: row("practice"),
                placeName: row("place_name"),
                kind: row("kind"),
                words: row("words"),
                setBy: row("set_by"),
                since: row("since_day"),
                added: (row("adder_name"), row("added_at")),
                terms: ofEach[id]?.map(\.1) ?? [],
                ended: words.map { try ($0, row("ender_name"), row("ended_at")) }
            )
        }
    }

    func targetConfirmation(of network: Organisation.ID) throws -> TargetConfirmation? {
        try rows(
            """
            SELECT member.name, confirmed_at
            FROM target_confirmation
            JOIN member ON member.id = confirmed_by
            WHERE network = \(network)
            ORDER BY confirmed_at DESC, target_confirmation.id DESC
            LIMIT 1
            """
        ).first.map { try TargetConfirmation(by: $0("name"), at: $0("confirmed_at")) }
    }
}

extension Owing.Part {
    /// What is counted of the link worker here, and whether whoever counts has looked at it.
    static let targets = Owing.Part(
        heading: "What is counted",
        path: { _ in "/targets" },
        lines: { view, placed, now in
            guard let network = placed.network else { return [] }
            let all = try view.targets(
                """
                target.network = \(network) AND (target.practice IS NULL OR target.practice = \(placed.practice))
                    AND NOT EXISTS (SELECT 1 FROM target_end AS over WHERE over.target = target.id)
                """
            )
            let confirmation = try view.targetConfirmation(of: network)
            let isConfirmed = confirmation?.holds(at: now) ?? false
            let register = Owing.Line(
                what: "The list of targets, said to be whole",
                whose: "the network lead",
                due: "every \(Target.confirmed) days",
                state: confirmation.map { "\($0.by), \(Day($0.at).nearness(to: Day(now)))" } ?? "not yet",
                isDone: isConfirmed
            )
            return [register]
                + all.map { target in
                    Owing.Line(
                        what: target.words,
                        whose: target.setBy,
                        due: target.state(on: Day(now)),
                        state: target.current?.told ?? "",
                        isDone: !target.kind.presses
                    )
                }
        }
    )
}
