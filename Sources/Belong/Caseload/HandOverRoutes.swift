import Foundation
import Hummingbird
import Kernel
import Store
import Web

/// Giving somebody to a colleague, and seeing to it that everyone has somebody.
struct HandOverRoutes: Routes {
    let store: any Store

    func add(to router: RouterGroup<Context>) {
        router.get("/cases/{case}/hand-over", use: begin)
        router.post("/cases/{case}/hand-over", use: offer)
        router.get("/hand-overs", use: list)
        router.post("/hand-overs", use: give)
        router.post("/hand-overs/{handOver}/taking-over", use: accept)
        router.post("/hand-overs/{handOver}/end", use: end)
        router.post("/hand-overs/{handOver}/return", use: giveBack)
    }

    func begin(_ request: Request, _ context: Context) async throws -> Response {
        try await context.page(looking(context).beginning(context.id("case")))
    }

    func offer(_ request: Request, _ context: Context) async throws -> Response {
        let id: Case.ID = try context.id("case")
        let shown = { try await looking(context).beginning(id) }
        return try await context.form(\HandOverPage.form, of: shown, from: request) { form in
            try await handOvers(context).offer(id, form.read(today: Day(.now)))
            return .seeOther("/cases/\(id)")
        }
    }

    func list(_ request: Request, _ context: Context) async throws -> Response {
        try await context.page(looking(context).page())
    }

    func give(_ request: Request, _ context: Context) async throws -> Response {
        let shown = { try await looking(context).page() }
        let handing = try HandingOut(store: context.store(store), member: context.member)
        return try await context.form(\HandOversPage.form, of: shown, from: request) { form in
            try await handing.give(form.read())
            return .seeOther("/hand-overs")
        }
    }

    func accept(_ request: Request, _ context: Context) async throws -> Response {
        let taken = try await handOvers(context).accept(context.id("handOver"))
        let planned = try await Diary(store: store, member: context.member).hasPlanned(taken, of: .others)
        return .seeOther("/cases/\(taken)\(planned ? "/planned" : "")")
    }

    func end(_ request: Request, _ context: Context) async throws -> Response {
        let form = try await request.decode(as: Ending.self, context: context)
        try await handOvers(context).end(context.id("handOver"), form.words ?? "")
        return .seeOther("/hand-overs")
    }

    func giveBack(_ request: Request, _ context: Context) async throws -> Response {
        try await handOvers(context).giveBack(context.id("handOver"))
        return .seeOther("/hand-overs")
    }

    private struct Ending: Decodable {
        let words: String?
    }

    private func looking(_ context: Context) throws -> HandOvers {
        try HandOvers(store: store, member: context.member)
    }

    private func handOvers(_ context: Context) throws -> HandOvers {
        try HandOvers(store: context.store(store), member: context.member)
    }
}
