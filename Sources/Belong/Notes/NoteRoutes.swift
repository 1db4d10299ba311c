import Foundation
import Hummingbird
import Kernel
import Store
import Web

/// Notes on somebody's page, and those a practice's clinicians read.
struct NoteRoutes: Routes {
    let store: any Store

    func add(to router: RouterGroup<Context>) {
        router.get("/cases/{case}/notes/new", use: paper)
        router.post("/cases/{case}/notes", use: write)
        router.get("/cases/{case}/notes/{note}", use: open)
        router.get("/cases/{case}/notes/{note}/putting-right", use: wrong)
        router.post("/cases/{case}/notes/{note}/putting-right", use: putRight)
        router.post("/cases/{case}/notes/{note}/audience", use: address)
        router.post("/cases/{case}/notes/{note}/tags", use: tag)
        router.post("/cases/{case}/notes/{note}/tags/{tag}/end", use: takeOff)
        router.get("/notes", use: list)
        router.get("/notes/{note}", use: read)
    }

    func paper(_ request: Request, _ context: Context) async throws -> Response {
        let draft = context.asked("draft", of: request).flatMap { Draft.ID($0) }
        let contact = context.asked("contact", of: request).flatMap { Contact.ID($0) }
        let id: Case.ID = try context.id("case")
        try await Cases(store: store, member: context.member).mayGoOn(id)
        var page = try await looking(context).form(on: id, at: contact, goingOn: draft)
        page.form = context.typed(in: page.drafting.content) ?? page.form
        return context.page(page)
    }

    func write(_ request: Request, _ context: Context) async throws -> Response {
        let id: Case.ID = try context.id("case")
        let again = { (form: NoteForm, problems: Problems) async throws -> NoteFormPage in
            try await looking(context).form(on: id, form, problems)
        }
        return try await context.form(NoteForm.self, from: request, again: again) { form in
            let note = try await notes(context).write(form.read(), on: id, draft: form.draftID)
            return .seeOther("/cases/\(id)/notes/\(note)")
        }
    }

    func open(_ request: Request, _ context: Context) async throws -> Response {
        try await context.page(looking(context).page(context.id("note"), on: context.id("case")))
    }

    func wrong(_ request: Request, _ context: Context) async throws -> Response {
        let draft = context.asked("draft", of: request).flatMap { Draft.ID($0) }
        var page = try await looking(context)
            .puttingRight(context.id("note"), on: context.id("case"), goingOn: draft)
        page.form = context.typed(in: page.drafting.content) ?? page.form
        return context.page(page)
    }

    func putRight(_ request: Request, _ context: Context) async throws -> Response {
        let (id, wrong): (Case.ID, Note.ID) = try (context.id("case"), context.id("note"))
        let again = { (form: NoteForm, problems: Problems) async throws -> NoteFormPage in
            try await looking(context).puttingRight(wrong, on: id, form, problems)
        }
        return try await context.form(NoteForm.self, from: request, again: again) { form in
            let (words, because) = try form.putRight()
            let note = try await notes(context)
                .putRight(wrong, on: id, words, because: because, draft: form.draftID)
            return .seeOther("/cases/\(id)/notes/\(note)")
        }
    }

    func address(_ request: Request, _ context: Context) async throws -> Response {
        try await change(AudienceForm.self, request, context) { form, note, id in
            try await notes(context).address(note, on: id, to: form.read())
        }
    }

    func tag(_ request: Request, _ context: Context) async throws -> Response {
        try await change(NoteTagForm.self, request, context) { form, note, id in
            try await notes(context).tag(note, on: id, form)
        }
    }

    func takeOff(_ request: Request, _ context: Context) async throws -> Response {
        let (id, note): (Case.ID, Note.ID) = try (context.id("case"), context.id("note"))
        try await notes(context).takeOff(context.id("tag"), of: note, on: id)
        return .seeOther("/cases/\(id)/notes/\(note)")
    }

    func list(_ request: Request, _ context: Context) async throws -> Response {
        try await context.page(
            PracticeNotesPage(PracticeNotes(store: store, member: context.member).all())
        )
    }

    func read(_ request: Request, _ context: Context) async throws -> Response {
        try await context.page(PracticeNotes(store: store, member: context.member).open(context.id("note")))
    }

    /// One of the small forms of a note's page.
    private func change<Form: Decodable & Sendable>(
        _: Form.Type,
        _ request: Request,
        _ context: Context,
        _ done: (Form, Note.ID, Case.ID) async throws -> Void
    ) async throws -> Response {
        let (id, note): (Case.ID, Note.ID) = try (context.id("case"), context.id("note"))
        let again = { (form: Form, problems: Problems) async throws -> NotePage in
            var page = try await looking(context).page(note, on: id)
            (page.tagging, page.problems) = (form as? NoteTagForm ?? page.tagging, problems)
            return page
        }
        return try await context.form(Form.self, from: request, again: again) { form in
            try await done(form, note, id)
            return .seeOther("/cases/\(id)/notes/\(note)")
        }
    }

    private func looking(_ context: Context) throws -> Notes {
        try Notes(store: store, member: context.member)
    }

    private func notes(_ context: Context) throws -> Notes {
        try Notes(store: context.store(store), member: context.member)
    }
}
