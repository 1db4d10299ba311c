import Kernel
import Store

/// The last news a referrer had, one line each, for the page where they refer
/// the next: that it helps somebody is the best reason to offer it again.
struct LatestNews: Sendable {
    let lines: [Line]

    struct Line: Sendable {
        let id: News.ID
        let name: String
        let gist: String
    }

    /// One sentence each: *Alan B.: runs the tea at Men’s Shed.*
    var sentences: [String] {
        lines.map { "\($0.name): \($0.gist)" }
    }
}

extension Reader {
    func latestNews(for member: Member, limit: Int = 2) throws -> LatestNews {
        let found = try rows(
            """
            SELECT \(News.columns), given_name, family_name
            FROM news
            JOIN "case" ON "case".id = news."case"
            JOIN referral ON referral.id = "case".referral
            JOIN particulars ON particulars.person = "case".person AND particulars.replaced_by IS NULL
            \(NewsExtent.said)
            WHERE \(News.isFor(member)) AND \(NewsExtent.chosen) = 'summary'
            ORDER BY news.sent_at DESC, news.id DESC
            LIMIT \(limit)
            """
        )
        return try LatestNews(
            lines: found.map { row in
                let news = try News(row)
                return try LatestNews.Line(
                    id: news.id,
                    name: Particulars(naming: row).listed,
                    gist: news.gist
                )
            }
        )
    }
}

extension News {
    /// The first sentence, as far as twenty words go.
    var gist: String {
        let sentence = words.prefix { !".!?\n".contains($0) }
        let all = sentence.split(whereSeparator: \.isWhitespace)
        let kept = all.prefix(20).joined(separator: " ")
        if all.count > 20 { return kept + "…" }
        let end = words.dropFirst(sentence.count).prefix { ".!?”".contains($0) }
        return kept + end
    }
}
