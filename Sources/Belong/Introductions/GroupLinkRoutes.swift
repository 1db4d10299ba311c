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

/// Behind the person's own link: their plan, and the places picked out with them.
struct OwnPageLink: LinkPage {
    let store: any Store
    let opens = Link.Opens.ownPage

    func show(_ token: String, _ request: Request, _ context: Context) async throws -> Response {
        let own = try await OwnPages(store: store).open(token)
        let activities = try await store.read { view in
            try view.shortlist(of: view.opened(token, .ownPage, at: .now))
        }
        return context.page(OwnPlaces(own: own, places: activities.filter(\.isOffered).map { .init($0) }))
    }

    /// There is nothing to answer here.
    func answer(_ token: String, _ request: Request, _ context: Context) async throws -> Response {
        throw Missing()
    }
}

/// Somebody's own page with the places they might like.
struct OwnPlaces: Page {
    let own: OwnPage
    let places: [ShortlistPage.Item]

    var title: String { own.title }

    var main: HTML {
        """
        \(own.main)\(places.isEmpty ? nil : list)
        """
    }

    private var list: HTML {
        """
        <section class="card"><h2>Some places you might like</h2><ul class="plain">\(each: places, item)</ul></section>
        """
    }

    private func item(_ item: ShortlistPage.Item) -> HTML {
        "<li><h3>\(item.name)</h3>\(each: item.lines, { "<p>\($0)</p>" })</li>"
    }

    static var sample: OwnPlaces { OwnPlaces(own: .sample, places: ShortlistPage.sample.places) }
}
