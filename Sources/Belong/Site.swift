import Hummingbird
import Kernel
import Store
import Web

/// Belong as a web site: every feature's routes, behind everything that stands
/// between them and a browser.
package struct Site: Sendable {
    let store: any Store
    /// The address people reach it at, for links in messages.
    let address: WebAddress
    /// Whether this is for trying out and for building, and shows what a real one keeps to itself.
    let isDemo: Bool
    private let proxies: [AddressRange]
    /// What Notify shows when it hands on a text that came in.
    let callbackToken: String?

    /// - Parameters:
    ///   - isDemo: opens `/preview` and what else only a demonstration shows.
    ///   - proxies: whose word is taken on where a request came from.
    ///   - callbackToken: what Notify shows when it hands on a text; none, and none is taken.
    package init(
        store: any Store,
        address: WebAddress,
        isDemo: Bool = false,
        proxies: [AddressRange] = [],
        callbackToken: String? = nil
    ) {
        self.store = store
        self.address = address
        self.isDemo = isDemo
        self.proxies = proxies
        self.callbackToken = callbackToken
    }

    var cookie: TokenCookie {
        TokenCookie(isSecure: isSecure)
    }

    /// By which a browser is known that somebody signed in with before.
    var browser: TokenCookie {
        TokenCookie("belong-browser", isSecure: isSecure, lasting: Int(KnownBrowsers.life))
    }

    private var isSecure: Bool {
        address.description.hasPrefix("https:")
    }

    package func router() -> Router<Context> {
        let router = Router(context: Context.self)
        router.add(middleware: MetricsMiddleware())
        router.add(middleware: Noting())
        router.add(middleware: Forwarding(trusting: proxies))
        router.add(middleware: Headers(isSecure: isSecure))
        router.add(
            middleware: Answering(knownPaths: Self.paths(of: plain()), door: { SigningInPage(carried: $0) })
        )
        router.add(middleware: Recognising(cookie: cookie, find: recognise))
        router.add(middleware: Admitting(publicPaths: Features.publicPaths))
        router.add(middleware: Guarding(digest: Sodium.digest, besides: [ArrivalRoutes.door]))
        addRoutes(to: router)
        return router
    }

    /// Every way in there is, for the tests that walk all of them.
    static func paths(of router: Router<Context>) -> [RouterPath] {
        router.routes.map(\.path)
    }

    /// The routes alone.
    func plain() -> Router<Context> {
        let router = Router(context: Context.self)
        addRoutes(to: router)
        return router
    }

    private func addRoutes(to router: Router<Context>) {
        AssetRoutes().add(to: router.group())
        HealthRoutes(store: store).add(to: router.group())
        if isDemo {
            PreviewRoutes().add(to: router.group())
            OutboxRoutes(store: store).add(to: router.group())
        }
        for routes in Features.routes(self) {
            routes.add(to: router.group())
        }
    }

    /// Whoever a session belongs to.
    func recognise(_ token: String) async throws -> SignedIn? {
        try await Sessions(store: store).find(token).map { session, member in
            let outbox = isDemo ? [Place("Outbox", "/outbox")] : []
            return SignedIn(
                member: member,
                token: session.formToken,
                places: Features.places(for: member) + outbox
            )
        }
    }
}
