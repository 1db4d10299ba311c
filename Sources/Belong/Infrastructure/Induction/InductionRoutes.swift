import Foundation
import Hummingbird
import Kernel
import Store
import Web

/// Getting to know each other at a practice.
struct InductionRoutes: Routes {
    let store: any Store
    let site: WebAddress

    func add(to router: RouterGroup<Context>) {
        router.get("/placements/{placement}/induction", use: show)
        router.post("/placements/{placement}/induction", use: plan)
        router.post("/placements/{placement}/induction/{induction}/happened", use: happened)
        router.post("/placements/{placement}/induction/{induction}/missed", use: missed)
        router.post("/placements/{placement}/induction/{induction}/move", use: move)
    }

    func show(_ request: Request, _ context: Context) async throws -> Response {
        try await context.page(page(context))
    }

    func plan(_ request: Request, _ context: Context) async throws -> Response {
        let shown = { try await page(context) }
        return try await context.form(\InductionPage.form, of: shown, from: request) { form in
            try await inductions(context).plan(form.read(), in: context.id("placement"))
            return try back(context)
        }
    }

    func happened(_ request: Request, _ context: Context) async throws -> Response {
        try await inductions(context).say(true, of: context.id("induction"), in: context.id("placement"))
        return try back(context)
    }

    func missed(_ request: Request, _ context: Context) async throws -> Response {
        try await inductions(context).say(false, of: context.id("induction"), in: context.id("placement"))
        return try back(context)
    }

    func move(_ request: Request, _ context: Context) async throws -> Response {
        let shown = { try await page(context) }
        return try await context.form(\InductionPage.moving, of: shown, from: request) { form in
            try await inductions(context)
                .move(context.id("induction"), to: form.read(), in: context.id("placement"))
            return try back(context)
        }
    }

    private func back(_ context: Context) throws -> Response {
        let id: Placement.ID = try context.id("placement")
        return .seeOther("/placements/\(id)/induction")
    }

    private func page(_ context: Context) async throws -> InductionPage {
        let door = try Inductions(store: store, member: context.member, site: site)
        return try await InductionPage(look: door.look(at: context.id("placement")), now: .now)
    }

    private func inductions(_ context: Context) throws -> Inductions {
        try Inductions(store: context.store(store), member: context.member, site: site)
    }
}
