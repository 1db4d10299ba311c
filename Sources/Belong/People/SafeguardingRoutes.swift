import Hummingbird
import Kernel
import Store
import Web

/// Who is at risk where somebody lives.
struct SafeguardingRoutes: Routes {
    let store: any Store

    func add(to router: RouterGroup<Context>) {
        router.get("/people/{person}/safeguarding", use: open)
        router.post("/people/{person}/safeguarding", use: add)
        router.post("/people/{person}/safeguarding/{one}/end", use: end)
    }

    func open(_ request: Request, _ context: Context) async throws -> Response {
        try await context.page(looking(context).safeguarding(of: context.id("person")))
    }

    func add(_ request: Request, _ context: Context) async throws -> Response {
        let id: Person.ID = try context.id("person")
        let again = { (form: SafeguardingForm, problems: Problems) async throws -> SafeguardingPage in
            var page = try await looking(context).safeguarding(of: id)
            (page.form, page.problems) = (form, problems)
            return page
        }
        return try await context.form(SafeguardingForm.self, from: request, again: again) { form in
            let (who, words) = try form.read()
            try await people(context).add(who, words, to: id)
            return .seeOther("/people/\(id)/safeguarding")
        }
    }

    func end(_ request: Request, _ context: Context) async throws -> Response {
        let id: Person.ID = try context.id("person")
        let again = { (_: SafeguardingEndForm, problems: Problems) async throws -> SafeguardingPage in
            var page = try await looking(context).safeguarding(of: id)
            page.problems = problems
            return page
        }
        return try await context.form(SafeguardingEndForm.self, from: request, again: again) { form in
            let reason = try form.read()
            try await people(context).end(context.id("one"), of: id, because: reason)
            return .seeOther("/people/\(id)/safeguarding")
        }
    }

    private func looking(_ context: Context) throws -> People {
        try People(store: store, member: context.member)
    }

    private func people(_ context: Context) throws -> People {
        try People(store: context.store(store), member: context.member)
    }
}
