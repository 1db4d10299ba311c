import Foundation
import Hummingbird
import Kernel
import Store
import Web

/// Looking after the ways in which patients can have the card, and noting the sessions about the role.
struct CardWaysRoutes: Routes {
    let store: any Store
    let site: WebAddress

    func add(to router: RouterGroup<Context>) {
        router.get("/practices/{practice}/role-card/ways", use: ways)
        router.post("/practices/{practice}/role-card/opening", use: open)
        router.post("/practices/{practice}/role-card/closing", use: close)
        router.post("/practices/{practice}/role-card/name", use: name)
        router.post("/practices/{practice}/role-card/translations", use: translate)
        router.post("/practices/{practice}/role-card/translations/{translation}/check", use: check)
        router.post("/practices/{practice}/role-card/translations/{translation}/end", use: endTranslation)
        router.post("/practices/{practice}/role-card/recordings", use: record)
        router.post("/practices/{practice}/role-card/recordings/{recording}/end", use: endRecording)
        router.post("/practices/{practice}/role-card/sessions", use: meet)
    }

    func ways(_ request: Request, _ context: Context) async throws -> Response {
        try await context.page(page(context))
    }

    func open(_ request: Request, _ context: Context) async throws -> Response {
        try await cards(context).publish(true, of: context.id("practice"))
        return try back(context)
    }

    func close(_ request: Request, _ context: Context) async throws -> Response {
        try await cards(context).publish(false, of: context.id("practice"))
        return try back(context)
    }

    func name(_ request: Request, _ context: Context) async throws -> Response {
        let shown = { try await page(context, of: "name") }
        return try await context.form(\CardWaysPage.name, of: shown, from: request) { form in
            try await cards(context).show(form.read(), at: context.id("practice"))
            return try back(context)
        }
    }

    func translate(_ request: Request, _ context: Context) async throws -> Response {
        let shown = { try await page(context, of: "translation") }
        return try await context.form(\CardWaysPage.translation, of: shown, from: request) { form in
            let (language, words, checked) = try form.read(today: Day(.now))
            try await cards(context).add(words, in: language, of: context.id("practice"), checked: checked)
            return try back(context)
        }
    }

    func check(_ request: Request, _ context: Context) async throws -> Response {
        let id: RoleCard.Translation.ID = try context.id("translation")
        let shown = { try await page(context, of: "check-\(id)") }
        return try await context.form(\CardWaysPage.check, of: shown, from: request) { form in
            try await cards(context).check(form.read(today: Day(.now)), of: id, at: context.id("practice"))
            return try back(context)
        }
    }

    func endTranslation(_ request: Request, _ context: Context) async throws -> Response {
        let id: RoleCard.Translation.ID = try context.id("translation")
        try await cards(context).end(id, at: context.id("practice"))
        return try back(context)
    }

    func record(_ request: Request, _ context: Context) async throws -> Response {
        let shown = { try await page(context, of: "recording") }
        return try await context.form(\CardWaysPage.recording, of: shown, from: request) { form in
            let (kind, address) = try form.read()
            try await cards(context).add(kind, address, of: context.id("practice"))
            return try back(context)
        }
    }

    func endRecording(_ request: Request, _ context: Context) async throws -> Response {
        let id: RoleCard.Recording.ID = try context.id("recording")
        try await cards(context).end(id, at: context.id("practice"))
        return try back(context)
    }

    func meet(_ request: Request, _ context: Context) async throws -> Response {
        let shown = { try await page(context, of: "session") }
        return try await context.form(\CardWaysPage.session, of: shown, from: request) { form in
            let (day, present) = try form.read(today: Day(.now))
            try await cards(context).note(day, present, at: context.id("practice"))
            return try back(context)
        }
    }

    private func back(_ context: Context) throws -> Response {
        let id: Organisation.ID = try context.id("practice")
        return .seeOther("/practices/\(id)/role-card/ways")
    }

    private func page(_ context: Context, of form: String? = nil) async throws -> CardWaysPage {
        let door = try RoleCards(store: store, member: context.member)
        return try await CardWaysPage(
            look: door.keeping(context.id("practice")),
            site: "\(site)",
            today: Day(.now),
            concerned: form
        )
    }

    private func cards(_ context: Context) throws -> RoleCards {
        try RoleCards(store: context.store(store), member: context.member)
    }
}
