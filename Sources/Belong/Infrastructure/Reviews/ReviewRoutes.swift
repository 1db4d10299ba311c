import Foundation
import Hummingbird
import Kernel
import Store
import Web

/// Reviews: planned, held with one thing agreed, and what came of it.
struct ReviewRoutes: Routes {
    let store: any Store
    let site: WebAddress

    func add(to router: RouterGroup<Context>) {
        router.get("/placements/{placement}/reviews", use: all)
        router.post("/placements/{placement}/reviews", use: plan)
        router.get("/reviews/{review}", use: open)
        router.post("/reviews/{review}/commitment", use: close)
        router.post("/reviews/{review}/time", use: move)
        router.post("/reviews/{review}/presence/{there}", use: there)
        router.post("/reviews/{review}/effect/{effect}", use: effect)
    }

    func all(_ request: Request, _ context: Context) async throws -> Response {
        try await context.page(list(context))
    }

    func plan(_ request: Request, _ context: Context) async throws -> Response {
        let shown = { try await list(context) }
        return try await context.form(\ReviewsPage.form, of: shown, from: request) { form in
            let id = try await reviews(context).plan(form.read(), in: context.id("placement"))
            return .seeOther("/reviews/\(id)")
        }
    }

    func open(_ request: Request, _ context: Context) async throws -> Response {
        try await context.page(page(context))
    }

    func close(_ request: Request, _ context: Context) async throws -> Response {
        let shown = { try await page(context) }
        return try await context.form(\ReviewPage.form, of: shown, from: request) { form in
            try await reviews(context).close(context.id("review"), with: form.read())
            return try back(context)
        }
    }

    func move(_ request: Request, _ context: Context) async throws -> Response {
        let shown = { try await page(context) }
        return try await context.form(\ReviewPage.moving, of: shown, from: request) { form in
            try await reviews(context).move(context.id("review"), to: form.read())
            return try back(context)
        }
    }

    func there(_ request: Request, _ context: Context) async throws -> Response {
        guard let word = context.parameters.get("there"), ["yes", "no"].contains(word) else {
            throw Missing()
        }
        try await reviews(context).say(word == "yes", of: context.id("review"))
        return try back(context)
    }

    func effect(_ request: Request, _ context: Context) async throws -> Response {
        guard let effect = context.parameters.get("effect").flatMap(Commitment.Effect.init(rawValue:)) else {
            throw Missing()
        }
        try await reviews(context).say(effect, of: context.id("review"))
        return try back(context)
    }

    private func back(_ context: Context) throws -> Response {
        let id: Review.ID = try context.id("review")
        return .seeOther("/reviews/\(id)")
    }

    private func list(_ context: Context) async throws -> ReviewsPage {
        let door = try Reviews(store: store, member: context.member, site: site)
        return try await ReviewsPage(look: door.look(at: context.id("placement")), now: .now)
    }

    private func page(_ context: Context) async throws -> ReviewPage {
        let door = try Reviews(store: store, member: context.member, site: site)
        return try await ReviewPage(draft: door.open(context.id("review")), now: .now)
    }

    private func reviews(_ context: Context) throws -> Reviews {
        try Reviews(store: context.store(store), member: context.member, site: site)
    }
}
