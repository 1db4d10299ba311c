import Foundation
import Hummingbird
import Kernel
import Store
import Web

/// What a link worker brings.
struct BringingRoutes: Routes {
    let store: any Store

    func add(to router: RouterGroup<Context>) {
        router.get("/team/{member}", use: open)
        router.post("/team/confirmation", use: confirm)
    }

    func open(_ request: Request, _ context: Context) async throws -> Response {
        let bringing = try Bringing(store: store, member: context.member)
        return try await context.page(BringingPage(look: bringing.open(context.id("member")), now: .now))
    }

    func confirm(_ request: Request, _ context: Context) async throws -> Response {
        let bringing = try Bringing(store: context.store(store), member: context.member)
        try await bringing.confirm()
        return .seeOther("/team/\(bringing.member.id)")
    }
}
