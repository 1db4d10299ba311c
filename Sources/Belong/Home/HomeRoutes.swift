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

    /// What needs this member first. Where the day begins on another page, it leads there.
    func home(_ request: Request, _ context: Context) async throws -> Response {
        let member = try context.member
        if let beginning = Home.beginning(of: member) { return .seeOther(beginning) }
        return try await context.page(Home(store: store, member: member, site: site).page())
    }
}
