import Foundation
import Kernel
import Store

extension Reader {
    /// Placements that have an end, by the names of practice and link worker.
    func exits(_ which: SQL) throws -> [Exit] {
        let rows = try rows(
            """
            SELECT placement.id, placement.link_worker, placement.practice, organisation.name AS practice_name,
                organisation.network, began_on, ended_on, member.name, exit_words.words, for_network, for_practice
            FROM placement
            JOIN placement_end ON placement_end.placement = placement.id
            JOIN member ON member.id = placement.link_worker
            JOIN organisation ON organisation.id = placement.practice
            LEFT JOIN exit_words ON exit_words.placement = placement.id AND exit_words.replaced_by IS NULL
            WHERE \(which)
            ORDER BY organisation.name, member.name, placement.id
            """
        )
        guard !rows.isEmpty else { return [] }
        let ids: [Placement.ID] = try rows.map { try $0("id") }
        let raised = try raised(in: ids)
        let reviews = try exitReviews(of: ids)
        return try rows.map { row in
            let id: Placement.ID = try row("id")
            let ended: Day = try row("ended_on")
            return try Exit(
                id: id,
                linkWorker: .init(id: row("link_worker"), name: row("name")),
                practice: row("practice"),
                practiceName: row("practice_name"),
                network: row("network"),
                beganOn: row("began_on"),
                endedOn: ended,
                words: Exit.Words(row),
                leftOpen: (raised[id] ?? []).compactMap { Exit.LeftOpen($0, endedOn: ended, reviews) }
            )
        }
    }

    private func raised(in placements: [Placement.ID]) throws -> [Placement.ID: [Issue]] {
        let which: SQL = "issue.placement IN (\(each: placements))"
        let of: [(Issue.ID, Placement.ID)] = try rows("SELECT id, placement FROM issue WHERE \(which)")
            .map { try ($0("id"), $0("placement")) }
        let placement = Dictionary(uniqueKeysWithValues: of)
        let all = try issues(which).compactMap { issue in placement[issue.id].map { ($0, issue) } }
        return Dictionary(grouping: all, by: \.0).mapValues { $0.map(\.1) }
    }

    private func exitReviews(of placements: [Placement.ID]) throws -> [Issue.ID: Exit.Reviewed] {
        try rows(
            """
            SELECT issue, words, said_at, member.name
            FROM exit_review
            JOIN member ON member.id = said_by
            WHERE placement IN (\(each: placements))
            """
        ).reduce(into: [:]) { all, row in
            let at: Date = try row("said_at")
            try all[row("issue")] = Exit.Reviewed(words: row("words"), by: row("name"), on: Day(at))
        }
    }

    /// Of those that were there at any time in the last nine months.
    func ended(among which: SQL, on today: Day) throws -> Ended {
        let since = today.advanced(by: -Ended.days)
        let days: [Day?] = try rows(
            """
            SELECT ended_on
            FROM placement
            JOIN organisation ON organisation.id = placement.practice
            LEFT JOIN placement_end ON placement_end.placement = placement.id
            WHERE \(which) AND began_on <= \(today) AND (ended_on IS NULL OR ended_on > \(since))
            """
        ).map { try $0("ended_on") }
        return Ended(ended: days.count { $0.map { $0 <= today } ?? false }, of: days.count)
    }
}

extension Exit.Words {
    fileprivate init?(_ row: Row) throws {
        guard let words: String = try row("words") else { return nil }
        let (network, practice): (Bool, Bool) = try (row("for_network"), row("for_practice"))
        var audiences: Set<Exit.Audience> = []
        if network { audiences.insert(.network) }
        if practice { audiences.insert(.practice) }
        self.init(words: words, audiences: audiences)
    }
}

extension Exit.LeftOpen {
    fileprivate init?(_ issue: Issue, endedOn: Day, _ reviews: [Issue.ID: Exit.Reviewed]) {
        let closed = issue.turns.last { $0.act == .closed }?.at
        guard Exit.wasLeftOpen(raised: issue.raisedAt, closed: closed, endedOn: endedOn) else { return nil }
        self.init(
            id: issue.id,
            kind: issue.kind,
            whose: issue.whose,
            days: endedOn.number - Day(issue.raisedAt).number,
            review: reviews[issue.id]
        )
    }
}
