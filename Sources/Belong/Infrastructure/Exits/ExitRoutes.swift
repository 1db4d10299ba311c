import Hummingbird
import Kernel
import Store
import Web

/// What is learned when somebody leaves.
struct ExitRoutes: Routes {
    let store: any Store

    func add(to router: RouterGroup<Context>) {
        router.get("/exits", use: all)
        router.get("/exits/{placement}", use: own)
        router.post("/exits/{placement}", use: say)
        router.post("/exits/{placement}/nothing", use: nothing)
        router.post("/exits/{placement}/issues/{issue}", use: review)
    }

    func all(_ request: Request, _ context: Context) async throws -> Response {
        try await context.page(list(context))
    }

    func own(_ request: Request, _ context: Context) async throws -> Response {
        try await context.page(ExitPage(exit: exits(context).own(context.id("placement"))))
    }

    func say(_ request: Request, _ context: Context) async throws -> Response {
        let shown = {
            try await ExitPage(
                exit: Exits(store: store, member: context.member).own(context.id("placement"))
            )
        }
        return try await context.form(\ExitPage.form, of: shown, from: request) { form in
            try await exits(context).say(form.read(), of: context.id("placement"))
            return try back(context)
        }
    }

    func nothing(_ request: Request, _ context: Context) async throws -> Response {
        try await exits(context).say(.init(words: "", audiences: []), of: context.id("placement"))
        return try back(context)
    }

    func review(_ request: Request, _ context: Context) async throws -> Response {
        let shown = { try await list(context) }
        return try await context.form(\ExitsPage.form, of: shown, from: request) { form in
            try await exits(context)
                .review(context.id("issue"), form.read(), of: context.id("placement"))
            return .seeOther("/exits")
        }
    }

    private func back(_ context: Context) throws -> Response {
        let id: Placement.ID = try context.id("placement")
        return .seeOther("/exits/\(id)")
    }

    private func list(_ context: Context) async throws -> ExitsPage {
        let member = try context.member
        guard Exits.isFor(member) else { throw Missing() }
        return try await ExitsPage(look: Exits(store: store, member: member).look(), me: member.id)
    }

    private func exits(_ context: Context) throws -> Exits {
        try Exits(store: context.store(store), member: context.member)
    }
}
