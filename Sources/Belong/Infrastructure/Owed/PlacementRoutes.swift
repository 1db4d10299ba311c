import Hummingbird
import Kernel
import Store
import Web

/// What is owed in each placement.
struct PlacementRoutes: Routes {
    let store: any Store

    func add(to router: RouterGroup<Context>) {
        router.get("/placements", use: all)
        router.get("/placements/{placement}", use: one)
    }

    func all(_ request: Request, _ context: Context) async throws -> Response {
        let owing = try owing(context)
        let mayChange = [.networkLead, .practiceManager].contains(where: owing.member.isA)
        return try await context.page(
            PlacementsPage(placements: owing.placements(), mayChange: mayChange)
        )
    }

    func one(_ request: Request, _ context: Context) async throws -> Response {
        let (placed, sections) = try await owing(context).page(of: context.id("placement"))
        return context.page(OwedPage(placed: placed, sections: sections))
    }

    private func owing(_ context: Context) throws -> Owing {
        let member = try context.member
        guard Owing.isFor(member) else { throw Missing() }
        return Owing(store: store, member: member)
    }
}
