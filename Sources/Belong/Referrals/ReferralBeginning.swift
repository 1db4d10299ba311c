import Foundation
import Kernel
import Store
import Web

/// A referral form for one referrer: the practices they may refer to, the link
/// workers there, and what is known already from a question.
struct ReferralBeginning: Sendable {
    let store: any Store
    let member: Member

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
        at now: Date
    ) async throws -> ReferralFormPage {
        let draft = form.draft.flatMap { Draft.ID($0) }
        let drafting = Drafting.again(draft, .referral, about: member.id, on: Self.path)
        var page = try await page(form, drafting, problems, at: now)
        page.matches = matches
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
            let practices = try view.practices(for: member, at: now)
            guard !practices.isEmpty else { throw Missing() }
            var form = form
            try view.fill(&form, asked: member)
            let neighbours = try view.neighbours(of: practices.map(\.id), at: now)
            let news = try view.latestNews(for: member)
            let choices = ReferralFormPage.Choices(practices, neighbours, form, news, at: now)
            return ReferralFormPage(form, choices, drafting, problems)
        }
    }
}

extension Reader {
    /// Where this member may refer to: their own practices; for a link worker
    /// those of their placements; for a VCSE every practice that has a link worker.
    fileprivate func practices(for member: Member, at now: Date) throws -> [Organisation] {
        let own = member.memberships.map(\.organisation).filter { $0.kind == .practice }
        guard own.isEmpty else { return Array(Set(own)).sorted { $0.name < $1.name } }
        guard member.isA(.coordinator) else { return [] }
        return try practicesWithLinkWorkers(at: now)
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
}

extension ReferralFormPage.Choices {
    fileprivate init(
        _ practices: [Organisation],
        _ neighbours: [Desk.Neighbour],
        _ form: ReferralForm,
        _ news: LatestNews,
        at now: Date
    ) {
        self.practices = practices.map { Choice($0.id.description, $0.name) }
        var seen: Set<Member.ID> = []
        let distinct = neighbours.filter { seen.insert($0.id).inserted }
        linkWorkers = [Choice("", "Whoever has room")] + distinct.map { Choice($0.id.description, $0.name) }
        let asked = neighbours.filter { $0.id.description == form.linkWorker }
        let there = neighbours.filter { $0.practice.id.description == form.practice }
        aside = asked.first.map { DeskPage.Card($0, at: now) }
        readers = (asked.isEmpty ? there.isEmpty ? neighbours : there : asked).map {
            DeskPage.Card($0, at: now)
        }
        self.news = news.sentences
    }
}
