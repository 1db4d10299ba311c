import Foundation
import Kernel
import Store

/// Somebody of one's own with whom nobody has spoken for long, or ever.
struct Unspoken: Sendable {
    let id: Case.ID
    let name: String
    let practice: String
    let openedAt: Date
    let reachedAt: Date?

    /// Taken on, and no conversation yet.
    var wait: Today.Wait? {
        guard reachedAt == nil else { return nil }
        return Today.Wait(
            tag: "First conversation",
            colour: "leaf",
            who: name,
            words: practice,
            since: openedAt,
            act: "Before you ring",
            path: "/cases/\(id)/call"
        )
    }

    var quiet: Today.Quiet? {
        reachedAt.map { Today.Quiet(id: id, name: name, reachedAt: $0) }
    }
}

/// The first few of those nobody has spoken with, and how many there are in all.
struct UnspokenPeople: Sendable {
    var first: [Unspoken] = []
    /// Taken on, and no conversation yet.
    var neverInAll = 0
    /// None for 21 days.
    var quietInAll = 0
}

extension Diary {
    /// Open cases with no conversation in the last 21 days, longest first; those kept
    /// in touch without pressure are not among them. Names are looked up for those that are shown only.
    func unspoken(in view: any Reader, at now: Date) throws -> UnspokenPeople {
        let since = London.instant(Day(now).advanced(by: -CaseLine.quietAfter), hour: 0)
        var people = UnspokenPeople()
        people.first = try view.rows(
            """
            SELECT quiet.id, given_name, family_name, organisation.name AS practice_name, opened_at, reached_at,
                in_all
            FROM (
                SELECT unspoken.*, COUNT(*) OVER (PARTITION BY reached_at IS NULL) AS in_all,
                    ROW_NUMBER() OVER (
                        PARTITION BY reached_at IS NULL
                        ORDER BY COALESCE(reached_at, opened_at), unspoken.id) AS place
                FROM (
                    SELECT "case".id, "case".person, "case".practice, opened_at,
                        (SELECT MAX(began_at) FROM contact
                            WHERE contact."case" = "case".id AND replaced_by IS NULL AND outcome = 'reached')
                            AS reached_at
                    FROM "case"
                    WHERE \(cases.mine(at: now)) AND NOT \(Case.isClosed)
                        AND NOT EXISTS (
                            SELECT 1 FROM holding
                            WHERE holding."case" = "case".id AND holding.replaced_by IS NULL AND is_holding)) AS unspoken
                WHERE reached_at IS NULL OR reached_at < \(since)) AS quiet
            JOIN particulars ON particulars.person = quiet.person AND particulars.replaced_by IS NULL
            JOIN organisation ON organisation.id = quiet.practice
            WHERE place <= \(TodayPage.most)
            ORDER BY place
            """
        ).map { row in
            let reachedAt: Date? = try row("reached_at")
            let inAll: Int = try row("in_all")
            if reachedAt == nil { people.neverInAll = inAll } else { people.quietInAll = inAll }
            return try Unspoken(
                id: row("id"),
                name: Particulars.listed(row("given_name"), row("family_name")),
                practice: row("practice_name"),
                openedAt: row("opened_at"),
                reachedAt: reachedAt
            )
        }
        return people
    }

    /// Questions asked of this link worker, and referrals nobody has taken on yet.
    func waiting(in view: any Reader, at now: Date) throws -> [Today.Wait] {
        let referrals = Referrals(store: store, member: member)
        let asked = try view.rows(
            """
            SELECT question.id, question.words, asked_at, member.name
            FROM question
            JOIN member ON member.id = question.asked_by
            WHERE asked_of = \(member.id)
                AND NOT EXISTS (
                    SELECT 1 FROM remark WHERE remark.question = question.id AND said_by = \(member.id))
                AND NOT EXISTS (SELECT 1 FROM referral WHERE referral.question = question.id)
            """
        ).map { row in
            let (id, name, words): (Question.ID, String, String) = try (row("id"), row("name"), row("words"))
            return try Today.Wait(
                tag: "A little chat?",
                colour: "sun",
                who: "\(name) asks before referring",
                words: words.quoted,
                since: row("asked_at"),
                act: "Reply",
                path: "/questions/\(id)"
            )
        }
        let referred = try view.rows(
            """
            SELECT referral.id, referral.made_at, given_name, family_name, organisation.name AS practice_name
            FROM \(Referral.tables)
            JOIN particulars ON particulars.person = referral.person AND particulars.replaced_by IS NULL
            JOIN organisation ON organisation.id = referral.practice
            WHERE \(referrals.inMyPractices(at: now)) AND \(Referral.stillWaiting)
            ORDER BY referral.made_at, referral.id
            LIMIT 20
            """
        ).map { row in
            let id: Referral.ID = try row("id")
            return try Today.Wait(
                tag: "New referral",
                colour: "leaf",
                who: Particulars.listed(row("given_name"), row("family_name")),
                words: row("practice_name"),
                since: row("made_at"),
                act: "Open",
                path: "/referrals/\(id)"
            )
        }
        return asked + referred
    }

    /// A colleague asks to take somebody over: meanwhile they hang between two.
    func handOvers(in view: any Reader) throws -> [Today.Wait] {
        try HandOvers(store: store, member: member).offered(in: view).map { offered in
            Today.Wait(
                tag: "Hand-over",
                colour: "sun",
                who: offered.name,
                words: "\(offered.from.name) would like you to take over",
                since: offered.madeAt,
                act: "Read and say",
                path: "/hand-overs"
            )
        }
    }

    /// What came back: from whoever referred, and from groups.
    func news(in view: any Reader, at now: Date) throws -> [Today.News] {
        let mine = cases.mine(at: now)
        let replies = try view.rows(
            """
            SELECT member.name AS speaker, given_name, family_name, news_reply.words, news_reply.verdict
            FROM news_reply
            JOIN news ON news.id = news_reply.news
            JOIN "case" ON "case".id = news."case"
            JOIN particulars ON particulars.person = "case".person AND particulars.replaced_by IS NULL
            JOIN member ON member.id = news_reply.said_by
            WHERE \(mine) AND news_reply.replaced_by IS NULL
                AND NOT EXISTS (
                    SELECT 1 FROM news_reply_reading WHERE news_reply_reading.reply = news_reply.id)
            ORDER BY said_at, news_reply.id
            LIMIT 5
            """
        ).map { row in
            let speaker: String = try row("speaker")
            let name = try Particulars.listed(row("given_name"), row("family_name"))
            let (words, verdict): (String?, NewsReply.Verdict?) = try (row("words"), row("verdict"))
            let said = words.map(\.onOneLine).flatMap { $0.isEmpty ? nil : $0 }
            return Today.News(
                who: "\(speaker) on \(name)",
                words: said.map { String($0.prefix(80)).quoted } ?? verdict?.said ?? "answered your news",
                path: "/replies"
            )
        }
        let groups = try view.introductionLines(
            "\(mine) AND introduction.way <> 'signposting' AND \(Introduction.stands)"
        )
        .filter(\.standing.needsSomeone)
        .sorted {
            ($0.standing.rawValue, $0.introduction.madeAt) < ($1.standing.rawValue, $1.introduction.madeAt)
        }
        .prefix(5)
        .map { line in
            Today.News(
                who: "\(line.name) and \(line.activity)",
                words: line.standing.name,
                path: "/introductions/\(line.introduction.id)"
            )
        }
        return try replies + groups + view.peerNews(of: member.id, on: Day(now)) + measures(in: view, at: now)
            + view.reviewNews(of: member, at: now) + view.exitNews(of: member.id, at: now)
    }
}
