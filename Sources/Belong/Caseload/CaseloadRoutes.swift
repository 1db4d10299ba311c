import Foundation
import Hummingbird
import Kernel
import Store
import Web

/// The page of each of one's people.
struct CaseloadRoutes: Routes {
    let store: any Store
    let site: WebAddress

    func add(to router: RouterGroup<Context>) {
        router.get("/cases/{case}", use: open)
        router.get("/cases/{case}/call", use: call)
        router.get("/cases/{case}/log", use: log)
        router.get("/cases/{case}/worry", use: worry)
        router.post("/cases/{case}/matters", use: writeMatters)
        router.post("/cases/{case}/signs", use: notice)
        router.post("/cases/{case}/holding", use: hold)
        router.post("/cases/{case}/holding/end", use: endHolding)
        router.get("/cases/{case}/closing", use: closing)
        router.post("/cases/{case}/closing", use: close)
        router.get("/cases/{case}/reopening", use: comingBack)
        router.post("/cases/{case}/reopening", use: reopen)
        router.get("/cases/{case}/own-page", use: ownPage)
        router.post("/cases/{case}/own-page", use: give)
        router.get("/shown", use: shown)
        router.post("/cases/{case}/showing", use: show)
        router.post("/cases/{case}/showing/end", use: takeBack)
    }

    func open(_ request: Request, _ context: Context) async throws -> Response {
        try await context.page(cases(context).page(context.id("case")))
    }

    func call(_ request: Request, _ context: Context) async throws -> Response {
        try await context.page(cases(context).preCall(context.id("case")))
    }

    func log(_ request: Request, _ context: Context) async throws -> Response {
        try await context.page(cases(context).whoLooked(context.id("case"), leaf: context.leaf(of: request)))
    }

    /// From any page of a case to the form of a worry about its person.
    func worry(_ request: Request, _ context: Context) async throws -> Response {
        let person = try await cases(context).person(of: context.id("case"))
        return .seeOther("/people/\(person)/worries/new")
    }

    func writeMatters(_ request: Request, _ context: Context) async throws -> Response {
        let cases = try cases(context)
        let form = try await request.decode(as: MattersForm.self, context: context)
        try await cases.write(matters: form.matters, on: context.id("case"))
        return try back(context)
    }

    func notice(_ request: Request, _ context: Context) async throws -> Response {
        let (cases, id): (Cases, Case.ID) = try (cases(context), context.id("case"))
        let shown = { try await Cases(store: store, member: context.member).page(id) }
        return try await context.form(\CasePage.noticing, of: shown, from: request) { form in
            try await cases.notice(form.read(), on: id)
            return try back(context)
        }
    }

    func hold(_ request: Request, _ context: Context) async throws -> Response {
        let cases = try cases(context)
        let form = try await request.decode(as: WordsForm.self, context: context)
        try await cases.hold(context.id("case"), form.words)
        return try back(context)
    }

    func endHolding(_ request: Request, _ context: Context) async throws -> Response {
        try await cases(context).endHolding(context.id("case"))
        return try back(context)
    }

    func closing(_ request: Request, _ context: Context) async throws -> Response {
        let draft = context.asked("draft", of: request).flatMap { Draft.ID($0) }
        let id: Case.ID = try context.id("case")
        var page = try await cases(context).closing(id, goingOn: draft)
        page.form = context.typed(in: page.drafting.content) ?? page.form
        return context.page(page)
    }

    func close(_ request: Request, _ context: Context) async throws -> Response {
        let (cases, id): (Cases, Case.ID) = try (cases(context), context.id("case"))
        let again = { (form: ClosingForm, problems: Problems) async throws -> ClosingPage in
            let looking = try Cases(store: store, member: context.member)
            var page = try await looking.closing(id, goingOn: form.draftID)
            (page.form, page.problems) = (form, problems)
            return page
        }
        return try await context.form(ClosingForm.self, from: request, again: again) { form in
            let closing = try form.read()
            let site = form.gives ? site : nil
            try await cases.close(id, closing, giving: site, draft: form.draftID)
            let planned = try await Diary(store: store, member: context.member).hasPlanned(id, of: .everybody)
            return planned ? .seeOther("/cases/\(id)/planned") : try back(context)
        }
    }

    func comingBack(_ request: Request, _ context: Context) async throws -> Response {
        let id: Case.ID = try context.id("case")
        try await cases(context).look(at: id)
        return context.page(ReopeningPage(id: id))
    }

    func reopen(_ request: Request, _ context: Context) async throws -> Response {
        let cases = try cases(context)
        let form = try await request.decode(as: WordsForm.self, context: context)
        try await cases.reopen(context.id("case"), form.words)
        return try back(context)
    }

    func ownPage(_ request: Request, _ context: Context) async throws -> Response {
        try await context.page(cases(context).ownPage(context.id("case")))
    }

    func give(_ request: Request, _ context: Context) async throws -> Response {
        try await cases(context).give(context.id("case"), at: site)
        return try back(context)
    }

    func shown(_ request: Request, _ context: Context) async throws -> Response {
        let member = try context.member
        guard member.isA(.supervisor) else { throw Missing() }
        return try await context.page(ShownPage(lines: Cases(store: store, member: member).shown()))
    }

    func show(_ request: Request, _ context: Context) async throws -> Response {
        try await cases(context).show(context.id("case"))
        return try back(context)
    }

    func takeBack(_ request: Request, _ context: Context) async throws -> Response {
        try await cases(context).takeBack(context.id("case"))
        return try back(context)
    }

    private func back(_ context: Context) throws -> Response {
        let id: Case.ID = try context.id("case")
        return .seeOther("/cases/\(id)")
    }

    private func cases(_ context: Context) throws -> Cases {
        try Cases(store: context.store(store), member: context.member)
    }
}
