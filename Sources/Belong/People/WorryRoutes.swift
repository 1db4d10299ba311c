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
        router.post("/worries/{worry}/handing", use: handOn)
        router.get("/practices/{practice}/worry-chain", use: chain)
        router.post("/practices/{practice}/worry-chain", use: nameChain)
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
        let practices = try WorryChains(store: store, member: context.member).practices
        return context.page(WorriesPage(worries: worries, practices: practices))
    }

    func open(_ request: Request, _ context: Context) async throws -> Response {
        try await context.page(page(context))
    }

    func acknowledge(_ request: Request, _ context: Context) async throws -> Response {
        let worries = try Worries(store: context.store(store), member: context.member)
        let shown = { try await page(context) }
        return try await context.form(\WorryPage.form, of: shown, from: request) { form in
            let id: Worry.ID = try context.id("worry")
            try await worries.acknowledge(id, form.read())
            return .seeOther("/worries/\(id)")
        }
    }

    func handOn(_ request: Request, _ context: Context) async throws -> Response {
        let worries = try Worries(store: context.store(store), member: context.member)
        let shown = { try await page(context) }
        return try await context.form(\WorryPage.handing, of: shown, from: request) { form in
            let (id, (to, words)): (Worry.ID, (Member.ID, String)) = try (context.id("worry"), form.read())
            try await worries.handOn(id, to: to, words, site)
            return .seeOther("/worries/\(id)")
        }
    }

    func chain(_ request: Request, _ context: Context) async throws -> Response {
        try await context.page(chainPage(nil, Problems(), context))
    }

    func nameChain(_ request: Request, _ context: Context) async throws -> Response {
        let chains = try WorryChains(store: context.store(store), member: context.member)
        let again = { (form: WorryChainForm, problems: Problems) async throws -> WorryChainPage in
            try await chainPage(form, problems, context)
        }
        return try await context.form(WorryChainForm.self, from: request, again: again) { form in
            try await chains.name(form.read(), at: context.id("practice"))
            return .seeOther("/worries")
        }
    }

    private func chainPage(
        _ form: WorryChainForm?,
        _ problems: Problems,
        _ context: Context
    ) async throws -> WorryChainPage {
        let chains = try WorryChains(store: store, member: context.member)
        let (practice, named, hearers) = try await chains.read(context.id("practice"))
        return WorryChainPage(
            practice: practice,
            hearers: hearers,
            form: form ?? WorryChainForm(named),
            problems: problems
        )
    }

    private func page(
        _ form: WorryForm,
        _ problems: Problems,
        _ context: Context
    ) async throws -> WorryFormPage {
        let person: Person.ID = try context.id("person")
        let begun = try await Worrying(store: store, member: context.member, site: site).begin(person)
        return WorryFormPage(
            title: "Worried about \(begun.name)?",
            person: person,
            practice: begun.practice,
            practicePhone: begun.practicePhone,
            hearers: begun.hearers,
            form: form,
            problems: problems
        )
    }

    private func page(_ context: Context) async throws -> WorryPage {
        try await WorryPage(worries(context).look(at: context.id("worry")))
    }

    private func worries(_ context: Context) throws -> Worries {
        try Worries(store: store, member: context.member)
    }
}
