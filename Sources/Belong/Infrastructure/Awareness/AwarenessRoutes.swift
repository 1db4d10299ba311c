import Foundation
import Hummingbird
import Kernel
import Store
import Web

/// What a practice tells everyone.
struct AwarenessRoutes: Routes {
    let store: any Store

    func add(to router: RouterGroup<Context>) {
        router.get("/practices/{practice}/awareness", use: list)
        router.post("/practices/{practice}/awareness", use: note)
        router.post("/practices/{practice}/awareness/{awareness}/end", use: end)
    }

    func list(_ request: Request, _ context: Context) async throws -> Response {
        try await context.page(page(context))
    }

    func note(_ request: Request, _ context: Context) async throws -> Response {
        let shown = { try await page(context) }
        return try await context.form(\AwarenessPage.form, of: shown, from: request) { form in
            let practice: Organisation.ID = try context.id("practice")
            try await door(context).note(form.read(today: Day(.now)), at: practice)
            return .seeOther("/practices/\(practice)/awareness")
        }
    }

    func end(_ request: Request, _ context: Context) async throws -> Response {
        let practice: Organisation.ID = try context.id("practice")
        try await door(context).end(context.id("awareness"), at: practice)
        return .seeOther("/practices/\(practice)/awareness")
    }

    private func page(_ context: Context) async throws -> AwarenessPage {
        let door = try AwarenessDoor(store: store, member: context.member)
        return try await AwarenessPage(door.here(context.id("practice")), today: Day(.now))
    }

    private func door(_ context: Context) throws -> AwarenessDoor {
        try AwarenessDoor(store: context.store(store), member: context.member)
    }
}
