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
        var page = try await HowItWent(token, GroupLinks(store: store).open(token, opens))
        let asked = try await LightAnswers(store: store).asked(token)
        page.asked = asked.map { LightQuestionsCard(asked: $0, address: "/l/\(token)/check-in").html }
        return context.page(page)
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
