import Foundation
import Hummingbird
import Kernel
import Store
import Web

struct AskedMergingRoutes: Routes {
    let store: any Store

    func add(to router: RouterGroup<Context>) {
        router.post("/people/{person}/merging-asked", use: ask)
        router.get("/mergings/asked", use: all)
        router.get("/mergings/asked/{asked}", use: open)
        router.post("/mergings/asked/{asked}", use: merge)
        router.post("/mergings/asked/{asked}/no", use: leave)
    }

    func ask(_ request: Request, _ context: Context) async throws -> Response {
        let reading = try People(store: store, member: context.member)
        let people = try People(store: context.store(store), member: context.member)
        let id = try await reading.standing(context.id("person"))
        let shown = { try await reading.lookAlikes(of: id) }
        return try await context.form(\LookAlikesPage.asking, of: shown, from: request) { form in
            let (number, reason) = try form.read()
            try await people.askToMerge(id, with: number, because: reason)
            return .seeOther("/people/\(id)/merging")
        }
    }

    func all(_ request: Request, _ context: Context) async throws -> Response {
        try await context.page(AskedMergingsPage(asked: asked(context, store).all()))
    }

    func open(_ request: Request, _ context: Context) async throws -> Response {
        try await context.page(AskedMergingPage(open: asked(context, store).open(context.id("asked"))))
    }

    func merge(_ request: Request, _ context: Context) async throws -> Response {
        let (asked, id) = try (
            asked(context, context.store(store)), context.id("asked", of: AskedMerging.self)
        )
        let again = { (form: MergingForm, problems: Problems) async throws -> AskedMergingPage in
            try await AskedMergingPage(
                open: self.asked(context, store).open(id),
                form: form,
                problems: problems
            )
        }
        return try await context.form(MergingForm.self, from: request, again: again) { form in
            let open = try await self.asked(context, store).open(id)
            let (right, reason) = try form.read(open.one.id, open.other.id)
            try await asked.merge(id, keeping: right, because: reason)
            return .seeOther("/mergings/asked")
        }
    }

    func leave(_ request: Request, _ context: Context) async throws -> Response {
        try await asked(context, context.store(store)).leave(context.id("asked"))
        return .seeOther("/mergings/asked")
    }

    private func asked(_ context: Context, _ store: any Store) throws -> AskedMergings {
        try AskedMergings(store: store, member: context.member)
    }
}
