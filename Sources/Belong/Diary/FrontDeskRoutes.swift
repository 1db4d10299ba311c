import Foundation
import Hummingbird
import Kernel
import Store
import Web

/// The front desk of a practice.
struct FrontDeskRoutes: Routes {
    let store: any Store
    let site: WebAddress

    func add(to router: RouterGroup<Context>) {
        router.get("/front-desk", use: desk)
        router.post("/front-desk/caller", use: check)
    }

    func desk(_ request: Request, _ context: Context) async throws -> Response {
        try await context.page(page(context))
    }

    /// Changes nothing, and is sent as a form so that no name stands in an address.
    func check(_ request: Request, _ context: Context) async throws -> Response {
        let shown = { try await page(context) }
        return try await context.form(\FrontDeskPage.form, of: shown, from: request) { form in
            let asked = try form.read()
            var page = try await page(context)
            page.check = try await frontDesk(context).check(asked.surname, bornOn: asked.bornOn)
            return context.page(page)
        }
    }

    private func page(_ context: Context) async throws -> FrontDeskPage {
        let member = try context.member
        return try await FrontDeskPage(
            whereabouts: frontDesk(context).whereabouts(),
            needs: Home(store: store, member: member, site: site).needs(),
            practices: member.organisations.filter { $0.kind == .practice }
        )
    }

    private func frontDesk(_ context: Context) throws -> FrontDesk {
        try FrontDesk(store: store, member: context.member)
    }
}
