import Foundation
import Hummingbird
import Kernel
import Store
import Web

/// Asking a practice to do something differently, and its answer.
struct AdjustmentRoutes: Routes {
    let store: any Store
    let site: WebAddress

    func add(to router: RouterGroup<Context>) {
        router.get("/placements/{placement}/adjustments", use: show)
        router.post("/placements/{placement}/adjustments", use: ask)
        router.post("/placements/{placement}/adjustments/{adjustment}/answer", use: answer)
        router.post("/placements/{placement}/adjustments/{adjustment}/not-yet", use: notYet)
        router.post("/placements/{placement}/adjustments/{adjustment}/done", use: done)
        router.post("/placements/{placement}/adjustments/{adjustment}/letting-go", use: letGo)
    }

    func show(_ request: Request, _ context: Context) async throws -> Response {
        try await context.page(page(context))
    }

    func ask(_ request: Request, _ context: Context) async throws -> Response {
        let shown = { try await page(context) }
        return try await context.form(\AdjustmentsPage.form, of: shown, from: request) { form in
            try await adjustments(context).ask(form.read(), in: context.id("placement"))
            return try back(context)
        }
    }

    func answer(_ request: Request, _ context: Context) async throws -> Response {
        let shown = { try await page(context, of: context.id("adjustment")) }
        return try await context.form(\AdjustmentsPage.answering, of: shown, from: request) { form in
            try await say(form.read(today: Day(.now)), context)
        }
    }

    func notYet(_ request: Request, _ context: Context) async throws -> Response {
        let shown = { try await page(context, of: context.id("adjustment")) }
        return try await context.form(\AdjustmentsPage.still, of: shown, from: request) { form in
            try await say(form.read(), context)
        }
    }

    func done(_ request: Request, _ context: Context) async throws -> Response {
        try await say(.init(act: .done), context)
    }

    func letGo(_ request: Request, _ context: Context) async throws -> Response {
        try await say(.init(act: .letGo), context)
    }

    private func say(_ said: Adjustments.Said, _ context: Context) async throws -> Response {
        try await adjustments(context).say(said, to: context.id("adjustment"), in: context.id("placement"))
        return try back(context)
    }

    private func back(_ context: Context) throws -> Response {
        let id: Placement.ID = try context.id("placement")
        return .seeOther("/placements/\(id)/adjustments")
    }

    private func page(_ context: Context, of one: Adjustment.ID? = nil) async throws -> AdjustmentsPage {
        let door = try Adjustments(store: store, member: context.member, site: site)
        return try await AdjustmentsPage(
            look: door.look(at: context.id("placement")),
            now: .now,
            concerned: one
        )
    }

    private func adjustments(_ context: Context) throws -> Adjustments {
        try Adjustments(store: context.store(store), member: context.member, site: site)
    }
}
