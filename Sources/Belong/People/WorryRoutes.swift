import Foundation
import Hummingbird
import Kernel
import Store
import Web

struct WorryRoutes: Routes {
    let store: any Store
    let site: WebAddress

    func add(to router: RouterGroup<Context>) {
        router.get("/people/{person}/worries/new", use: begin)
        router.post("/people/{person}/worries", use: raise)
        router.get("/worries", use: list)
        router.get("/worries/{worry}", use: open)
        router.post("/worries/{worry}/acknowledgement", use: acknowledge)
    }

    func begin(_ request: Request, _ context: Context) async throws -> Response {
        try await context.page(page(WorryForm(), Problems(), context))
    }

    func raise(_ request: Request, _ context: Context) async throws -> Response {
        let worrying = try Worrying(store: context.store(store), member: context.member, site: site)
        let again = { (form: WorryForm, problems: Problems) async throws -> WorryFormPage in
            try await page(form, problems, context)
        }
        return try await context.form(WorryForm.self, from: request, again: again) { form in
            let (urgency, hearer, words) = try form.read()
            let worry = try await worrying.raise(urgency, about: context.id("person"), to: hearer, words)
            return .seeOther("/worries/\(worry)")
        }
    }

    func list(_ request: Request, _ context: Context) async throws -> Response {
        let worries = try await worries(context).mine()
        guard try Features.hearsWorries(context.member) || !worries.isEmpty else { throw Missing() }
        return context.page(WorriesPage(worries: worries))
    }

    func open(_ request: Request, _ context: Context) async throws -> Response {
        try await context.page(page(context))
    }

    func acknowledge(_ request: Request, _ context: Context) async throws -> Response {
        let worries = try Worries(store: context.store(store), member: context.member)
        let again = { (form: AcknowledgementForm, problems: Problems) async throws -> WorryPage in
            var page = try await page(context)
            (page.form, page.problems) = (form, problems)
            return page
        }
        return try await context.form(AcknowledgementForm.self, from: request, again: again) { form in
            let id: Worry.ID = try context.id("worry")
            try await worries.acknowledge(id, form.read())
            return .seeOther("/worries/\(id)")
        }
    }

    private func page(
        _ form: WorryForm,
        _ problems: Problems,
        _ context: Context
    ) async throws
        -> WorryFormPage
    {
        let person: Person.ID = try context.id("person")
        let begun = try await Worrying(store: store, member: context.member, site: site).begin(person)
        return WorryFormPage(
            title: "Worried about \(begun.name)?",
            person: person,
            hearers: begun.hearers,
            form: form,
            problems: problems
        )
    }

    private func page(_ context: Context) async throws -> WorryPage {
        let (worry, mayAcknowledge) = try await worries(context).look(at: context.id("worry"))
        return WorryPage(
            title: "Worried about \(worry.personName)",
            worry: worry,
            mayAcknowledge: mayAcknowledge
        )
    }

    private func worries(_ context: Context) throws -> Worries {
        try Worries(store: store, member: context.member)
    }
}
