import Foundation
import Kernel
import Store

/// One e-mail a week to a referrer who has news to read, never one for each event
/// and never with anybody's name in it (paper, line 71; peers, row 66).
package struct Digest: Sendable {
    let store: any Store
    let site: WebAddress

    package init(store: any Store, site: WebAddress) {
        self.store = store
        self.site = site
    }

    /// Tells every referrer with unread news who was not told this week. Gives how many.
    @discardableResult
    package func round(at now: Date = .now) async throws -> Int {
        let due: [Due] = try await store.read { view in
            try view.all(
                """
                SELECT news.referrer, member.email, COUNT(DISTINCT "case".person) AS people
                FROM news
                JOIN "case" ON "case".id = news."case"
                JOIN referral ON referral.id = "case".referral
                JOIN member ON member.id = news.referrer
                LEFT JOIN agreement ON agreement.person = "case".person AND purpose = 'news'
                    AND agreement.replaced_by IS NULL
                WHERE COALESCE(agreement.agreed, TRUE) AND \(Listener.isStillThere)
                    AND NOT EXISTS (SELECT 1 FROM news_reading WHERE news_reading.news = news.id)
                    AND NOT EXISTS (
                        SELECT 1 FROM digest
                        WHERE digest.referrer = news.referrer
                            AND (digest.sent_at >= news.sent_at OR digest.week = \(Self.week(of: now))))
                GROUP BY news.referrer, member.email
                """
            )
        }
        var told = 0
        for item in due where try await tell(item, at: now) { told += 1 }
        return told
    }

    private func tell(_ due: Due, at now: Date) async throws -> Bool {
        let message = due.message(at: site, now)
        do {
            return try await keep(message, for: due, at: now)
        } catch is Conflict {
            return false
        }
    }

    private func keep(_ message: Message, for due: Due, at now: Date) async throws -> Bool {
        try await store.write { work in
            let week = Self.week(of: now)
            let isTold = try work.has(
                "SELECT 1 FROM digest WHERE referrer = \(due.referrer) AND week = \(week)"
            )
            guard !isTold else { return false }
            try work.add(message, about: nil, by: nil, at: now)
            try work.run(
                """
                INSERT INTO digest (referrer, week, message, sent_at)
                VALUES (\(due.referrer), \(week), \(message.id), \(now))
                """
            )
            return true
        }
    }

    /// The Monday it belongs to.
    static func week(of now: Date) -> Day {
        let today = Day(now)
        return today.advanced(by: 1 - today.weekday.rawValue)
    }

    struct Due: Stored {
        let referrer: Member.ID
        let email: EmailAddress
        let people: Int

        init(_ row: Row) throws {
            referrer = try row("referrer")
            email = try row("email")
            people = try row("people")
        }

        func message(at site: WebAddress, _ now: Date) -> Message {
            Message(
                id: Message.ID(at: now),
                channel: .email,
                recipient: email.description,
                subject: "News from your link workers",
                body: "\(who) news. Read it here: \(site)/news",
                dueAt: now
            )
        }

        private var who: String {
            let small = ["Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten"]
            return switch people {
            case 1: "Someone you referred has"
            case 2...10: "\(small[people - 2]) people you referred have"
            default: "\(people) people you referred have"
            }
        }
    }
}
