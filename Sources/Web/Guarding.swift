import HTTPTypes
import Hummingbird
import Kernel
import NIOCore
import Store

/// Lets a form through only if it came from a page of ours, and notes which
/// submission it is: this nonce, from this member, to this address, with these words.
/// The same nonce from somebody else, sent elsewhere, or with other words in the form
/// is another submission. What was typed goes along with whatever stops it.
package struct Guarding: RouterMiddleware {
    private let digest: @Sendable (String) -> String
    private let doors: Set<String>

    /// - Parameters:
    ///   - digest: SHA-256 in hexadecimal.
    ///   - doors: the routes that other programs use, which send no form and show a token of their own.
    package init(digest: @escaping @Sendable (String) -> String, besides doors: Set<String> = []) {
        self.digest = digest
        self.doors = doors
    }

    package func handle(
        _ request: Request,
        context: Context,
        next: (Request, Context) async throws -> Response
    ) async throws -> Response {
        guard request.method == .post, !doors.contains(context.endpointPath ?? "") else {
            return try await next(request, context)
        }
        guard request.isFromOurselves else { throw Foreign() }
        var request = request
        let body = String(buffer: try await request.collectBody(upTo: context.maxUploadSize))
        let signedIn = context.signedIn
        let carried = Carried(path: request.uri.path, body: body)
        do {
            let fields = try await request.decode(as: Fields.self, context: context)
            if let token = context.signedIn?.token, fields.formToken != token { throw Foreign() }
            var context = context
            context.submission = submission(fields.nonce, carried?.content ?? body, request, context)
            return try await next(request, context)
        } catch let error where !(error is any HTTPResponseError || error is NotSignedIn) {
            throw carried.map { Unsent(cause: error, carried: $0, signedIn: signedIn) } ?? error
        }
    }

    private func submission(
        _ nonce: String?,
        _ content: String,
        _ request: Request,
        _ context: Context
    ) -> Submission.ID? {
        nonce.flatMap { Submission.ID($0) }.flatMap { nonce in
            let sender = context.signedIn?.member.id.description ?? ""
            let sending = digest("\(nonce)\n\(sender)\n\(request.uri.path)\n\(content)")
            return Submission.ID(of: nonce, digest: sending)
        }
    }

    private struct Fields: Decodable {
        let formToken: String?
        let nonce: String?
    }

    /// A form that did not come from a page of this session.
    package struct Foreign: Refusal {
        package let sentence =
            "This page was open for too long, or was not ours. Go back, load it again, and send it once more."
        /// What may have come from elsewhere is not sent on from a page of ours.
        package let isFinal = true
    }
}

extension Submission.ID {
    /// When the form was shown, as its nonce says, so that old ones can be cleared;
    /// then the first 80 bits of the digest.
    fileprivate init?(of nonce: Submission.ID, digest: String) {
        let digits = Array(digest)
        guard digits.count >= 20 else { return nil }
        let shown = nonce.description.prefix(13)
        let parts = [0..<4, 4..<8, 8..<20].map { String(digits[$0]) }
        self.init("\(shown)-\(parts.joined(separator: "-"))")
    }
}

extension Request {
    /// Browsers say where a form was sent from. One that says nothing is let
    /// through to the token.
    var isFromOurselves: Bool {
        guard let site = headers[.secFetchSite] else { return true }
        return site == "same-origin" || site == "none"
    }

    /// Older browsers say only which site's page they sent it from. Asked where no
    /// token of a session can tell.
    var isFromOurAddress: Bool {
        guard headers[.secFetchSite] == nil, let origin = headers[.origin] else { return true }
        return head.authority.map { origin.hasSuffix("://\($0)") } ?? false
    }
}

extension HTTPField.Name {
    fileprivate static var secFetchSite: Self { Self("Sec-Fetch-Site") ?? .origin }
}
