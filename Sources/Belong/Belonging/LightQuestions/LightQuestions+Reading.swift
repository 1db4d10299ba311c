import Foundation
import Kernel
import Store

extension Reader {
    /// What somebody of the practice could be asked after they read this news, or referred somebody: nothing if they
    /// were asked this month, or if no link worker has it yet.
    func asked(_ member: Member.ID, after news: News.ID, at now: Date) throws -> LightQuestions? {
        try asked(
            .staff(member),
            .news,
            of: """
                SELECT news.sent_by AS link_worker, "case".practice
                FROM news
                JOIN "case" ON "case".id = news."case"
                WHERE news.id = \(news) AND news.referrer = \(member)
                """,
            at: now
        )
    }

    func asked(_ member: Member.ID, after referral: Referral.ID, at now: Date) throws -> LightQuestions? {
        try asked(
            .staff(member),
            .referral,
            of: """
                SELECT COALESCE(acceptance.link_worker, referral.asked_for) AS link_worker, referral.practice
                FROM referral
                LEFT JOIN acceptance ON acceptance.referral = referral.id
                WHERE referral.id = \(referral) AND referral.referrer = \(member)
                """,
            at: now
        )
    }

    /// What a group could be asked once it has said how it went with somebody.
    func asked(after introduction: Introduction.ID, at now: Date) throws -> LightQuestions? {
        let activity: Activity.ID? = try value(
            """
            SELECT activity FROM introduction
            WHERE id = \(introduction) AND EXISTS (
                SELECT 1 FROM attendance
                WHERE attendance.introduction = introduction.id AND attendance.told_by = 'group')
            """
        )
        guard let activity else { return nil }
        return try asked(
            .group(activity),
            .welcomed,
            of: """
                SELECT introduction.made_by AS link_worker, "case".practice
                FROM introduction
                JOIN "case" ON "case".id = introduction."case"
                WHERE introduction.id = \(introduction)
                """,
            at: now
        )
    }

    /// What the person could be asked: once after they first talked, and once at the end, or eight weeks on.
    func asked(in id: Case.ID, at now: Date) throws -> LightQuestions? {
        let first: Date? = try value(
            """
            SELECT began_at FROM contact
            WHERE contact."case" = \(id) AND contact.outcome = 'reached' AND contact.replaced_by IS NULL
                AND contact.began_at <= \(now)
            ORDER BY began_at
            LIMIT 1
            """
        )
        guard let first else { return nil }
        let isOver = try has("SELECT 1 FROM \"case\" WHERE id = \(id) AND \(Case.isClosed)")
        let isLater = isOver || now.timeIntervalSince(first) >= Self.laterOn
        return try asked(
            .person(id),
            isLater ? .ended : .begun,
            of:
                "SELECT \(Case.holder) AS link_worker, \"case\".practice FROM \"case\" WHERE \"case\".id = \(id)",
            at: now
        )
    }

    private static var laterOn: TimeInterval { 56 * 86_400 }

    private func asked(
        _ who: LightQuestions.Who,
        _ occasion: CheckIn.Occasion,
        of whose: SQL,
        at now: Date
    ) throws -> LightQuestions? {
        let row = try rows(
            """
            SELECT placement.id, member.name
            FROM (\(whose)) AS whose
            JOIN placement ON placement.link_worker = whose.link_worker AND placement.practice = whose.practice
            JOIN member ON member.id = placement.link_worker
            WHERE \(Placement.current(on: Day(now)))
            ORDER BY placement.began_on DESC
            """
        ).first
        guard let row, try !wasAsked(who, occasion, at: now) else { return nil }
        let placement: Placement.ID = try row("id")
        let last = try lastAnswered(who, placement)
        let items = try catalogue(at: now).items
        let ids = occasion.questions.enumerated()
            .sorted {
                (last[$0.element] ?? .distantPast, $0.offset) < (last[$1.element] ?? .distantPast, $1.offset)
            }
            .prefix(occasion.atOnce)
            .map(\.element)
        return try LightQuestions(
            placement: placement,
            linkWorker: row("name"),
            who: who,
            occasion: occasion,
            items: ids.compactMap { id in items.first { $0.id == id } },
            began: now
        )
    }

    /// Whether it is too early to ask again.
    private func wasAsked(
        _ who: LightQuestions.Who,
        _ occasion: CheckIn.Occasion,
        at now: Date
    ) throws -> Bool {
        let since = now.addingTimeInterval(-Double(occasion.rest) * 86_400)
        let alike: SQL =
            switch who {
            case .person: "check_in.occasion = \(occasion)"
            case .staff, .group: "TRUE"
            }
        return try has("SELECT 1 FROM check_in WHERE \(who.sittings) AND \(alike) AND sat_at > \(since)")
    }

    private func lastAnswered(
        _ who: LightQuestions.Who,
        _ placement: Placement.ID
    ) throws -> [CheckInItem.ID: Date] {
        try rows(
            """
            SELECT check_in_answer.item, MAX(check_in_answer.answered_at) AS last
            FROM check_in
            JOIN check_in_answer ON check_in_answer.check_in = check_in.id
            WHERE \(who.sittings) AND check_in.placement = \(placement)
            GROUP BY check_in_answer.item
            """
        ).reduce(into: [:]) { all, row in all[try row("item")] = try row("last") }
    }
}
