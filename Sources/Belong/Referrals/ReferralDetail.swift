import Foundation
import Kernel
import Store

/// One referral as somebody may see it: everything for a link worker of the
/// practice, its own words and what became of it for the referrer.
struct ReferralDetail: Sendable {
    let referral: Referral
    let name: Particulars
    let practice: String
    let referrer: String?
    /// Where whoever referred works, if that is not the practice.
    var referring: String?
    let route: Referral.Route
    let reasons: [Reason]
    let otherReason: String
    let words: String
    let told: Set<ReferralRequest.Told>
    let wish: Wish?
    /// What became of the words that told them of it, if there were any.
    let invitation: Delivery?
    var secondThought: SecondThought?
    let linkWorker: String?
    /// When it came to an end, if nobody has come back since.
    var endedAt: Date?
    let declineWords: String?
    let opened: Case.ID?
    let thread: [Remark]
    /// They were known before this referral, which a practice is told and nobody else.
    let isKnown: Bool
    let already: [Already]
    /// Whether what the person wishes is for the reader.
    let hears: Bool
    /// Only where the reader works with the person.
    let care: Care?
    /// Whom to tell, where something that was said should be looked at again.
    var prompt: RedFlag.Prompt?
    /// What the person was told of a decline, if they could be.
    var declineLetter: Delivery?
    /// Who else there is to refer them to.
    var others: [String] = []
}

extension Referrals {
    /// Opens one. Looking at it is written down first.
    func open(_ id: Referral.ID, at now: Date = .now) async throws -> ReferralPage {
        let me = member.id
        let (referral, isMine) = try await store.write { work in
            let mine = try unlessMissing { try find(id, in: work, at: now) }
            let referral = try mine ?? findMine(id, in: work)
            try work.noteReading(of: referral, by: me, at: now)
            try work.log(.looked, id, about: referral.person, by: me, at: now)
            return (referral, mine != nil)
        }
        let detail = try await store.read { view in
            let hears =
                try isMine || view.has("SELECT id FROM referral WHERE id = \(id) AND \(hearsWishes)")
            let already =
                try hears ? already(besides: referral, asLinkWorker: isMine, in: view, at: now) : []
            var detail = try view.detail(
                of: referral,
                already,
                hears: hears,
                withCare: isMine,
                me: me,
                at: now
            )
            if case .declined = referral.progress {
                detail.declineLetter = try view.declineDelivery(of: id)
                if !isMine { detail.others = try view.others(besides: referral, at: now).map(\.name) }
            }
            if hears { detail.prompt = try view.redFlag(on: referral, for: me, at: now) }
            return detail
        }
        var page = ReferralPage(detail, seenBy: member, at: now)
        if !isMine { page.plan = try await planSummary(of: id) }
        return page
    }

    /// There is none for whoever is not told of the plan. Anything else that goes wrong is not *no plan*.
    private func planSummary(of id: Referral.ID) async throws -> PlanSummary? {
        do {
            return try await PlanSummaries(store: store, member: member).open(id)
        } catch is Missing {
            return nil
        }
    }
}

extension Reader {
    fileprivate func detail(
        of referral: Referral,
        _ already: [Already],
        hears: Bool,
        withCare: Bool,
        me: Member.ID,
        at now: Date
    ) throws -> ReferralDetail {
        let row = try rows(
            """
            SELECT referral.words, other_reason, told_role, told_contact, told_choice, said_reaching, said_risk,
                route, person.made_at AS met_at, referring.name AS referring_name,
                organisation.name AS practice_name, referrer.name AS referrer_name, taker.name AS taker_name,
                decline.words AS decline_words, "case".id AS case_id, invitation.message,
                (SELECT closed_at FROM closing WHERE closing."case" = "case".id AND \(Closing.stands)) AS ended_at
            FROM referral
            JOIN person ON person.id = referral.person
            JOIN organisation ON organisation.id = referral.practice
            LEFT JOIN member AS referrer ON referrer.id = referral.referrer
            LEFT JOIN organisation AS referring ON referring.id = referral.referring
            LEFT JOIN decline ON decline.referral = referral.id
            LEFT JOIN "case" ON "case".referral = referral.id
            LEFT JOIN member AS taker ON taker.id = \(Case.holder)
            LEFT JOIN invitation ON invitation.referral = referral.id
            WHERE referral.id = \(referral.id)
            ORDER BY invitation.made_at DESC
            LIMIT 1
            """
        ).first
        guard let row else { throw Missing() }
        let message: Message.ID? = try row("message")
        let (route, metAt): (Referral.Route, Date) = try (row("route"), row("met_at"))
        let isOfPractice = withCare || route == .practice
        let opened: Case.ID? = try row("case_id")
        let isTaker =
            try opened.map { try has("SELECT id FROM \"case\" WHERE id = \($0) AND \(Case.holder) = \(me)") }
            ?? false
        return try ReferralDetail(
            referral: referral,
            name: particulars(of: referral.person),
            practice: row("practice_name"),
            referrer: row("referrer_name"),
            referring: route == .vcse ? row("referring_name") : nil,
            route: route,
            reasons: reasons("SELECT id FROM referral WHERE id = \(referral.id)")[referral.id] ?? [],
            otherReason: row("other_reason"),
            words: row("words"),
            told: Set(row),
            wish: wish(on: referral.id),
            invitation: message.map(delivery),
            secondThought: secondThought(of: referral.id),
            linkWorker: row("taker_name"),
            endedAt: row("ended_at"),
            declineWords: row("decline_words"),
            opened: isTaker ? opened : nil,
            thread: remarks("remark.referral = \(referral.id)"),
            isKnown: isOfPractice && metAt < referral.madeAt,
            already: isOfPractice ? already : [],
            hears: hears,
            care: withCare
                ? care(
                    of: referral,
                    said: [row("said_reaching"), row("said_risk")],
                    me: me,
                    at: now
                ) : nil
        )
    }

    private func care(
        of referral: Referral,
        said: [String?],
        me: Member.ID,
        at now: Date
    ) throws -> ReferralDetail.Care {
        let passings = try rows(
            """
            SELECT giver.name AS giver, taker.name AS taker, passing.words
            FROM passing
            JOIN member AS giver ON giver.id = passed_by
            JOIN member AS taker ON taker.id = passed_to
            WHERE referral = \(referral.id)
            ORDER BY passed_at
            """
        ).map { row in
            let (giver, taker, words): (String, String, String) = try (
                row("giver"), row("taker"), row("words")
            )
            return words.isEmpty
                ? "\(giver) passed this to \(taker)" : "\(giver) passed this to \(taker): \(words.quoted)"
        }
        let open = try saidOtherwise(of: referral.person).first { $0.referral == referral.id }
        return try ReferralDetail.Care(
            reaching: reaching(referral.person),
            needs: accessNeeds(of: referral.person),
            risk: visitRisk(of: referral.person),
            passings: passings,
            said: said.compactMap(\.self) + (open?.said.lines ?? []),
            open: open,
            colleagues: neighbours(of: [referral.practice], at: now).filter { $0.id != me }
        )
    }
}
