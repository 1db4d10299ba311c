import HTTPTypes
import Hummingbird

/// Finds the address a request first came from. What `X-Forwarded-For` says is
/// believed only as far as proxies of ours wrote it; anybody may send the rest.
package struct Forwarding: RouterMiddleware {
    private let trusted: [AddressRange]

    package init(trusting trusted: [AddressRange]) {
        self.trusted = trusted
    }

    package func handle(
        _ request: Request,
        context: Context,
        next: (Request, Context) async throws -> Response
    ) async throws -> Response {
        guard isTrusted(context.address), let name = HTTPField.Name("X-Forwarded-For") else {
            return try await next(request, context)
        }
        var context = context
        context.address = origin(of: request.headers[values: name], sentBy: context.address)
        return try await next(request, context)
    }

    /// The last address that is not one of our proxies. Each proxy adds at the
    /// end the address it was asked from, so the list is read backwards.
    func origin(of forwarded: [String], sentBy peer: String) -> String {
        let addresses: [String] = forwarded.flatMap { line in
            line.split(separator: ",").map { $0.filter { $0 != " " } }
        }
        var origin = peer
        for address in addresses.reversed() {
            guard AddressRange(address) != nil else { break }
            origin = address
            guard isTrusted(address) else { break }
        }
        return origin
    }

    private func isTrusted(_ address: String) -> Bool {
        trusted.contains { $0.contains(address) }
    }
}
