import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Kernel
import NIOCore
import Store
import Testing
import Web

@testable import Belong

/// The neighbourhood in a browser, without having to sign in.
extension Neighbourhood {
    static let formToken = "the-token-of-this-session"
    /// What Notify shows.
    static let callbackToken = "a-token-that-only-notify-and-we-know"

    func site() throws -> Site {
        let address = try #require(WebAddress("http://localhost:8080"))
        return Site(store: store, address: address, callbackToken: Self.callbackToken)
    }

    func app(signedInAs member: Member?) throws -> some ApplicationProtocol {
        let site = try site()
        let router = Router(context: Context.self)
        router.add(middleware: Headers(isSecure: false))
        router.add(
            middleware: Answering(
                knownPaths: Site.paths(of: site.plain()),
                door: { SigningInPage(carried: $0) }
            )
        )
        router.add(middleware: BeingSignedIn(member: member))
        router.add(middleware: Admitting(publicPaths: Features.publicPaths))
        router.add(middleware: Guarding(digest: Sodium.digest, besides: [ArrivalRoutes.door]))
        for routes in Features.routes(site) { routes.add(to: router.group()) }
        return Application(router: router)
    }

    /// What somebody sees at an address.
    func opens(_ path: String, as member: Member?) async throws -> Seen {
        try await app(signedInAs: member).test(.router) { browser in
            try await browser.execute(uri: path, method: .get) { Seen($0) }
        }
    }

    /// What somebody sees after sending a form. With the same nonce it is the same sending.
    func sends(
        _ path: String,
        _ fields: KeyValuePairs<String, String>,
        as member: Member?,
        nonce: Submission.ID = Submission.ID(),
        accepting: String = "text/html",
        draft: Bool = false,
        saying more: HTTPFields = [:]
    ) async throws -> Seen {
        let typed = fields.map { ($0.key, $0.value) }
        let all = typed + [("formToken", Self.formToken), ("nonce", nonce.description)]
        let body = all.map { "\($0.0.encoded)=\($0.1.encoded)" }.joined(separator: "&")
        let plain: HTTPFields = [
            .contentType: "application/x-www-form-urlencoded", .accept: accepting,
        ]
        let marked = HTTPField.Name("X-Draft").map { [HTTPField(name: $0, value: "1")] } ?? []
        let headers = (draft ? plain + HTTPFields(marked) : plain) + more
        return try await app(signedInAs: member).test(.router) { browser in
            let bytes = ByteBuffer(string: body)
            return try await browser.execute(uri: path, method: .post, headers: headers, body: bytes) {
                Seen($0)
            }
        }
    }
}

/// What came back.
struct Seen: Sendable {
    /// 200, 303, 404, 409, 422.
    let status: Int
    let body: String
    let location: String?

    init(_ response: TestResponse) {
        status = response.status.code
        body = String(buffer: response.body)
        location = response.headers[.location]
    }

    func says(_ words: String) -> Bool {
        body.contains(words)
    }
}

private struct BeingSignedIn: RouterMiddleware {
    let member: Member?

    func handle(
        _ request: Request,
        context: Context,
        next: (Request, Context) async throws -> Response
    ) async throws -> Response {
        var context = context
        context.signedIn = member.map {
            SignedIn(member: $0, token: Neighbourhood.formToken, places: Features.places(for: $0))
        }
        return try await next(request, context)
    }
}

extension String {
    fileprivate var encoded: String {
        var plain = CharacterSet.alphanumerics
        plain.insert(charactersIn: "-._~")
        return addingPercentEncoding(withAllowedCharacters: plain) ?? ""
    }
}
