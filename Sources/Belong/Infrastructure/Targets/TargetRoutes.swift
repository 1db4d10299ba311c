import Foundation
import Hummingbird
import Kernel
import Store
import Web

/// The register of what is counted.
struct TargetRoutes: Routes {
    let store: any Store
    let site: WebAddress

    func add(to router: RouterGroup<Context>) {
        router.get("/targets", use: all)
        router.get("/targets/new", use: begin)
        router.post("/targets", use: add)
        router.post("/targets/confirmations/{network}", use: confirm)
        router.get("/targets/{target}", use: one)
        router.post("/targets/{target}/terms", use: say)
        router.post("/targets/{target}/end", use: end)
    }

    func all(_ request: Request, _ context: Context) async throws -> Response {
        try await context.page(TargetsPage(registers: targets(context).registers(), now: .now))
    }

    func begin(_ request: Request, _ context: Context) async throws -> Response {
        try await context.page(formPage(context))
    }

    func add(_ request: Request, _ context: Context) async throws -> Response {
        let shown = { try await formPage(context) }
        return try await context.form(\TargetFormPage.form, of: shown, from: request) { form in
            let id = try await targets(context).add(form.read())
            return .seeOther("/targets/\(id)")
        }
    }

    func confirm(_ request: Request, _ context: Context) async throws -> Response {
        try await targets(context).confirm(context.id("network"))
        return .seeOther("/targets")
    }

    func one(_ request: Request, _ context: Context) async throws -> Response {
        try await context.page(page(context))
    }

    func say(_ request: Request, _ context: Context) async throws -> Response {
        let id: Target.ID = try context.id("target")
        let shown = { try await page(context) }
        return try await context.form(\TargetPage.meant, of: shown, from: request) { form in
            try await targets(context).say(form.read(), of: id)
            return .seeOther("/targets/\(id)")
        }
    }

    func end(_ request: Request, _ context: Context) async throws -> Response {
        let id: Target.ID = try context.id("target")
        let shown = { try await page(context) }
        return try await context.form(\TargetPage.ending, of: shown, from: request) { form in
            try await targets(context).end(id, form.read())
            return .seeOther("/targets/\(id)")
        }
    }

    private func formPage(_ context: Context) async throws -> TargetFormPage {
        let registers = try await targets(context).registers().filter(\.mayAdd)
        guard !registers.isEmpty else { throw Missing() }
        return TargetFormPage(registers: registers)
    }

    private func page(_ context: Context) async throws -> TargetPage {
        try await TargetPage(look: targets(context).look(at: context.id("target")), now: .now)
    }

    private func targets(_ context: Context) throws -> Targets {
        let member = try context.member
        guard Targets.isFor(member) else { throw Missing() }
        return Targets(store: context.store(store), member: member, site: site)
    }
}
