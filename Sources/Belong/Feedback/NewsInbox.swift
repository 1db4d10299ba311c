import Foundation
import Kernel
import Store

/// The news for one referrer, of the people they referred from where they still
/// work. Once somebody objects, what was not read yet cannot be read any more.
struct NewsInbox: Sendable {
    let store: any Store
    let member: Member

    /// News with whom it is about and what was made of it.
    struct Item: Sendable {
        let news: News
        let person: Person.ID
        let name: String
        let linkWorker: String
        let readAt: Date?
        let verdict: NewsReply.Verdict?
    }

    /// One piece of news, with what was answered and what the person put beside it.
    struct Opened: Sendable {
        let item: Item
        let replies: [NewsReply]
        let own: OwnWords?
    }

    /// Whether they are of those who hear, besides the link workers, who tell. A
    /// supervisor hears of those they referred themselves (governance, section 4.2).
    static func isFor(_ member: Member) -> Bool {
        let refers = member.isA(.supervisor) && !member.practices.isEmpty
        return member.isA(.clinician) || member.isA(.coordinator) || refers
    }

    /// Unread first, then the newest.
    func all(at now: Date = .now) async throws -> [Item] {
        try await store.look(at: NameList.Inbox.self, of: member.id, at: now)
        return try await store.read { view in
            try view.items(
                """
                \(theirs)
                ORDER BY CASE WHEN news_reading.read_at IS NULL THEN 0 ELSE 1 END, news.sent_at DESC, news.id DESC
                LIMIT 200
                """
            )
        }
    }

    /// How many nobody has opened yet.
    func unread() async throws -> Int {
        let theirs = theirs
        return try await store.read { try $0.rows("\(theirs) AND news_reading.read_at IS NULL").count }
    }

    /// Opening it is reading it, and that is written down before it is shown.
    func open(_ id: News.ID, at now: Date = .now) async throws -> Opened {
        let me = member.id
        return try await store.write { work in
            let item = try find(id, in: work)
            try work.run(
                """
                INSERT INTO news_reading (news, read_by, read_at)
                VALUES (\(id), \(me), \(now))
                ON CONFLICT (news, read_by) DO NOTHING
                """
            )
            let replies = try work.replies("news_reply.news = \(id) AND news_reply.words IS NOT NULL")
            try work.log(.looked, id, about: item.person, by: me, at: now)
            return try Opened(item: item, replies: replies, own: work.ownWords(beside: id))
        }
    }

    /// One tap; it may be changed with another.
    func judge(_ id: News.ID, _ verdict: NewsReply.Verdict, at now: Date = .now) async throws {
        let me = member.id
        try await store.write { work in
            let item = try find(id, in: work)
            _ = try work.rows("SELECT id FROM news WHERE id = \(id) \(work.dialect.forUpdate)")
            let reply = NewsReply.ID(at: now)
            try work.run(
                """
                UPDATE news_reply SET replaced_by = \(reply)
                WHERE news = \(id) AND verdict IS NOT NULL AND replaced_by IS NULL
                """
            )
            try work.run(
                """
                INSERT INTO news_reply (id, news, verdict, said_by, said_at)
                VALUES (\(reply), \(id), \(verdict), \(me), \(now))
                """
            )
            try work.log(.changed, id, about: item.person, by: me, at: now)
        }
    }

    func reply(_ words: String, to id: News.ID, at now: Date = .now) async throws {
        let me = member.id
        try await store.write { work in
            let item = try find(id, in: work)
            try work.run(
                """
                INSERT INTO news_reply (id, news, words, said_by, said_at)
                VALUES (\(NewsReply.ID(at: now)), \(id), \(words), \(me), \(now))
                """
            )
            try work.log(.changed, id, about: item.person, by: me, at: now)
        }
    }

    private func find(_ id: News.ID, in view: any Reader) throws -> Item {
        guard let item = try view.items("\(theirs) AND news.id = \(id)").first else { throw Missing() }
        return item
    }

    private var theirs: SQL {
        """
        SELECT \(News.columns), "case".person, given_name, family_name, member.name AS link_worker_name,
            news_reading.read_at, news_reply.verdict, \(NewsExtent.chosen) AS extent
        FROM news
        JOIN "case" ON "case".id = news."case"
        JOIN referral ON referral.id = "case".referral
        JOIN particulars ON particulars.person = "case".person AND particulars.replaced_by IS NULL
        JOIN member ON member.id = news.sent_by
        \(NewsExtent.said)
        LEFT JOIN news_reading ON news_reading.news = news.id AND news_reading.read_by = \(member.id)
        LEFT JOIN news_reply ON news_reply.news = news.id AND verdict IS NOT NULL
            AND news_reply.replaced_by IS NULL
        WHERE \(News.isFor(member)) AND \(News.isOpen)
        """
    }
}

extension News {
    /// Sent to this member, who still works where they referred from.
    static func isFor(_ member: Member) -> SQL {
        let places = member.memberships.filter { Listener.roles.contains($0.role) }.map(\.organisation.id)
        return """
            news.referrer = \(member.id)
            AND COALESCE(referral.referring, referral.practice) IN (\(each: Set(places)))
            """
    }

    /// Not stopped by an objection before it was read.
    fileprivate static let isOpen: SQL =
        "(\(NewsExtent.chosen) <> 'nothing' OR news_reading.read_at IS NOT NULL)"
}

extension Reader {
    fileprivate func items(_ query: SQL) throws -> [NewsInbox.Item] {
        try rows(query).map { row in
            let (extent, readAt): (NewsExtent.Kind, Date?) = try (row("extent"), row("read_at"))
            let news = try News(row)
            return try NewsInbox.Item(
                news: extent == .codes && readAt == nil ? news.withCodesOnly : news,
                person: row("person"),
                name: Particulars(naming: row).listed,
                linkWorker: row("link_worker_name"),
                readAt: readAt,
                verdict: row("verdict")
            )
        }
    }
}
