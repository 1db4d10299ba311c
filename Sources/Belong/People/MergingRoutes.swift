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
        let again = { (form: NumberForm, problems: Problems) async throws -> LookAlikesPage in
            var page = try await reading(context).lookAlikes(of: id)
            (page.form, page.problems) = (form, problems)
            return page
        }
        return try await context.form(NumberForm.self, from: request, again: again) { form in
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
        let again = { (form: MergingForm, problems: Problems) async throws -> SideBySidePage in
            var page = try await reading(context).sideBySide(id, other)
            (page.form, page.problems) = (form, problems)
            return page
        }
        return try await context.form(MergingForm.self, from: request, again: again) { form in
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
        let again = { (form: SeparationForm, problems: Problems) async throws -> MergingPage in
            var page = try await reading(context).merging(id)
            (page.form, page.problems) = (form, problems)
            return page
        }
        return try await context.form(SeparationForm.self, from: request, again: again) { form in
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
