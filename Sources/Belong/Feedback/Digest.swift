import Foundation
import Kernel
import Store

/// One e-mail a week to a referrer who has something to read, news or what became of
/// a referral or a question, never one for each event and never with anybody's name
/// in it (paper, line 71; peers, row 66).
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
                SELECT unread.referrer, member.email, COUNT(DISTINCT unread.person) AS people,
                    COUNT(DISTINCT unread.question) AS answers, MAX(unread.is_news) AS has_news,
                    MAX(1 - unread.is_news) AS has_desk,
                    COUNT(DISTINCT unread.offer) AS reminders
                FROM (\(Self.unread(at: now))) AS unread
                JOIN member ON member.id = unread.referrer
                WHERE unread.happened_at > \(now.addingTimeInterval(-28 * 86_400))
                    AND NOT EXISTS (
                        SELECT 1 FROM digest
                        WHERE digest.referrer = unread.referrer
                            AND (digest.sent_at >= unread.happened_at OR digest.week = \(Self.week(of: now))))
                GROUP BY unread.referrer, member.email
                """
            )
        }
        var told = 0
        for item in due where try await tell(item, at: now) { told += 1 }
        return told
    }

    /// News not read, referrals that something happened to, questions that were answered,
    /// and whom one wanted to ask again by now.
    private static func unread(at now: Date) -> SQL {
        """
        SELECT news.referrer, "case".person, CAST(NULL AS UUID) AS question, 1 AS is_news,
            news.sent_at AS happened_at, CAST(NULL AS UUID) AS offer
        FROM news
        JOIN "case" ON "case".id = news."case"
        JOIN referral ON referral.id = "case".referral
        \(NewsExtent.said)
        WHERE \(NewsExtent.chosen) <> 'nothing' AND \(Listener.isStillThere)
            AND NOT EXISTS (SELECT 1 FROM news_reading WHERE news_reading.news = news.id)
        UNION ALL
        SELECT heard.referrer, heard.person, CAST(NULL AS UUID), 0, heard.happened_at, CAST(NULL AS UUID)
        FROM (\(Referred.unheard())) AS heard
        UNION ALL
        SELECT answered.asked_by, CAST(NULL AS UUID), answered.id, 0, answered.happened_at,
            CAST(NULL AS UUID)
        FROM (\(Question.unheard())) AS answered
        UNION ALL
        SELECT declined_offer.offered_by, CAST(NULL AS UUID), CAST(NULL AS UUID), 0, remind_on, declined_offer.id
        FROM declined_offer
        WHERE \(DeclinedOffer.isDue(on: Day(now)))
            AND EXISTS (
                SELECT 1 FROM membership
                WHERE membership.member = declined_offer.offered_by
                    AND membership.organisation = declined_offer.practice AND \(Member.Membership.current))
        """
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
        let answers: Int
        let reminders: Int
        let hasNews: Bool
        let hasDesk: Bool

        init(_ row: Row) throws {
            referrer = try row("referrer")
            email = try row("email")
            people = try row("people")
            answers = try row("answers")
            reminders = try row("reminders")
            let (news, desk): (Int, Int) = try (row("has_news"), row("has_desk"))
            (hasNews, hasDesk) = (news == 1, desk == 1)
        }

        func message(at site: WebAddress, _ now: Date) -> Message {
            Message(
                id: Message.ID(at: now),
                channel: .email,
                recipient: email.description,
                subject: "News from your link workers",
                body: "\(what) Read it here: \(places(at: site))",
                dueAt: now
            )
        }

        private var what: String {
            let answered =
                answers == 1 ? "A question of yours was answered." : "Questions of yours were answered."
            let again = "You wanted to ask somebody again."
            return [
                people == 0 ? nil : "\(who) news.", answers == 0 ? nil : answered,
                reminders == 0 ? nil : again,
            ]
            .compactMap(\.self).joined(separator: " ")
        }

        private func places(at site: WebAddress) -> String {
            [hasNews ? "\(site)/news" : nil, hasDesk ? "\(site)/desk" : nil].compactMap(\.self)
                .joined(separator: " and ")
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
