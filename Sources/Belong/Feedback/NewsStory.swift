import Foundation
import Kernel
import Store
import Web

extension CasePart {
    /// What the referrer was told, when they read it, and what came back.
    static let feedback = CasePart(
        story: { view, found in
            try view.toldEvents(of: found.id) + view.replyEvents(of: found.id)
        },
        record: { view, found in try view.newsPassages(of: found.id) }
    )
}

extension Reader {
    fileprivate func toldEvents(of id: Case.ID) throws -> [Event] {
        try rows(
            """
            SELECT \(News.columns), member.name AS referrer_name,
                (SELECT MIN(read_at) FROM news_reading WHERE news_reading.news = news.id) AS read_at
            FROM news
            JOIN member ON member.id = news.referrer
            WHERE news."case" = \(id)
            """
        )
        .map { row in
            let (news, readAt): (News, Date?) = try (News(row), row("read_at"))
            let name: String = try row("referrer_name")
            return Event(
                at: news.sentAt,
                title: "Told \(name): \(news.milestone.name)",
                facets: [readAt.map { "read \(Day($0).short)" } ?? "not read yet"],
                words: news.words,
                path: "/cases/\(id)/news"
            )
        }
    }

    fileprivate func replyEvents(of id: Case.ID) throws -> [Event] {
        try replies("news_reply.news IN (SELECT id FROM news WHERE news.\"case\" = \(id))").map { reply in
            Event(
                at: reply.saidAt,
                title: "\(reply.speaker) answered",
                words: reply.said.words,
                path: "/cases/\(id)/news"
            )
        }
    }
}
