import Hummingbird
import Kernel

/// Finds out who is asking, by the session their browser carries.
package struct Recognising: RouterMiddleware {
    private let cookie: TokenCookie
    private let find: @Sendable (String) async throws -> SignedIn?

    package init(cookie: TokenCookie, find: @escaping @Sendable (String) async throws -> SignedIn?) {
        self.cookie = cookie
        self.find = find
    }

    package func handle(
        _ request: Request,
        context: Context,
        next: (Request, Context) async throws -> Response
    ) async throws -> Response {
        guard !request.uri.path.hasPrefix("/assets/"), let token = cookie.token(in: request) else {
            return try await next(request, context)
        }
        var context = context
        context.signedIn = try await find(token)
        return try await next(request, context)
    }
}

/// A cookie that carries a session, or by which a browser is known again. Over
/// https it is bound to this host and never sent in the clear.
package struct TokenCookie: Sendable {
    private let name: String
    private let isSecure: Bool
    private let life: Int?

    /// - Parameter life: seconds after which the browser forgets it; when it is closed, where nothing is said.
    package init(_ name: String = "belong", isSecure: Bool, lasting life: Int? = nil) {
        self.name = isSecure ? "__Host-\(name)" : name
        self.isSecure = isSecure
        self.life = life
    }

    package func token(in request: Request) -> String? {
        request.cookies[name]?.value
    }

    package func set(_ token: String, on response: inout Response) {
        response.setCookie(
            Cookie(
                name: name,
                value: token,
                maxAge: life,
                path: "/",
                secure: isSecure,
                httpOnly: true,
                sameSite: .lax
            )
        )
    }

    package func clear(on response: inout Response) {
        response.setCookie(
            Cookie(
                name: name,
                value: "",
                maxAge: 0,
                path: "/",
                secure: isSecure,
                httpOnly: true,
                sameSite: .lax
            )
        )
    }
}
