import Foundation
import Hummingbird
import Kernel
import Store
import Web

/// Making a link worker welcome, and whoever is new at a practice known to them.
struct WelcomeActRoutes: Routes {
    let store: any Store
    let site: WebAddress

    func add(to router: RouterGroup<Context>) {
        router.get("/placements/{placement}/welcome", use: show)
        router.post("/placements/{placement}/welcome", use: offer)
        router.post("/placements/{placement}/welcome/rest", use: rest)
        router.post("/placements/{placement}/welcome/{kind}/happened", use: happened)
        router.post("/placements/{placement}/welcome/{kind}/missed", use: missed)
        router.get("/newcomers", use: newcomers)
        router.post("/newcomers/{membership}/{placement}/met", use: met)
        router.post("/newcomers/{membership}/{placement}/not-met", use: notMet)
    }

    func show(_ request: Request, _ context: Context) async throws -> Response {
        try await context.page(page(context))
    }

    func offer(_ request: Request, _ context: Context) async throws -> Response {
        let shown = { try await page(context) }
        return try await context.form(\WelcomeActsPage.form, of: shown, from: request) { form in
            let (kind, words) = try form.read()
            try await acts(context).offer(kind, words, in: context.id("placement"))
            return try back(context)
        }
    }

    func rest(_ request: Request, _ context: Context) async throws -> Response {
        try await acts(context).rest(context.id("placement"))
        return try back(context)
    }

    func happened(_ request: Request, _ context: Context) async throws -> Response {
        try await acts(context).say(true, of: kind(context), in: context.id("placement"))
        return try back(context)
    }

    func missed(_ request: Request, _ context: Context) async throws -> Response {
        try await acts(context).say(false, of: kind(context), in: context.id("placement"))
        return try back(context)
    }

    func newcomers(_ request: Request, _ context: Context) async throws -> Response {
        let door = try Acquaintances(store: store, member: context.member, site: site)
        return try await context.page(NewcomersPage(all: door.all(), me: door.member.id, now: .now))
    }

    func met(_ request: Request, _ context: Context) async throws -> Response {
        try await say(true, context)
    }

    func notMet(_ request: Request, _ context: Context) async throws -> Response {
        try await say(false, context)
    }

    private func say(_ happened: Bool, _ context: Context) async throws -> Response {
        let door = try Acquaintances(store: context.store(store), member: context.member, site: site)
        try await door.say(happened, of: context.id("membership"), with: context.id("placement"))
        return .seeOther("/newcomers")
    }

    private func kind(_ context: Context) throws -> WelcomeAct.Kind {
        guard let kind = context.parameters.get("kind").flatMap(WelcomeAct.Kind.init(rawValue:)) else {
            throw Missing()
        }
        return kind
    }

    private func back(_ context: Context) throws -> Response {
        let id: Placement.ID = try context.id("placement")
        return .seeOther("/placements/\(id)/welcome")
    }

    private func page(_ context: Context) async throws -> WelcomeActsPage {
        let door = try WelcomeActs(store: store, member: context.member, site: site)
        return try await WelcomeActsPage(look: door.look(at: context.id("placement")))
    }

    private func acts(_ context: Context) throws -> WelcomeActs {
        try WelcomeActs(store: context.store(store), member: context.member, site: site)
    }
}
