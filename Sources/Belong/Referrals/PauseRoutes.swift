import Foundation
import Hummingbird
import Kernel
import Store
import Web

/// Somebody to talk with, and a few days without new people.
struct PauseRoutes: Routes {
    let store: any Store

    func add(to router: RouterGroup<Context>) {
        router.get("/breathing-space", use: show)
        router.post("/breathing-space/pause", use: pause)
        router.post("/breathing-space/pause/end", use: end)
    }

    func show(_ request: Request, _ context: Context) async throws -> Response {
        try await context.page(Pauses(store: store, member: context.member).page())
    }

    func pause(_ request: Request, _ context: Context) async throws -> Response {
        try await pauses(context).begin()
        return .seeOther("/breathing-space")
    }

    func end(_ request: Request, _ context: Context) async throws -> Response {
        try await pauses(context).end()
        return .seeOther("/breathing-space")
    }

    private func pauses(_ context: Context) throws -> Pauses {
        try Pauses(store: context.store(store), member: context.member)
    }
}
