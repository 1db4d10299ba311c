import Foundation
import Hummingbird
import Kernel
import Store
import Web

struct CoverRoutes: Routes {
    let store: any Store

    func add(to router: RouterGroup<Context>) {
        router.get("/cover", use: cover)
        router.post("/cover", use: arrange)
        router.post("/cover/{cover}/end", use: end)
    }

    func cover(_ request: Request, _ context: Context) async throws -> Response {
        try await context.page(page(context))
    }

    func arrange(_ request: Request, _ context: Context) async throws -> Response {
        let shown = { try await page(context) }
        return try await context.form(\CoverPage.form, of: shown, from: request) { form in
            try await covers(context).arrange(form.read(today: Day(.now)))
            return .seeOther("/cover")
        }
    }

    func end(_ request: Request, _ context: Context) async throws -> Response {
        try await covers(context).end(context.id("cover"))
        return .seeOther("/cover")
    }

    private func page(_ context: Context) async throws -> CoverPage {
        let (placed, covers) = try await covers(context).all()
        return CoverPage(placed: placed, covers: covers)
    }

    private func covers(_ context: Context) throws -> Covers {
        let member = try context.member
        guard member.isA(.linkWorker) || member.isA(.supervisor) else { throw Missing() }
        return Covers(store: context.store(store), member: member)
    }
}
