import Foundation
import Hummingbird
import Kernel
import Store
import Web

/// For how long posts are paid.
struct FundingRoutes: Routes {
    let store: any Store
    let site: WebAddress

    func add(to router: RouterGroup<Context>) {
        router.get("/funding", use: all)
        router.get("/placements/{placement}/funding", use: one)
        router.post("/placements/{placement}/funding", use: confirm)
    }

    func all(_ request: Request, _ context: Context) async throws -> Response {
        guard try Fundings.isFor(context.member) else { throw Missing() }
        return try await context.page(FundingsPage(lines: fundings(context).all(), now: .now))
    }

    func one(_ request: Request, _ context: Context) async throws -> Response {
        try await context.page(page(context))
    }

    func confirm(_ request: Request, _ context: Context) async throws -> Response {
        let shown = { try await page(context) }
        return try await context.form(\FundingPage.form, of: shown, from: request) { form in
            let id: Placement.ID = try context.id("placement")
            try await fundings(context).confirm(form.read(), of: id)
            return .seeOther("/placements/\(id)/funding")
        }
    }

    private func page(_ context: Context) async throws -> FundingPage {
        let door = try Fundings(store: store, member: context.member, site: site)
        return try await FundingPage(look: door.look(at: context.id("placement")), now: .now)
    }

    private func fundings(_ context: Context) throws -> Fundings {
        try Fundings(store: context.store(store), member: context.member, site: site)
    }
}
