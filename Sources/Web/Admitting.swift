import Hummingbird

/// Lets a stranger no further than the pages that are open to everyone. A route
/// that nobody has declared public is closed, so that forgetting to ask who is
/// there opens nothing.
package struct Admitting: RouterMiddleware {
    private let publicPaths: Set<String>

    /// - Parameter publicPaths: the patterns of the open routes, as in `/links/{token}`.
    package init(publicPaths: [String]) {
        self.publicPaths = Set(publicPaths)
    }

    package func handle(
        _ request: Request,
        context: Context,
        next: (Request, Context) async throws -> Response
    ) async throws -> Response {
        if let path = context.endpointPath, context.signedIn == nil, !publicPaths.contains(path) {
            throw await NotSignedIn(carrying: request.carried(upTo: context.maxUploadSize))
        }
        return try await next(request, context)
    }
}
