import Foundation
import Hummingbird
import Kernel
import Store
import Web

struct ShortlistRoutes: Routes {
    let store: any Store
    let site: WebAddress

    func add(to router: RouterGroup<Context>) {
        router.get("/cases/{case}/shortlist", use: open)
        router.get("/cases/{case}/shortlist/print", use: print)
        router.post("/cases/{case}/shortlist", use: add)
        router.post("/cases/{case}/shortlist/removal", use: remove)
        router.post("/cases/{case}/shortlist/sending", use: send)
        router.get("/community/{activity}/people", use: people)
    }

    func open(_ request: Request, _ context: Context) async throws -> Response {
        try await context.page(ShortlistPage(shortlists(context).open(context.id("case"))))
    }

    func print(_ request: Request, _ context: Context) async throws -> Response {
        try await context.page(ShortlistSheet(shortlists(context).open(context.id("case"), printing: true)))
    }

    func add(_ request: Request, _ context: Context) async throws -> Response {
        let id: Case.ID = try context.id("case")
        let choice = try await request.decode(as: ActivityChoice.self, context: context)
        try await shortlists(context).add(choice.read(), to: id)
        return .seeOther("/cases/\(id)/shortlist")
    }

    func remove(_ request: Request, _ context: Context) async throws -> Response {
        let id: Case.ID = try context.id("case")
        let choice = try await request.decode(as: ActivityChoice.self, context: context)
        try await shortlists(context).remove(choice.read(), from: id)
        return .seeOther("/cases/\(id)/shortlist")
    }

    func send(_ request: Request, _ context: Context) async throws -> Response {
        let id: Case.ID = try context.id("case")
        try await shortlists(context).send(id)
        return .seeOther("/cases/\(id)/shortlist")
    }

    func people(_ request: Request, _ context: Context) async throws -> Response {
        try await context.page(shortlists(context).people(for: context.id("activity")))
    }

    private func shortlists(_ context: Context) throws -> Shortlists {
        try Shortlists(store: context.store(store), member: context.member, site: site)
    }
}
