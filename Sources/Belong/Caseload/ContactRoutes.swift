import Foundation
import Hummingbird
import Kernel
import Store
import Web

/// Conversations and the plan: what is written on somebody's page.
struct ContactRoutes: Routes {
    let store: any Store

    func add(to router: RouterGroup<Context>) {
        router.get("/cases/{case}/contacts/new", use: paper)
        router.post("/cases/{case}/contacts", use: write)
        router.get("/cases/{case}/contacts/{contact}", use: open)
        router.get("/cases/{case}/contacts/{contact}/putting-right", use: wrong)
        router.post("/cases/{case}/contacts/{contact}/putting-right", use: putRight)
        router.post("/cases/{case}/contacts/{contact}/tags", use: tag)
        router.get("/cases/{case}/plan", use: plan)
        router.post("/cases/{case}/plan", use: revise)
        router.get("/cases/{case}/plan/versions", use: versions)
    }

    func paper(_ request: Request, _ context: Context) async throws -> Response {
        let draft = context.asked("draft", of: request).flatMap { Draft.ID($0) }
        try await cases(context).mayGoOn(context.id("case"))
        var page = try await cases(context).contactForm(on: context.id("case"), nil, goingOn: draft)
        page.form = context.typed(in: page.drafting.content) ?? page.form
        return context.page(page)
    }

    func write(_ request: Request, _ context: Context) async throws -> Response {
        let (cases, id): (Cases, Case.ID) = try (cases(context), context.id("case"))
        let again = { (form: ContactForm, problems: Problems) async throws -> ContactFormPage in
            try await looking(context).contactForm(on: id, form, problems)
        }
        return try await context.form(ContactForm.self, from: request, again: again) { form in
            let contact = try await cases.write(form.read(), on: id, draft: form.draftID)
            return .seeOther("/cases/\(id)/contacts/\(contact)")
        }
    }

    func open(_ request: Request, _ context: Context) async throws -> Response {
        try await context.page(cases(context).page(of: context.id("contact"), on: context.id("case")))
    }

    func wrong(_ request: Request, _ context: Context) async throws -> Response {
        let draft = context.asked("draft", of: request).flatMap { Draft.ID($0) }
        var page = try await cases(context)
            .puttingRight(context.id("contact"), on: context.id("case"), goingOn: draft)
        page.form = context.typed(in: page.drafting.content) ?? page.form
        return context.page(page)
    }

    func putRight(_ request: Request, _ context: Context) async throws -> Response {
        let cases = try cases(context)
        let (id, wrong): (Case.ID, Contact.ID) = try (context.id("case"), context.id("contact"))
        let again = { (form: ContactForm, problems: Problems) async throws -> ContactFormPage in
            try await looking(context).puttingRight(wrong, on: id, form, problems)
        }
        return try await context.form(ContactForm.self, from: request, again: again) { form in
            let reason = try form.reason()
            let contact =
                try await cases
                .putRight(wrong, on: id, form.read(), because: reason, draft: form.draftID)
            return .seeOther("/cases/\(id)/contacts/\(contact)")
        }
    }

    func tag(_ request: Request, _ context: Context) async throws -> Response {
        let cases = try cases(context)
        let form = try await request.decode(as: TaggingForm.self, context: context)
        let (id, contact): (Case.ID, Contact.ID) = try (context.id("case"), context.id("contact"))
        try await cases.tag(contact, on: id, form.tagging)
        return .seeOther("/cases/\(id)")
    }

    func plan(_ request: Request, _ context: Context) async throws -> Response {
        let draft = context.asked("draft", of: request).flatMap { Draft.ID($0) }
        let contact = context.asked("contact", of: request).flatMap { Contact.ID($0) }
        try await cases(context).mayGoOn(context.id("case"))
        var page = try await cases(context)
            .planForm(on: context.id("case"), nil, at: contact, goingOn: draft)
        page.form = context.typed(PlanForm.self, in: page.drafting.content)?.withRoom() ?? page.form
        return context.page(page)
    }

    func revise(_ request: Request, _ context: Context) async throws -> Response {
        let (cases, id): (Cases, Case.ID) = try (cases(context), context.id("case"))
        let again = { (form: PlanForm, problems: Problems) async throws -> PlanFormPage in
            try await looking(context).planForm(on: id, form, problems)
        }
        return try await context.form(PlanForm.self, from: request, again: again) { form in
            guard form.addRoom == nil else { return try await context.page(again(form, Problems())) }
            try await cases.revise(id, form.read(), draft: form.draftID)
            return .seeOther("/cases/\(id)")
        }
    }

    func versions(_ request: Request, _ context: Context) async throws -> Response {
        try await context.page(cases(context).planVersions(context.id("case")))
    }

    /// A form that comes back is only looked at: its nonce is for sending it.
    private func looking(_ context: Context) throws -> Cases {
        try Cases(store: store, member: context.member)
    }

    private func cases(_ context: Context) throws -> Cases {
        try Cases(store: context.store(store), member: context.member)
    }
}
