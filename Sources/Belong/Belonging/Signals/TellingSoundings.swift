import Foundation
import Kernel
import Store

/// What news says, and the end of a case: C09.c2, C10.c1, C10.c3, C10.m1, C10.m2.
extension Sounding {
    static let telling: [Sounding] = [inOwnTerms, newsOfMilestones, daysToNews, newsOpened, newsUseful]

    /// C09.c2: the end is told in words, whatever they are. Nobody who died is asked of it.
    private static let inOwnTerms = share("C09.c2") { span in
        """
        SELECT scoped.id AS placement, CASE WHEN TRIM(closing.words) <> '' THEN 1 ELSE 0 END AS got
        FROM scoped
        JOIN "case" ON "case".practice = scoped.practice
        JOIN closing ON closing."case" = "case".id AND closing.closed_by = scoped.link_worker
            AND closing.closed_at > \(span.from) AND closing.closed_at <= \(span.at)
        WHERE closing.outcome <> 'died'
        """
    }

    /// C10.c1: milestones the person did not object to, with news within 14 days.
    private static let newsOfMilestones = judged("C10.c1", milestones) { row, span in
        guard try !objects(row) else { return nil }
        return try span.inTime(14, after: row("happened_at"), row("told_at"))
    }

    /// C10.c3: the days it took, of the last dozen that were told of.
    private static let daysToNews = read("C10.c3", milestones) { rows, _ in
        let told = try rows.filter { try !objects($0) }.compactMap { row -> (Date, Double)? in
            guard let told: Date = try row("told_at") else { return nil }
            let happened: Date = try row("happened_at")
            return (told, told.timeIntervalSince(happened) / 86_400)
        }
        return .points(told.sorted { $0 < $1 }.suffix(12).map(\.1))
    }

    /// The first conversation, the first plan and the end of every case somebody referred, with the first news after.
    private static func milestones(_ span: Span) -> SQL {
        """
        SELECT milestone.placement, milestone.happened_at, (
                SELECT MIN(news.sent_at) FROM news
                WHERE news."case" = milestone."case" AND news.sent_at >= milestone.happened_at
                    AND news.sent_at <= \(span.at)) AS told_at, (
                SELECT agreed FROM agreement
                WHERE agreement.person = milestone.person AND purpose = 'news' AND recorded_at <= \(span.at)
                ORDER BY recorded_at DESC LIMIT 1) AS agreed, (
                SELECT recorded_at FROM agreement
                WHERE agreement.person = milestone.person AND purpose = 'news' AND recorded_at <= \(span.at)
                ORDER BY recorded_at DESC LIMIT 1) AS agreed_at, (
                SELECT extent FROM news_extent
                WHERE news_extent."case" = milestone."case" AND said_at <= \(span.at)
                ORDER BY said_at DESC LIMIT 1) AS extent, (
                SELECT said_at FROM news_extent
                WHERE news_extent."case" = milestone."case" AND said_at <= \(span.at)
                ORDER BY said_at DESC LIMIT 1) AS extent_at
        FROM (
            SELECT every.placement, every."case", "case".person, every.happened_at
            FROM (
                SELECT DISTINCT scoped.id AS placement, contact."case", contact.began_at AS happened_at, scoped.practice
                FROM scoped
                JOIN contact ON contact.written_by = scoped.link_worker AND contact.outcome = 'reached'
                    AND contact.began_at > \(span.from) AND contact.began_at <= \(span.at)
                    AND \(asWritten("contact", span))
                WHERE NOT EXISTS (
                    SELECT 1 FROM contact AS before
                    WHERE before."case" = contact."case" AND before.began_at < contact.began_at
                        AND before.outcome = 'reached' AND before.written_by = contact.written_by
                        AND \(asWritten("before", span)))
                UNION ALL
                SELECT scoped.id, plan."case", plan.revised_at, scoped.practice
                FROM scoped
                JOIN plan ON plan.revised_by = scoped.link_worker AND plan.revised_at > \(span.from)
                    AND plan.revised_at <= \(span.at)
                WHERE NOT EXISTS (
                    SELECT 1 FROM plan AS before
                    WHERE before."case" = plan."case" AND before.revised_at < plan.revised_at
                        AND before.revised_by = plan.revised_by)
                UNION ALL
                SELECT scoped.id, closing."case", closing.closed_at, scoped.practice
                FROM scoped
                JOIN closing ON closing.closed_by = scoped.link_worker AND closing.outcome <> 'died'
                    AND closing.closed_at > \(span.from) AND closing.closed_at <= \(span.at)) AS every
            JOIN "case" ON "case".id = every."case" AND "case".practice = every.practice
            JOIN referral ON referral.id = "case".referral AND referral.referrer IS NOT NULL) AS milestone
        """
    }

