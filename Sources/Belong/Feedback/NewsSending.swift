import Foundation
import Kernel
import Store

/// What a link worker has decided to tell.
struct NewsToSend: Sendable, Equatable {
    let milestone: News.Milestone
    let asked: String?
    let words: String

    /// Nothing beyond the occasion and the codes.
    var isCodesOnly: Bool { asked == nil && words == News.codesOnly }
}

/// The news of one link worker's own cases, on its way out.
struct CaseNews: Sendable {
    let store: any Store
    let member: Member

    private var cases: Cases { Cases(store: store, member: member) }

    /// What is needed to tell the referrer of one's own case how it goes.
    struct Telling: Sendable {
        let caseID: Case.ID
        let givenName: String
        let listener: Listener
        let facts: NewsFacts
        let sent: [Sent]
        let drafting: Drafting
    }

    /// News already sent, and whether it was read.
    struct Sent: Sendable {
        let news: News
        let readAt: Date?
    }

    func telling(
        _ id: Case.ID,
        goingOn draft: Draft.ID? = nil,
        at now: Date = .now
    ) async throws -> Telling {
        let me = member.id
        return try await cases.open(id, at: now) { view, mine in
            try Telling(
                caseID: id,
                givenName: view.particulars(of: mine.person).givenName,
                listener: view.listener(to: mine),
                facts: view.newsFacts(of: mine),
                sent: view.newsSent(of: id),
                drafting: view.drafting(.news, about: id, on: "/cases/\(id)/news", goingOn: draft, by: me)
            )
        }
    }

    /// Sends it, unless the person objected. Where they were not asked, they are
    /// told in the same breath that they may say no.
    @discardableResult
    func send(
        _ wanted: NewsToSend,
        of id: Case.ID,
        draft: Draft.ID? = nil,
        at now: Date = .now
    ) async throws -> News.ID {
        let (cases, member) = (cases, member)
        return try await store.write { work in
            let mine = try cases.findToChange(id, in: work, at: now)
            let listener = try work.listener(to: mine)
            let news = News.ID(at: now)
            let referrer = try listener.told()
            guard listener.extent == .summary || wanted.isCodesOnly else { throw News.Refused.codesOnly }
            try work.run(
                """
                INSERT INTO news (id, "case", referrer, milestone, asked, words, was_agreed, sent_by, sent_at)
                VALUES (\(news), \(id), \(referrer), \(wanted.milestone), \(wanted.asked), \(wanted.words),
                    \(listener.isAgreed), \(member.id), \(now))
                """
            )
            if !listener.isAgreed { try work.tellTheyMaySayNo(mine, by: member, at: now) }
            try work.endDraft(draft, of: member.id, at: now)
            try work.log(.sent, news, about: mine.person, by: member.id, at: now)
            return news
        }
    }

    /// Writes down how much the person lets go.
    func write(_ extent: NewsExtent.Kind, of id: Case.ID, at now: Date = .now) async throws {
        let (cases, member) = (cases, member)
        try await store.write { work in
            let mine = try cases.findToChange(id, in: work, at: now)
            try work.write(extent, of: mine, by: member.id, at: now)
            if extent == .nothing {
                try work.write(newsAgreed: false, of: mine.person, by: member.id, at: now)
            }
            try work.log(.changed, id, about: mine.person, by: member.id, at: now)
        }
    }

    /// Writes down what the person said to *may we tell your GP how it goes?*
    func write(agreed: Bool, of id: Case.ID, at now: Date = .now) async throws {
        let (cases, member) = (cases, member)
        try await store.write { work in
            let mine = try cases.findToChange(id, in: work, at: now)
            try work.write(newsAgreed: agreed, of: mine.person, by: member.id, at: now)
            try work.log(.changed, id, about: mine.person, by: member.id, at: now)
        }
    }
}

extension Reader {
    fileprivate func newsSent(of id: Case.ID) throws -> [CaseNews.Sent] {
        try rows(
            """
            SELECT \(News.columns),
                (SELECT MIN(read_at) FROM news_reading WHERE news_reading.news = news.id) AS read_at
            FROM news
            WHERE "case" = \(id)
            ORDER BY sent_at DESC, news.id DESC
            """
        ).map { try CaseNews.Sent(news: News($0), readAt: $0("read_at")) }
    }
}
