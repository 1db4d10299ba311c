import Foundation
import Hummingbird
import Kernel
import Store
import Web

/// What is asked to be learned, and what is answered.
struct LearningRoutes: Routes {
    let store: any Store
    let site: WebAddress

    func add(to router: RouterGroup<Context>) {
        router.get("/placements/{placement}/learning", use: show)
        router.post("/placements/{placement}/learning", use: ask)
        router.post("/placements/{placement}/learning/{ask}", use: answer)
    }

    func show(_ request: Request, _ context: Context) async throws -> Response {
        try await context.page(page(context))
    }

    func ask(_ request: Request, _ context: Context) async throws -> Response {
        let shown = { try await page(context) }
        return try await context.form(\LearningPage.form, of: shown, from: request) { form in
            try await learnings(context).ask(form.read(), in: context.id("placement"))
            return try back(context)
        }
    }

    func answer(_ request: Request, _ context: Context) async throws -> Response {
        let shown = { try await page(context) }
        return try await context.form(\LearningPage.answering, of: shown, from: request) { form in
            let (isYes, words) = try form.read()
            try await learnings(context).answer(context.id("ask"), isYes, words, in: context.id("placement"))
            return try back(context)
        }
    }

    private func back(_ context: Context) throws -> Response {
        let id: Placement.ID = try context.id("placement")
        return .seeOther("/placements/\(id)/learning")
    }

    private func page(_ context: Context) async throws -> LearningPage {
        let door = try Learnings(store: store, member: context.member, site: site)
        return try await LearningPage(look: door.look(at: context.id("placement")), now: .now)
    }

    private func learnings(_ context: Context) throws -> Learnings {
        try Learnings(store: context.store(store), member: context.member, site: site)
    }
}
