import Hummingbird
import Kernel
import Store
import Web

/// Visits alone: naming who looks out, and saying how it stands.
struct LoneVisitRoutes: Routes {
    let store: any Store
    let site: WebAddress

    func add(to router: RouterGroup<Context>) {
        router.get("/lone-visits/{entry}", use: open)
        router.post("/lone-visits/{entry}", use: name)
        router.post("/lone-visits/{entry}/end", use: end)
        router.post("/lone-visits/{entry}/longer", use: stay)
        router.post("/lone-visits/{entry}/help", use: help)
    }

    func open(_ request: Request, _ context: Context) async throws -> Response {
        try await context.page(looking(context).page(context.id("entry")))
    }

    func name(_ request: Request, _ context: Context) async throws -> Response {
        let first: DiaryEntry.ID = try context.id("entry")
        let again = { (form: LoneVisitForm, problems: Problems) async throws -> LoneVisitPage in
            var page = try await looking(context).page(first)
            (page.form, page.problems) = (form, problems)
            return page
        }
        return try await context.form(LoneVisitForm.self, from: request, again: again) { form in
            try await visits(context).name(form.read(), for: first)
            return .seeOther("/lone-visits/\(first)")
        }
    }

    func end(_ request: Request, _ context: Context) async throws -> Response {
        let first: DiaryEntry.ID = try context.id("entry")
        try await visits(context).end(first)
        return .seeOther("/lone-visits/\(first)")
    }

    private struct Longer: Decodable {
        let minutes: Int
    }

    func stay(_ request: Request, _ context: Context) async throws -> Response {
        let first: DiaryEntry.ID = try context.id("entry")
        guard let longer = try? await request.decode(as: Longer.self, context: context) else {
            throw Missing()
        }
        try await visits(context).stay(longer.minutes, longer: first)
        return .seeOther("/lone-visits/\(first)")
    }

    func help(_ request: Request, _ context: Context) async throws -> Response {
        let first: DiaryEntry.ID = try context.id("entry")
        try await visits(context).askForHelp(first)
        return .seeOther("/lone-visits/\(first)")
    }

    private func looking(_ context: Context) throws -> LoneVisits {
        try LoneVisits(store: store, member: context.member, site: site)
    }

    private func visits(_ context: Context) throws -> LoneVisits {
        try LoneVisits(store: context.store(store), member: context.member, site: site)
    }
}
