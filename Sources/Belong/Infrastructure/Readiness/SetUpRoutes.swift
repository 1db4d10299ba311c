import Foundation
import Hummingbird
import Kernel
import Store
import Web

/// What stands ready for a link worker's first day.
struct SetUpRoutes: Routes {
    let store: any Store

    func add(to router: RouterGroup<Context>) {
        router.get("/placements/{placement}/readiness", use: show)
        router.post("/placements/{placement}/readiness", use: name)
        router.post("/placements/{placement}/readiness/begin", use: begin)
        router.post("/placements/{placement}/readiness/{item}/{act}", use: say)
    }

    func show(_ request: Request, _ context: Context) async throws -> Response {
        try await context.page(page(context))
    }

    func begin(_ request: Request, _ context: Context) async throws -> Response {
        try await setUps(context).begin(context.id("placement"))
        return try back(context)
    }

    func name(_ request: Request, _ context: Context) async throws -> Response {
        let shown = { try await page(context) }
        return try await context.form(\SetUpPage.form, of: shown, from: request) { form in
            let (item, whose, dueOn) = try form.read()
            try await setUps(context).name(whose, for: item, dueOn: dueOn, in: context.id("placement"))
            return try back(context)
        }
    }

    func say(_ request: Request, _ context: Context) async throws -> Response {
        let item = context.parameters.get("item").flatMap(SetUp.Item.init(rawValue:))
        let act = context.parameters.get("act").flatMap(SetUp.Act.init(rawValue:))
        guard let item, let act else { throw Missing() }
        try await setUps(context).say(act, of: item, in: context.id("placement"))
        return try back(context)
    }

    private func back(_ context: Context) throws -> Response {
        let id: Placement.ID = try context.id("placement")
        return .seeOther("/placements/\(id)/readiness")
    }

    private func page(_ context: Context) async throws -> SetUpPage {
        let door = try SetUps(store: store, member: context.member)
        return try await SetUpPage(look: door.look(at: context.id("placement")), now: .now)
    }

    private func setUps(_ context: Context) throws -> SetUps {
        try SetUps(store: context.store(store), member: context.member)
    }
}
