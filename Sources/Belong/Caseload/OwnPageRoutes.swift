import Hummingbird
import Kernel
import Store
import Web

/// Somebody's own plan, behind the link they were sent.
struct OwnPageLink: LinkPage {
    let store: any Store
    let opens = Link.Opens.ownPage

    func show(_ token: String, _ request: Request, _ context: Context) async throws -> Response {
        try await context.page(OwnPages(store: store).open(token))
    }

    /// There is nothing to answer on it.
    func answer(_ token: String, _ request: Request, _ context: Context) async throws -> Response {
        throw Missing()
    }
}
