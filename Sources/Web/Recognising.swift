import Hummingbird
import Kernel

/// Finds out who is asking, by the session their browser carries.
package struct Recognising: RouterMiddleware {
    private let cookie: SessionCookie
    private let find: @Sendable (String) async throws -> SignedIn?

    package init(cookie: SessionCookie, find: @escaping @Sendable (String) async throws -> SignedIn?) {
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

/// The cookie that carries a session. Over https it is bound to this host and
/// never sent in the clear.
package struct SessionCookie: Sendable {
    let isSecure: Bool

    package init(isSecure: Bool) {
        self.isSecure = isSecure
    }

    private var name: String { isSecure ? "__Host-belong" : "belong" }

    package func token(in request: Request) -> String? {
        request.cookies[name]?.value
    }

    package func set(_ token: String, on response: inout Response) {
        response.setCookie(
            Cookie(name: name, value: token, path: "/", secure: isSecure, httpOnly: true, sameSite: .lax)
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
