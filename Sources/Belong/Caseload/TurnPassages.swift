import Foundation
import Kernel
import Store

extension Reader {
    /// What a conversation was filed under, and who else could read along or took over.
    func whoseTurn(_ id: Case.ID) throws -> [Passage] {
        try passages(
            "tag",
            """
            SELECT tagging.id, tagged_at AS at, tagging_reason.reason
            FROM tagging
            JOIN tagging_reason ON tagging_reason.tagging = tagging.id
            JOIN contact ON contact.id = tagging.contact
            WHERE contact."case" = \(id)
            ORDER BY tagged_at, tagging.id, tagging_reason.reason
            """
        ) { row in
            let reason: Reason = try row("reason")
            return ["What a conversation was about": reason.name]
        }
        .numbered
            + passages(
                "showing",
                """
                SELECT showing.id, shown_at AS at, member.name, ended_at
                FROM showing
                JOIN member ON member.id = shown_to
                LEFT JOIN showing_end ON showing_end.showing = showing.id
                WHERE showing."case" = \(id)
                """
            ) { row in
                let (name, ended): (String, Date?) = try (row("name"), row("ended_at"))
                let until = ended.map { ", until \(Day($0).full)" } ?? ""
                return ["Who could read along, to think it over": "\(name)\(until)"]
            }
            + passages(
                "hand-over",
                """
                SELECT hand_over.id, hand_over.made_at AS at, why, to_know, member.name
                FROM hand_over
                JOIN member ON member.id = given_to
                WHERE hand_over."case" = \(id)
                """,
                isWorry: true
            ) { row in
                let name: String = try row("name")
                return try [
                    "Why \(name) was asked to go on with you": row("why"),
                    "What \(name) needed to know": row("to_know"),
                ]
            }
            + passages(
                "taking over",
                """
                SELECT hand_over AS id, taken_at AS at, member.name
                FROM taking_over
                JOIN member ON member.id = link_worker
                WHERE taking_over."case" = \(id)
                """
            ) { try ["Who went on with you": $0("name")] }
            + markPassages(id)
    }
}

extension [Passage] {
    /// Several of one key, told apart.
    fileprivate var numbered: [Passage] {
        var counts: [String: Int] = [:]
        return map { passage in
            let nth = counts[passage.key, default: 0]
            counts[passage.key] = nth + 1
            return Passage(
                key: "\(passage.key) \(nth)",
                heading: passage.heading,
                at: passage.at,
                words: passage.words,
                isWorry: passage.isWorry
            )
        }
    }
}
