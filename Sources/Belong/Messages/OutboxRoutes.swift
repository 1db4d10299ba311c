import Hummingbird
import Kernel
import Store
import Web

struct OutboxRoutes: Routes {
    let store: any Store

    func add(to router: RouterGroup<Context>) {
        router.get("/outbox", use: outbox)
    }

    func outbox(_ request: Request, _ context: Context) async throws -> Response {
        _ = try context.member
        return try await context.page(Outbox(store: store).page())
    }
}
