import Foundation
import Hummingbird
import Kernel
import Store
import Web

/// Finding out that two records are one person's, and that they are not.
struct MergingRoutes: Routes {
    let store: any Store

    func add(to router: RouterGroup<Context>) {
        router.get("/people/{person}/merging", use: lookAlikes)
        router.post("/people/{person}/merging", use: find)
        router.get("/people/{person}/merging/{other}", use: sideBySide)
        router.post("/people/{person}/merging/{other}", use: merge)
        router.get("/mergings/{merging}", use: open)
        router.post("/mergings/{merging}/separation", use: separate)
    }

    func lookAlikes(_ request: Request, _ context: Context) async throws -> Response {
        let id = try await reading(context).standing(context.id("person"))
        return try await context.page(reading(context).lookAlikes(of: id))
    }

    func find(_ request: Request, _ context: Context) async throws -> Response {
        let id = try await reading(context).standing(context.id("person"))
        let shown = { try await reading(context).lookAlikes(of: id) }
        return try await context.form(\LookAlikesPage.form, of: shown, from: request) { form in
            let other = try await reading(context).find(form.read(), besides: id)
            return .seeOther("/people/\(id)/merging/\(other)")
        }
    }

    func sideBySide(_ request: Request, _ context: Context) async throws -> Response {
        let (id, other): (Person.ID, Person.ID) = try (context.id("person"), context.id("other"))
        return try await context.page(reading(context).sideBySide(id, other))
    }

    func merge(_ request: Request, _ context: Context) async throws -> Response {
        let people = try People(store: context.store(store), member: context.member)
        let (id, other): (Person.ID, Person.ID) = try (context.id("person"), context.id("other"))
        let shown = { try await reading(context).sideBySide(id, other) }
        return try await context.form(\SideBySidePage.form, of: shown, from: request) { form in
            let (right, reason) = try form.read(id, other)
            let merging = try await people.merge(right, right == id ? other : id, because: reason)
            return .seeOther("/mergings/\(merging)")
        }
    }

    func open(_ request: Request, _ context: Context) async throws -> Response {
        try await context.page(reading(context).merging(context.id("merging")))
    }

    func separate(_ request: Request, _ context: Context) async throws -> Response {
        let people = try People(store: context.store(store), member: context.member)
        let id: Merging.ID = try context.id("merging")
        let shown = { try await reading(context).merging(id) }
        return try await context.form(\MergingPage.form, of: shown, from: request) { form in
            try await people.separate(id, because: form.read())
            return .seeOther("/mergings/\(id)")
        }
    }

    /// To look, also while a form is put right: the key of its sending stays unused
    /// until what it asks is done.
    private func reading(_ context: Context) throws -> People {
        try People(store: store, member: context.member)
    }
}
