import Hummingbird
import Logging

/// Writes one line for every request: what kind of page, how it ended, how long
/// it took. Never the path that was asked for, which may name a person or carry
/// a link's secret; only its pattern, as in `/cases/{case}`.
package struct Noting: RouterMiddleware {
    package init() {}

    package func handle(
        _ request: Request,
        context: Context,
        next: (Request, Context) async throws -> Response
    ) async throws -> Response {
        let began = ContinuousClock.now
        let response = try await next(request, context)
        let took = ContinuousClock.now - began
        context.logger.log(
            level: level(of: context.endpointPath),
            "request",
            metadata: [
                "method": "\(request.method)",
                "route": "\(context.endpointPath ?? "none")",
                "status": .stringConvertible(response.status.code),
                "milliseconds": .stringConvertible((took / .microseconds(1)).rounded() / 1000),
            ]
        )
        return response
    }

    /// A load balancer asks after our health every few seconds; nobody wants to read that.
    private func level(of route: String?) -> Logger.Level {
        route == "/healthz" || route == "/readyz" ? .debug : .info
    }
}
