import Foundation
import Hummingbird
import Kernel
import Store
import Web

/// Whom a link worker might ring, and what may take a group's place.
struct CallsRoutes: Routes {
    let store: any Store
    let site: WebAddress

    func add(to router: RouterGroup<Context>) {
        router.get("/calls", use: calls)
        router.get("/community/{activity}/instead", use: instead)
    }

    func calls(_ request: Request, _ context: Context) async throws -> Response {
        let member = try context.member
        guard member.isA(.linkWorker) else { throw Missing() }
        return try await context.page(
            CallsPage(Calls(store: store, member: member).worthMaking(), today: Day(.now))
        )
    }

    func instead(_ request: Request, _ context: Context) async throws -> Response {
        let introductions = try Introductions(store: store, member: context.member, site: site)
        return try await context.page(
            InsteadPage(introductions.instead(of: context.id("activity")), today: Day(.now))
        )
    }
}