    /// A row as it was written at that instant: what put it right later is not there yet.
    static func asWritten(_ alias: String, _ span: Span) -> SQL {
        let row = SQL(trusted: alias)
        return """
            \(row).written_at <= \(span.at)
                AND NOT EXISTS (
                    SELECT 1 FROM contact AS later
                    WHERE later.corrects = \(row).id AND later.written_at <= \(span.at))
            """
    }

    /// Whichever they said last: to being told of at all, or of this case.
    private static func objects(_ row: Row) throws -> Bool {
        let agreed: Bool? = try row("agreed")
        let extent: String? = try row("extent")
        guard let agreedAt: Date = try row("agreed_at") else { return extent == "nothing" }
        guard let extentAt: Date = try row("extent_at") else { return agreed == false }
        return agreedAt >= extentAt ? agreed == false : extent == "nothing"
    }

    /// C10.m1: opened by whoever it was sent to, within 14 days.
    private static let newsOpened = judged("C10.m1") { span in
        """
        SELECT scoped.id AS placement, news.sent_at, (
            SELECT MIN(read_at) FROM news_reading
            WHERE news_reading.news = news.id AND read_by = news.referrer AND read_at <= \(span.at)) AS opened_at
        FROM scoped
        JOIN "case" ON "case".practice = scoped.practice
        JOIN news ON news."case" = "case".id AND news.sent_by = scoped.link_worker
            AND news.sent_at > \(span.from) AND news.sent_at <= \(span.at)
        """
    } _: { row, span in
        try span.inTime(14, after: row("sent_at"), row("opened_at"))
    }

    /// C10.m2 (ST4): the one tap under news, as it stood; only where enough different people tapped.
    private static let newsUseful = read("C10.m2") { span in
        """
        SELECT scoped.id AS placement, news_reply.said_by, news_reply.verdict
        FROM scoped
        JOIN "case" ON "case".practice = scoped.practice
        JOIN news ON news."case" = "case".id AND news.sent_by = scoped.link_worker
        JOIN news_reply ON news_reply.news = news.id AND news_reply.verdict IS NOT NULL
            AND news_reply.said_at > \(span.from) AND news_reply.said_at <= \(span.at)
        WHERE NOT EXISTS (
            SELECT 1 FROM news_reply AS later
            WHERE later.news = news.id AND later.verdict IS NOT NULL AND later.id <> news_reply.id
                AND later.said_at > news_reply.said_at AND later.said_at <= \(span.at))
        """
    } _: { rows, _ in
        let people: Set<Member.ID> = try Set(rows.map { try $0("said_by") })
        let useful = try rows.count { try $0("verdict") == "useful" }
        let tally = Tally(boltedOn: rows.count - useful, belonging: useful)
        return .released(
            Evidence.Answers(tally: tally, credit: Double(useful)),
            from: .staff,
            people: people.count
        )
    }
}

extension Evidence {
    /// Answers of so many different people, once they are enough for nobody to be told by them.
    static func released(_ answers: Answers, from respondent: Respondent, people: Int) -> Evidence {
        let needed = respondent.peopleNeeded
        guard people > 0 else { return .unknown(.nothing) }
        return people < needed
            ? .unknown(.tooFewPeople(people, needed: needed)) : .answers([respondent: answers])
    }
}

extension Respondent {
    /// So many different people must have answered before anybody else sees what they said.
    var peopleNeeded: Int {
        switch self {
        case .linkWorker: 1
        case .vcse: 3
        case .staff, .person: 5
        }
    }
}
