import Hummingbird
import Kernel
import Store
import Web

/// The way in for whoever is signed in, and what is said to everyone.
struct HomeRoutes: Routes {
    let store: any Store
    let site: WebAddress

    func add(to router: RouterGroup<Context>) {
        router.get("/", use: home)
        router.get("/accessibility") { _, context in context.page(Statement.accessibility) }
        router.get("/privacy") { _, context in context.page(Statement.privacy) }
    }

    /// What needs this member first. At the desk that stands above the desk.
    func home(_ request: Request, _ context: Context) async throws -> Response {
        let member = try context.member
        guard !Home.isDesk(member) else { return .seeOther("/desk") }
        return try await context.page(Home(store: store, member: member, site: site).page())
    }
}
