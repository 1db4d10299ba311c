import Foundation
import Hummingbird
import Kernel
import Store
import Web

/// Where placements stand.
struct StandingRoutes: Routes {
    let store: any Store

    func add(to router: RouterGroup<Context>) {
        router.get("/belonging", use: list)
        router.get("/belonging/agreement", use: agreement)
        router.get("/belonging/{placement}", use: open)
    }

    func list(_ request: Request, _ context: Context) async throws -> Response {
        guard try Standings.isFor(context.member) else { throw Missing() }
        return try await context.page(standings(context).list())
    }

    func agreement(_ request: Request, _ context: Context) async throws -> Response {
        guard try Standings.isFor(context.member) else { throw Missing() }
        return try await context.page(
            BelongingAgreement(configurations: standings(context).catalogue().configurations)
        )
    }

    func open(_ request: Request, _ context: Context) async throws -> Response {
        let day = context.asked("on", of: request).flatMap { Day($0) }
        var page = try await standings(context).page(context.id("placement"), on: day)
        page.isTable = context.asked("as", of: request) == "table"
        return context.page(page)
    }

    private func standings(_ context: Context) throws -> Standings {
        try Standings(store: context.store(store), member: context.member)
    }
}
