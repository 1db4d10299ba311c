import Foundation
import Hummingbird
import Kernel
import Store
import Web

/// Raising what is not right, and putting it right.
struct IssueRoutes: Routes {
    let store: any Store
    let site: WebAddress

    func add(to router: RouterGroup<Context>) {
        router.get("/issues", use: all)
        router.get("/issues/new", use: begin)
        router.post("/issues", use: raise)
        router.get("/issues/{issue}", use: one)
        router.post("/issues/{issue}/acknowledgement", use: acknowledge)
        router.post("/issues/{issue}/handing", use: hand)
        router.post("/issues/{issue}/mending", use: mend)
        router.post("/issues/{issue}/not-yet", use: notYet)
        router.post("/issues/{issue}/closing", use: close)
    }

    func all(_ request: Request, _ context: Context) async throws -> Response {
        let issues = try issues(context)
        return try await context.page(IssuesPage(issues: issues.mine(), me: issues.member.id, now: .now))
    }

    func begin(_ request: Request, _ context: Context) async throws -> Response {
        try await context.page(IssueFormPage(places: issues(context).places()))
    }

    func raise(_ request: Request, _ context: Context) async throws -> Response {
        let shown = { try await IssueFormPage(places: issues(context).places()) }
        return try await context.form(\IssueFormPage.form, of: shown, from: request) { form in
            let id = try await issues(context).raise(form.read())
            return .seeOther("/issues/\(id)")
        }
    }

    func one(_ request: Request, _ context: Context) async throws -> Response {
        try await context.page(page(context))
    }

    func acknowledge(_ request: Request, _ context: Context) async throws -> Response {
        try await issues(context).say(.acknowledged, on: context.id("issue"))
        return try back(context)
    }

    func close(_ request: Request, _ context: Context) async throws -> Response {
        try await issues(context).say(.closed, on: context.id("issue"))
        return try back(context)
    }

    func hand(_ request: Request, _ context: Context) async throws -> Response {
        try await turn(request, context) { form, issues, id in
            let (to, words) = try form.handed()
            try await issues.say(.handed, words, to: to, on: id)
        }
    }

    func mend(_ request: Request, _ context: Context) async throws -> Response {
        try await turn(request, context) { form, issues, id in
            try await issues.say(.mended, form.said("Say what is different now"), on: id)
        }
    }

    func notYet(_ request: Request, _ context: Context) async throws -> Response {
        try await turn(request, context) { form, issues, id in
            try await issues.say(.notYet, form.said("Say what is still not right"), on: id)
        }
    }

    private func turn(
        _ request: Request,
        _ context: Context,
        _ said: (TurnForm, Issues, Issue.ID) async throws -> Void
    ) async throws -> Response {
        let shown = { try await page(context) }
        return try await context.form(\IssuePage.form, of: shown, from: request) { form in
            try await said(form, issues(context), context.id("issue"))
            return try back(context)
        }
    }

    private func back(_ context: Context) throws -> Response {
        let id: Issue.ID = try context.id("issue")
        return .seeOther("/issues/\(id)")
    }

    private func page(_ context: Context) async throws -> IssuePage {
        let door = try Issues(store: store, member: context.member, site: site)
        return try await IssuePage(look: door.look(at: context.id("issue")), now: .now)
    }

    private func issues(_ context: Context) throws -> Issues {
        let member = try context.member
        guard Issues.isFor(member) else { throw Missing() }
        return Issues(store: context.store(store), member: member, site: site)
    }
}
