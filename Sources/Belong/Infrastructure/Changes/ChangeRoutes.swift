import Foundation
import Hummingbird
import Kernel
import Store
import Web

/// Changes to how social prescribing is run, asked about before they begin.
struct ChangeRoutes: Routes {
    let store: any Store
    let site: WebAddress

    func add(to router: RouterGroup<Context>) {
        router.get("/changes", use: all)
        router.get("/changes/new", use: begin)
        router.post("/changes", use: write)
        router.get("/changes/{change}", use: one)
        router.post("/changes/{change}/voice", use: say)
        router.post("/changes/{change}/recording", use: record)
        router.post("/changes/{change}/dispute", use: dispute)
        router.post("/changes/{change}/settling", use: settle)
        router.post("/changes/{change}/answer", use: publish)
        router.post("/changes/{change}/withdrawal", use: withdraw)
    }

    func all(_ request: Request, _ context: Context) async throws -> Response {
        let changes = try changes(context)
        let mayWrite = try await !changes.places().isEmpty
        return try await context.page(ChangesPage(looks: changes.all(), mayWrite: mayWrite, now: .now))
    }

    func begin(_ request: Request, _ context: Context) async throws -> Response {
        let kind = context.asked("kind", of: request)
        return try await context.page(formPage(ChangeForm(kind: kind, on: Day(.now)), context))
    }

    func write(_ request: Request, _ context: Context) async throws -> Response {
        let shown = { try await formPage(ChangeForm(), context) }
        return try await context.form(\ChangeFormPage.form, of: shown, from: request) { form in
            let id = try await changes(context).write(form.read(on: Day(.now)))
            return .seeOther("/changes/\(id)")
        }
    }

    func one(_ request: Request, _ context: Context) async throws -> Response {
        try await context.page(page(context))
    }

    func say(_ request: Request, _ context: Context) async throws -> Response {
        try await act(\ChangePage.said, request, context) { form, changes, id in
            let words = try ChangeWordsForm.read(form.voice, "voice", "Say what you think of it")
            try await changes.say(words, on: id)
        }
    }

    func dispute(_ request: Request, _ context: Context) async throws -> Response {
        try await act(\ChangePage.said, request, context) { form, changes, id in
            let words = try ChangeWordsForm.read(form.dispute, "dispute", "Say why it matters")
            try await changes.dispute(id, words)
        }
    }

    func withdraw(_ request: Request, _ context: Context) async throws -> Response {
        try await act(\ChangePage.said, request, context) { form, changes, id in
            let words = try ChangeWordsForm.read(form.withdrawal, "withdrawal", "Say why you take it back")
            try await changes.withdraw(id, words)
        }
    }

    func record(_ request: Request, _ context: Context) async throws -> Response {
        try await act(\ChangePage.heard, request, context) { form, changes, id in
            try await changes.record(form.read(), on: id)
        }
    }

    func settle(_ request: Request, _ context: Context) async throws -> Response {
        try await act(\ChangePage.settling, request, context) { form, changes, id in
            try await changes.settle(id, form.read(on: Day(.now)))
        }
    }

    func publish(_ request: Request, _ context: Context) async throws -> Response {
        try await act(\ChangePage.answer, request, context) { form, changes, id in
            let (words, isAltered) = try form.read()
            try await changes.publish(words, isAltered: isAltered, of: id)
        }
    }

    private func act<Form: Decodable & Sendable>(
        _ part: WritableKeyPath<ChangePage, Form>,
        _ request: Request,
        _ context: Context,
        _ done: (Form, ChangeNotices, ChangeNotice.ID) async throws -> Void
    ) async throws -> Response {
        let id: ChangeNotice.ID = try context.id("change")
        let shown = { try await page(context) }
        return try await context.form(part, of: shown, from: request) { form in
            try await done(form, changes(context), id)
            return .seeOther("/changes/\(id)")
        }
    }

    private func formPage(_ form: ChangeForm, _ context: Context) async throws -> ChangeFormPage {
        let places = try await changes(context).places()
        guard !places.isEmpty else { throw Missing() }
        return ChangeFormPage(places: places, form: form)
    }

    private func page(_ context: Context) async throws -> ChangePage {
        try await ChangePage(look: changes(context).look(at: context.id("change")), now: .now)
    }

    private func changes(_ context: Context) throws -> ChangeNotices {
        let member = try context.member
        guard ChangeNotices.isFor(member) else { throw Missing() }
        return ChangeNotices(store: context.store(store), member: member, site: site)
    }
}
