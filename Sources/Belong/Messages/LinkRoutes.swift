import Foundation
import Hummingbird
import Kernel
import Store
import Web

/// What somebody without an account sees behind one kind of link, and what
/// happens when they answer. Every feature that sends links has one.
protocol LinkPage: Sendable {
    var opens: Link.Opens { get }

    func show(_ token: String, _ request: Request, _ context: Context) async throws -> Response
    func answer(_ token: String, _ request: Request, _ context: Context) async throws -> Response
}

/// One short address for every link, whatever it opens: a letter or a text is
/// copied by hand more often than one would think.
struct LinkRoutes: Routes {
    let store: any Store
    let pages: [any LinkPage]

    func add(to router: RouterGroup<Context>) {
        router.get("/l/{token}", use: show)
        router.post("/l/{token}", use: answer)
    }

    func show(_ request: Request, _ context: Context) async throws -> Response {
        do {
            let (token, page) = try await page(context)
            return try await page.show(token, request, context)
        } catch is Missing {
            return try await context.page(ended(context), status: .gone)
        }
    }

    func answer(_ request: Request, _ context: Context) async throws -> Response {
        try await Pacing(store: store).take(.link, from: context.address)
        do {
            let (token, page) = try await page(context)
            return try await page.answer(token, request, context)
        } catch is Missing {
            throw try await EndedLink.Over(sentence: ended(context).sentence)
        }
    }

    /// Whom to ring, for whoever holds a link of ours that is over. A forged one is as good as none.
    private func ended(_ context: Context) async throws -> EndedLink {
        let token = context.parameters.get("token") ?? ""
        guard let ended = try await store.read({ try $0.endedLink(token, at: .now) }) else { throw Missing() }
        return ended
    }

    /// What a link that is still good leads to.
    private func page(_ context: Context) async throws -> (String, any LinkPage) {
        guard let token = context.parameters.get("token") else { throw Missing() }
        let opens = try await store.read { try $0.kind(of: token, at: .now) }
        guard let page = pages.first(where: { $0.opens == opens }) else { throw Missing() }
        return (token, page)
    }
}
