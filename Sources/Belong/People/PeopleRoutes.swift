import Foundation
import Hummingbird
import Kernel
import Store
import Web

/// What is kept of who somebody is, and putting it right.
struct PeopleRoutes: Routes {
    let store: any Store

    func add(to router: RouterGroup<Context>) {
        router.get("/people/{person}", use: open)
        router.get("/people/{person}/versions", use: versions)
        router.get("/people/{person}/log", use: log)
        router.get("/people/{person}/correction", use: correction)
        router.post("/people/{person}/correction", use: putRight)
        router.post("/people/{person}/access-needs", use: addNeed)
        router.post("/people/{person}/access-needs/{need}/end", use: endNeed)
        router.post("/people/{person}/visit-risk", use: writeRisk)
        router.post("/people/{person}/said/{referral}", use: keepWhatStands)
        router.post("/people/{person}/agreement", use: writeAgreement)
    }

    func open(_ request: Request, _ context: Context) async throws -> Response {
        try await shown(context) { try await context.page(reading(context).page($0)) }
    }

    func versions(_ request: Request, _ context: Context) async throws -> Response {
        try await shown(context, under: "/versions") {
            try await context.page(reading(context).versions(of: $0))
        }
    }

    func log(_ request: Request, _ context: Context) async throws -> Response {
        let leaf = context.leaf(of: request)
        return try await context.page(reading(context).whoLooked(context.id("person"), leaf: leaf))
    }

    func correction(_ request: Request, _ context: Context) async throws -> Response {
        try await shown(context, under: "/correction") {
            let said = context.asked("said", of: request).flatMap { Referral.ID($0) }
            return try await context.page(reading(context).correction(of: $0, from: said))
        }
    }

    func putRight(_ request: Request, _ context: Context) async throws -> Response {
        let (people, id) = try await (people(context), meant(context))
        let again = { (form: CorrectionForm, problems: Problems) async throws -> CorrectionPage in
            try await reading(context).correction(of: id).again(form, problems)
        }
        return try await context.form(CorrectionForm.self, from: request, again: again) { form in
            try await people.putRight(id, form.read(today: Day(.now)))
            return .seeOther("/people/\(id)")
        }
    }

    /// They were asked, and what a referral said otherwise is not so.
    func keepWhatStands(_ request: Request, _ context: Context) async throws -> Response {
        let id = try await meant(context)
        try await people(context).keepWhatStands(of: id, against: context.id("referral"))
        return .seeOther("/people/\(id)")
    }

    func addNeed(_ request: Request, _ context: Context) async throws -> Response {
        let (people, id) = try await (people(context), meant(context))
        let shown = { try await reading(context).page(id) }
        return try await context.form(\PersonPage.need, of: shown, from: request) { form in
            try await people.add(form.read(), to: id)
            return .seeOther("/people/\(id)")
        }
    }

    func endNeed(_ request: Request, _ context: Context) async throws -> Response {
        let id = try await meant(context)
        try await people(context).end(context.id("need"), of: id)
        return .seeOther("/people/\(id)")
    }

    func writeRisk(_ request: Request, _ context: Context) async throws -> Response {
        let (people, id) = try await (people(context), meant(context))
        let again = { (form: RiskForm, problems: Problems) async throws -> PersonPage in
            try await reading(context).page(id).again(form, problems)
        }
        return try await context.form(RiskForm.self, from: request, again: again) { form in
            let (risk, reason, version) = try form.read()
            try await people.write(risk, of: id, because: reason, from: version)
            return .seeOther("/people/\(id)")
        }
    }

    func writeAgreement(_ request: Request, _ context: Context) async throws -> Response {
        let (people, id) = try await (people(context), meant(context))
        let again = { (form: HearingForm, problems: Problems) async throws -> PersonPage in
            try await reading(context).page(id).again(form, problems)
        }
        return try await context.form(HearingForm.self, from: request, again: again) { form in
            let (agreed, version) = try form.read()
            try await people.write(newsAgreed: agreed, of: id, from: version)
            return .seeOther("/people/\(id)")
        }
    }

    /// The address of a record that was brought together with another leads to the
    /// one that is kept.
    private func shown(
        _ context: Context,
        under path: String = "",
        _ answer: (Person.ID) async throws -> Response
    ) async throws -> Response {
        let id: Person.ID = try context.id("person")
        let standing = try await reading(context).standing(id)
        return standing == id ? try await answer(id) : .seeOther("/people/\(standing)\(path)")
    }

    /// A form that was open while its record was brought together with another is
    /// for the one that is kept.
    private func meant(_ context: Context) async throws -> Person.ID {
        try await reading(context).standing(context.id("person"))
    }

    /// To look, also while a form is put right: the key of its sending stays unused
    /// until what it asks is done.
    private func reading(_ context: Context) throws -> People {
        try People(store: store, member: context.member)
    }

    private func people(_ context: Context) throws -> People {
        try People(store: context.store(store), member: context.member)
    }
}

extension Context {
    /// Which leaf of a long list is asked for.
    func leaf(of request: Request) -> Int {
        asked("leaf", of: request).flatMap { Int($0) } ?? 1
    }
}
