import Foundation
import Kernel
import Store

/// What people changed behind their own link: a group that shall not know of them any more, how much whoever
/// referred hears. It holds at once, and stands on their link worker's day until that was seen.
extension Diary {
    func sayings(in view: any Reader, at now: Date) throws -> [Today.News] {
        let (mine, me) = (cases.mine(at: now), member.id)
        let seen: (SQL) -> SQL = { saying in
            "NOT EXISTS (SELECT 1 FROM saying_seen WHERE saying = \(saying) AND seen_by = \(me))"
        }
        let taken = try view.rows(
            """
            SELECT introduction.id AS saying, "case".id AS opened, given_name, family_name, activity.name
            FROM introduction_withdrawal
            JOIN introduction ON introduction.id = introduction_withdrawal.introduction
            JOIN activity ON activity.id = introduction.activity
            JOIN "case" ON "case".id = introduction."case"
            JOIN particulars ON particulars.person = "case".person AND particulars.replaced_by IS NULL
            WHERE \(mine) AND introduction_withdrawal.withdrawn_by IS NULL AND \(seen("introduction.id"))
            ORDER BY withdrawn_at DESC, introduction.id
            LIMIT 10
            """
        ).map { row in
            let group: String = try row("name")
            return try Today.News(saying: row, words: "does not want \(group) to know of them any more")
        }
        let chosen = try view.rows(
            """
            SELECT news_extent.id AS saying, "case".id AS opened, given_name, family_name, news_extent.extent
            FROM news_extent
            JOIN "case" ON "case".id = news_extent."case"
            JOIN particulars ON particulars.person = "case".person AND particulars.replaced_by IS NULL
            WHERE \(mine) AND news_extent.recorded_by IS NULL AND news_extent.replaced_by IS NULL
                AND \(seen("news_extent.id"))
            ORDER BY news_extent.said_at DESC, news_extent.id
            LIMIT 10
            """
        ).map { row in
            let extent: NewsExtent.Kind = try row("extent")
            let told = "\(extent.ownName.prefix(1).lowercased())\(extent.ownName.dropFirst())"
            return try Today.News(saying: row, words: "says what whoever referred them hears: \(told)")
        }
        return taken + chosen
    }

    /// It was read; it stays where it holds.
    func see(_ saying: Key<Today.News>, at now: Date = .now) async throws {
        let me = member.id
        try await store.write { work in
            let sayings = try sayings(in: work, at: now).compactMap(\.saying)
            let waits = try comingBack(in: work, at: now).compactMap(\.saying)
            guard (sayings + waits).contains(saying.uuid) else { throw Missing() }
            try work.run(
                """
                INSERT INTO saying_seen (saying, seen_by, seen_at)
                VALUES (\(saying), \(me), \(now))
                ON CONFLICT (saying, seen_by) DO NOTHING
                """
            )
        }
    }
}

extension Today.News {
    fileprivate init(saying row: Row, words: String) throws {
        let (saying, opened): (Key<Today.News>, Case.ID) = try (row("saying"), row("opened"))
        try self.init(
            who: Particulars.listed(row("given_name"), row("family_name")),
            words: words,
            path: "/cases/\(opened)",
            saying: saying.uuid
        )
    }
}
