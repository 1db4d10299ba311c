import Foundation
import Kernel
import Store
import Web

/// What somebody would rather have said of them than what their referrer was
/// told. Theirs to write, and read beside the link worker's words ever after
/// (governance, 4.2: the patient *can edit own words*).
struct OwnWords: Sendable {
    let words: String
    let writtenAt: Date

    static let longest = 1_000
}

/// What somebody reads on their own page of what was said of them.
struct ToldOfThem: Sendable {
    let news: News.ID
    let to: String
    let words: String
    let at: Date
    let own: OwnWords?
}

/// The words as they were typed on the own page.
struct OwnWordsForm: Decodable, Sendable {
    let news: String
    let words: String

    func read() throws(Problems) -> (news: News.ID, words: String) {
        var problems = Problems()
        let words = problems.text(words, "words", "Write how you would say it", upTo: OwnWords.longest)
        guard let words, let news = News.ID(news) else { throw problems }
        return (news, words)
    }
}

/// The person's side of the news of them, behind their own link.
struct OwnNews: Sendable {
    let store: any Store

    /// Everything their referrer was told, the latest first.
    func told(_ token: String, at now: Date = .now) async throws -> [ToldOfThem] {
        try await store.read { view in
            let id: Case.ID = try view.opened(token, .ownPage, at: now)
            return try view.told(of: id)
        }
    }

    /// Puts their words beside the link worker's. Written again, the later ones stand.
    func write(_ words: String, beside news: News.ID, _ token: String, at now: Date = .now) async throws {
        try await store.write { work in
            let id: Case.ID = try work.opened(token, .ownPage, at: now)
            let found: Case.ID? = try work.value(
                "SELECT \"case\" FROM news WHERE id = \(news) AND \"case\" = \(id) \(work.dialect.forUpdate)"
            )
            guard found != nil else { throw Missing() }
            let person: Person.ID? = try work.value("SELECT person FROM \"case\" WHERE id = \(id)")
            let own = Key<OwnWords>(at: now)
            try work.run(
                "UPDATE own_words SET replaced_by = \(own) WHERE news = \(news) AND replaced_by IS NULL"
            )
            try work.run(
                """
                INSERT INTO own_words (id, news, words, written_at)
                VALUES (\(own), \(news), \(words), \(now))
                """
            )
            try work.log(.changed, news, about: person, by: .person, at: now)
        }
    }
}

extension Reader {
    fileprivate func told(of id: Case.ID) throws -> [ToldOfThem] {
        try rows(
            """
            SELECT news.id, news.words, sent_at, member.name, own_words.words AS own, written_at
            FROM news
            JOIN member ON member.id = news.referrer
            LEFT JOIN own_words ON own_words.news = news.id AND own_words.replaced_by IS NULL
            WHERE news."case" = \(id)
            ORDER BY sent_at DESC, news.id
            """
        ).map { row in
            let (own, writtenAt): (String?, Date?) = try (row("own"), row("written_at"))
            return try ToldOfThem(
                news: row("id"),
                to: row("name"),
                words: row("words"),
                at: row("sent_at"),
                own: own.flatMap { words in writtenAt.map { OwnWords(words: words, writtenAt: $0) } }
            )
        }
    }

    /// What they put beside this news, if they did.
    func ownWords(beside news: News.ID) throws -> OwnWords? {
        try rows(
            "SELECT words, written_at FROM own_words WHERE news = \(news) AND replaced_by IS NULL"
        ).first.map { try OwnWords(words: $0("words"), writtenAt: $0("written_at")) }
    }
}
