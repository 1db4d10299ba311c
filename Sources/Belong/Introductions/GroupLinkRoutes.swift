import Foundation
import Hummingbird
import Kernel
import Store
import Web

/// Behind a group's link: can you welcome them?
struct WelcomeLink: LinkPage {
    let store: any Store
    let opens = Link.Opens.introduction

    func show(_ token: String, _ request: Request, _ context: Context) async throws -> Response {
        try await context.page(WelcomeAsked(token, GroupLinks(store: store).open(token, opens)))
    }

    func answer(_ token: String, _ request: Request, _ context: Context) async throws -> Response {
        let again = { (form: GroupAnswerForm, problems: Problems) in
            try await WelcomeAsked(token, GroupLinks(store: store).open(token, opens), form, problems)
        }
        return try await context.form(GroupAnswerForm.self, from: request, again: again) { form in
            try await GroupLinks(store: context.store(store)).answer(token, form.read(on: Day(.now)))
            return .seeOther("/l/\(token)")
        }
    }
}

/// Behind a group's second link, four weeks on: how did it go?
struct OutcomeLink: LinkPage {
    let store: any Store
    let opens = Link.Opens.outcome

    func show(_ token: String, _ request: Request, _ context: Context) async throws -> Response {
        try await context.page(HowItWent(token, GroupLinks(store: store).open(token, opens)))
    }

    func answer(_ token: String, _ request: Request, _ context: Context) async throws -> Response {
        let again = { (form: AttendanceForm, problems: Problems) in
            try await HowItWent(token, GroupLinks(store: store).open(token, opens), form, problems)
        }
        return try await context.form(AttendanceForm.self, from: request, again: again) { form in
            try await GroupLinks(store: context.store(store)).answer(token, form.read(.group))
            return .seeOther("/l/\(token)")
        }
    }
}

/// Behind the person's own link: their plan, the places picked out with them, and
/// what was said of them, to put right in their own words.
struct OwnPageLink: LinkPage {
    let store: any Store
    let opens = Link.Opens.ownPage

    func show(_ token: String, _ request: Request, _ context: Context) async throws -> Response {
        try await context.page(page(token))
    }

    func answer(_ token: String, _ request: Request, _ context: Context) async throws -> Response {
        let again = { (form: OwnPageForm, problems: Problems) in
            var page = try await page(token)
            (page.typed, page.problems) = (form, problems)
            return page
        }
        return try await context.form(OwnPageForm.self, from: request, again: again) { form in
            if let (activity, isRunning) = form.told {
                try await OwnShortlist(store: context.store(store)).say(isRunning, of: activity, token)
                return .seeOther("/l/\(token)")
            }
            let (news, words) = try OwnWordsForm(news: form.news ?? "", words: form.words ?? "").read()
            try await OwnNews(store: context.store(store)).write(words, beside: news, token)
            return .seeOther("/l/\(token)")
        }
    }

    private func page(_ token: String) async throws -> OwnPlaces {
        let own = try await OwnPages(store: store).open(token)
        let activities = try await store.read { view in
            try view.shortlist(of: view.opened(token, .ownPage, at: .now))
        }
        return try await OwnPlaces(
            own: own,
            places: activities.filter(\.isOffered).map { .init($0) },
            told: OwnNews(store: store).told(token),
            address: "/l/\(token)"
        )
    }
}
