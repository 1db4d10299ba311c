import Foundation
import Kernel
import Store

/// What a referrer says back to news: one tap, or a line (journeys, 5.1).
struct NewsReply: Identifiable, Sendable {
    let id: Key<NewsReply>
    let news: News.ID
    let said: Said
    let speaker: String
    let saidAt: Date

    enum Said: Sendable, Equatable {
        case verdict(Verdict)
        case words(String)

        var words: String {
            switch self {
            case .verdict(let verdict): verdict.name
            case .words(let words): words
            }
        }
    }

    enum Verdict: String, CaseIterable, Sendable, Column {
        case useful
        case notForMe = "not_for_me"

        var name: String {
            switch self {
            case .useful: "Useful"
            case .notForMe: "Not for me"
            }
        }

        /// As whoever told the news reads it.
        var said: String {
            switch self {
            case .useful: "found your news useful"
            case .notForMe: "said that it was not for them"
            }
        }
    }
}

extension NewsReply: Stored {
    init(_ row: Row) throws {
        let verdict: Verdict? = try row("verdict")
        try self.init(
            id: row("id"),
            news: row("news"),
            said: verdict.map(Said.verdict) ?? .words(row("words") ?? ""),
            speaker: row("speaker"),
            saidAt: row("said_at")
        )
    }
}

extension Reader {
    /// What was said back, first things first.
    func replies(_ which: SQL) throws -> [NewsReply] {
        try all(
            """
            SELECT news_reply.id, news_reply.news, verdict, news_reply.words, member.name AS speaker, said_at
            FROM news_reply
            JOIN member ON member.id = news_reply.said_by
            WHERE news_reply.replaced_by IS NULL AND \(which)
            ORDER BY said_at, news_reply.id
            """
        )
    }
}

/// What came back to one link worker and was not seen yet.
struct NewsReplies: Sendable {
    let store: any Store
    let member: Member

    struct Item: Sendable {
        let reply: NewsReply
        let caseID: Case.ID
        let name: String
        let told: String
    }

    private func mine(at now: Date) -> SQL { Cases(store: store, member: member).mine(at: now) }

    /// What came back, with whom it is about. The look is noted.
    func open(at now: Date = .now) async throws -> [Item] {
        try await store.look(at: NameList.Replies.self, of: member.id, at: now)
        return try await unseen(at: now)
    }

    func unseen(at now: Date = .now) async throws -> [Item] {
        let mine = mine(at: now)
        return try await store.read { view in
            try view.rows(
                """
                SELECT news_reply.id, news_reply.news, verdict, news_reply.words, member.name AS speaker, said_at,
                    news."case", news.words AS told, given_name, family_name
                FROM news_reply
                JOIN news ON news.id = news_reply.news
                JOIN "case" ON "case".id = news."case"
                JOIN particulars ON particulars.person = "case".person AND particulars.replaced_by IS NULL
                JOIN member ON member.id = news_reply.said_by
                WHERE \(mine) AND news_reply.replaced_by IS NULL
                    AND NOT EXISTS (
                        SELECT 1 FROM news_reply_reading WHERE news_reply_reading.reply = news_reply.id)
                ORDER BY CASE WHEN verdict IS NULL THEN 0 ELSE 1 END, said_at, news_reply.id
                """
            ).map { row in
                try Item(
                    reply: NewsReply(row),
                    caseID: row("case"),
                    name: Particulars(naming: row).listed,
                    told: row("told")
                )
            }
        }
    }

    func see(_ id: NewsReply.ID, at now: Date = .now) async throws {
        let (me, mine) = (member.id, mine(at: now))
        try await store.write { work in
            let person: Person.ID? = try work.value(
                """
                SELECT "case".person
                FROM news_reply
                JOIN news ON news.id = news_reply.news
                JOIN "case" ON "case".id = news."case"
                WHERE news_reply.id = \(id) AND \(mine)
                """
            )
            guard let person else { throw Missing() }
            try work.run(
                """
                INSERT INTO news_reply_reading (reply, read_by, read_at)
                VALUES (\(id), \(me), \(now))
                ON CONFLICT (reply) DO NOTHING
                """
            )
            try work.log(.looked, id, about: person, by: me, at: now)
        }
    }
}
