import Foundation
import Kernel
import Store
import Web

extension NewsInbox {
    /// The news as a document, for whoever may read it. Opening it is reading it.
    func document(_ id: News.ID, at now: Date = .now) async throws -> MessageBack {
        let item = try await open(id, at: now).item
        let me = member.id
        return try await store.write { work in
            let document = try work.document(of: id, as: item, at: now)
            try work.log(.printed, id, about: item.person, by: me, at: now)
            return document
        }
    }
}

extension CaseNews {
    enum DocumentRefused: Refusal {
        case open

        var sentence: String { "The end of a case is written for the record once it is closed." }
    }

    /// The end of one's own case as a document, to print or to copy into the record
    /// of the practice. Refused where the person does not want it told.
    func ending(_ id: Case.ID, at now: Date = .now) async throws -> MessageBack {
        let (cases, me) = (Cases(store: store, member: member), member.id)
        return try await store.write { work in
            let mine = try cases.findToChange(id, in: work, at: now)
            _ = try work.listener(to: mine).told()
            guard let closing = try work.closing(of: id) else { throw DocumentRefused.open }
            let facts = try work.messageBackFacts(
                of: mine,
                asked: nil,
                summary: [closing.said, "Ended on \(Day(closing.at).spoken)"],
                extent: work.newsExtent(of: id),
                by: mine.linkWorker
            )
            let document = try MessageBack(
                name: work.particulars(of: mine.person).listed,
                date: Day(now),
                sections: facts.sections,
                back: Place("Back", "/cases/\(id)/news")
            )
            try work.log(.printed, id, about: mine.person, by: me, at: now)
            return document
        }
    }
}

extension Reader {
    fileprivate func document(of id: News.ID, as item: NewsInbox.Item, at now: Date) throws -> MessageBack {
        let row = try rows("SELECT \"case\", sent_by FROM news WHERE id = \(id)").first
        guard let row else { throw Missing() }
        let (caseID, author): (Case.ID, Member.ID) = try (row("case"), row("sent_by"))
        let found: Case? = try first("SELECT \(Case.columns) FROM \"case\" WHERE \"case\".id = \(caseID)")
        guard let found else { throw Missing() }
        let extent = try newsExtent(of: caseID)
        guard extent != .nothing else { throw News.Refused.objected }
        let closing = item.news.milestone == .ending ? try closing(of: caseID) : nil
        let facts = try messageBackFacts(
            of: found,
            asked: item.news.asked,
            summary: [closing?.said, item.news.milestone.name, item.news.words].compactMap(\.self),
            extent: extent,
            by: author
        )
        return MessageBack(
            name: item.name,
            date: Day(item.news.sentAt),
            sections: facts.sections,
            back: Place("News of \(item.name)", "/news/\(id)")
        )
    }

    /// How it ended, if it did.
    fileprivate func closing(of id: Case.ID) throws -> (said: String, at: Date)? {
        guard let standing = try openClosing(of: id) else { return nil }
        return try rows("SELECT outcome, closed_at FROM closing WHERE id = \(standing)").first.map { row in
            let outcome: Closing.Outcome = try row("outcome")
            return try (outcome.said, row("closed_at"))
        }
    }
}
