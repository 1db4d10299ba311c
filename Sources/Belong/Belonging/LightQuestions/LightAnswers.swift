import Foundation
import Kernel
import Store

/// Answering the few questions that are put to others: staff on the page they came from, groups and people behind
/// their own links. Whoever answers twice, or too early, is thanked and nothing is kept twice.
struct LightAnswers: Sendable {
    let store: any Store

    func asked(_ member: Member.ID, after news: News.ID, at now: Date = .now) async throws -> LightQuestions?
    {
        try await store.read { try $0.asked(member, after: news, at: now) }
    }

    func asked(
        _ member: Member.ID,
        after referral: Referral.ID,
        at now: Date = .now
    ) async throws -> LightQuestions? {
        try await store.read { try $0.asked(member, after: referral, at: now) }
    }

    /// What the link leads to: a group, or the person.
    func asked(_ token: String, at now: Date = .now) async throws -> LightQuestions? {
        try await store.read { try $0.asked(behind: token, at: now) }
    }

    /// What the person has answered, which stands on their own page and nowhere else with their name.
    func said(_ token: String, at now: Date = .now) async throws -> [(words: String, answer: CheckInAnswer)] {
        try await store.read { view in
            let id: Case.ID = try view.opened(token, .ownPage, at: now)
            let items = try view.catalogue(at: now).items
            return try view.rows(
                """
                SELECT check_in_answer.item, check_in_answer.answer
                FROM check_in
                JOIN check_in_answer ON check_in_answer.check_in = check_in.id
                WHERE check_in."case" = \(id)
                ORDER BY check_in.sat_at, check_in_answer.item
                """
            ).compactMap { row in
                let item: String = try row("item")
                guard let words = items.first(where: { $0.id == item })?.words else { return nil }
                return try (words, row("answer"))
            }
        }
    }

    func answer(
        _ form: CheckInForm,
        after news: News.ID,
        by member: Member.ID,
        at now: Date = .now
    ) async throws {
        try await store.write { work in
            guard try work.has("SELECT 1 FROM news WHERE id = \(news) AND referrer = \(member)") else {
                throw Missing()
            }
            try work.keep(form, work.asked(member, after: news, at: now), by: .member(member), at: now)
        }
    }

    func answer(
        _ form: CheckInForm,
        after referral: Referral.ID,
        by member: Member.ID,
        at now: Date = .now
    ) async throws {
        try await store.write { work in
            guard try work.has("SELECT 1 FROM referral WHERE id = \(referral) AND referrer = \(member)")
            else {
                throw Missing()
            }
            try work.keep(form, work.asked(member, after: referral, at: now), by: .member(member), at: now)
        }
    }

    func answer(_ form: CheckInForm, _ token: String, at now: Date = .now) async throws {
        try await store.write { work in
            let asked = try work.asked(behind: token, at: now)
            let actor: LogEntry.Actor = if case .group = asked?.who { .group } else { .person }
            try work.keep(form, asked, by: actor, at: now)
        }
    }
}

extension Reader {
    fileprivate func asked(behind token: String, at now: Date) throws -> LightQuestions? {
        do {
            return try asked(in: opened(token, .ownPage, at: now), at: now)
        } catch is Missing {
            return try asked(after: opened(token, .outcome, at: now), at: now)
        }
    }
}

extension Writer {
    fileprivate func keep(
        _ form: CheckInForm,
        _ asked: LightQuestions?,
        by actor: LogEntry.Actor,
        at now: Date
    ) throws {
        guard let asked else { return }
        try keep(asked, form.read(asked.items, at: now), at: now)
        try log(.changed, asked.placement, by: actor, at: now)
    }
}
