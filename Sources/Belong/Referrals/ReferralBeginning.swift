import Foundation
import Kernel
import Store
import Web

/// A referral form for one referrer: the practices they may refer to, the link
/// workers there, and what is known already from a question.
struct ReferralBeginning: Sendable {
    let store: any Store
    let member: Member

    /// Where the surgery must be found first: what was found of it so far.
    func toFind(_ form: ReferralForm, sought: String?, at now: Date) async throws -> Surgeries? {
        let member = member
        let found = try await store.read { view in
            var form = form
            try view.fill(&form, asked: member)
            try fill(&form, againIn: view, at: now)
            return try view.surgeries(for: member, chosen: form.practice, sought: sought, at: now)
        }
        return found.mustBeFound ? found : nil
    }

    /// A fresh form, or one that was begun before and is gone on with.
    func page(_ form: ReferralForm, goingOn draft: Draft.ID?, at now: Date) async throws -> ReferralFormPage {
        let drafting = try await Drafts(store: store, member: member)
            .begin(.referral, about: member.id, on: Self.path, goingOn: draft)
        return try await page(form, drafting, at: now)
    }

    /// The form as it was sent, with what must be put right or decided first.
    func again(
        _ form: ReferralForm,
        _ problems: Problems = Problems(),
        whoIsMeant matches: [Match] = [],
        prompt: RedFlag.Prompt? = nil,
        at now: Date
    ) async throws -> ReferralFormPage {
        let draft = form.draft.flatMap { Draft.ID($0) }
        let drafting = Drafting.again(draft, .referral, about: member.id, on: Self.path)
        var page = try await page(form, drafting, problems, at: now)
        (page.matches, page.prompt) = (matches, prompt)
        return page
    }

    private static let path = "/referrals/new"

    private func page(
        _ form: ReferralForm,
        _ drafting: Drafting,
        _ problems: Problems = Problems(),
        at now: Date
    ) async throws -> ReferralFormPage {
        let member = member
        // The last news stands beside the form, with whom it is about.
        try await store.look(at: NameList.Desk.self, of: member.id, at: now)
        return try await store.read { view in
            var form = form
            try view.fill(&form, asked: member)
            try view.fill(&form, offeredBy: member)
            try fill(&form, againIn: view, at: now)
            let surgeries = try view.surgeries(for: member, chosen: form.practice, at: now)
            let practices = surgeries.choices
            guard surgeries.areMany || !practices.isEmpty else { throw Missing() }
            let neighbours = try view.neighbours(of: practices.map(\.id), at: now)
            let news = try view.latestNews(for: member)
            let choices = ReferralFormPage.Choices(surgeries, neighbours, form, news, at: now)
            return ReferralFormPage(form, choices, drafting, problems)
        }
    }
}

extension Reader {
    /// Where this member may refer to: their own practices; for a link worker
    /// those of their placements; for a VCSE every practice that has a link worker.
    fileprivate func surgeries(
        for member: Member,
        chosen: String?,
        sought: String? = nil,
        at now: Date
    ) throws -> Surgeries {
        if member.places.isEmpty, member.isA(.coordinator) {
            return try surgeries(chosen: chosen, sought: sought, at: now)
        }
        return Surgeries(list: member.places, chosen: nil, sought: "", areMany: false, hasMore: false)
    }

    /// What was asked before stands in the form already.
    fileprivate func fill(_ form: inout ReferralForm, asked member: Member) throws {
        guard let id = form.question.flatMap({ Question.ID($0) }), form.words == nil else { return }
        let question: Question? = try first(
            "SELECT \(Question.columns) FROM question WHERE id = \(id) AND asked_by = \(member.id)"
        )
        guard let question else { return }
        form.words = question.words
        form.practice = question.practice.description
        form.linkWorker = question.askedOf.description
    }

    /// The word that was noted for oneself, to be turned into a sentence or two.
    fileprivate func fill(_ form: inout ReferralForm, offeredBy member: Member) throws {
        guard form.words == nil, let id = form.offer.flatMap({ DeclinedOffer.ID($0) }) else { return }
        guard let offer = try offer(id, by: member.id) else { return }
        form.words = offer.words
        form.practice = offer.practice.description
    }
}

extension ReferralFormPage.Choices {
    fileprivate init(
        _ surgeries: Surgeries,
        _ neighbours: [Desk.Neighbour],
        _ form: ReferralForm,
        _ news: LatestNews,
        at now: Date
    ) {
        self.surgeries = surgeries
        var seen: Set<Member.ID> = []
        let distinct = neighbours.filter { seen.insert($0.id).inserted }
        // Whoever takes no new people is not offered, unless they were chosen already.
        linkWorkers =
            [Choice("", "Whoever has room")]
            + distinct.compactMap { one in
                guard let until = one.pausedUntil else { return Choice("\(one.id)", one.name) }
                let isChosen = "\(one.id)" == form.linkWorker
                return isChosen ? Choice("\(one.id)", "\(one.name), again from \(until.spoken)") : nil
            }
        let asked = neighbours.filter { $0.id.description == form.linkWorker }
        let there = neighbours.filter { $0.practice.id.description == form.practice }
        aside = asked.first.map { DeskPage.Card($0, at: now) }
        readers = (asked.isEmpty ? there.isEmpty ? neighbours : there : asked).map {
            DeskPage.Card($0, at: now)
        }
        self.news = news.sentences
    }
}
