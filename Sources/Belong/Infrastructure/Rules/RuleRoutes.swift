import Foundation
import Hummingbird
import Kernel
import Store
import Web

/// Whose rule applies, and what is asked in two ways at once.
struct RuleRoutes: Routes {
    let store: any Store
    let site: WebAddress

    func add(to router: RouterGroup<Context>) {
        router.get("/placements/{placement}/rules", use: show)
        router.post("/placements/{placement}/rules", use: name)
        router.post("/placements/{placement}/rules/conflicts", use: raise)
        router.post("/placements/{placement}/rules/{rule}", use: confirm)
        router.get("/rules/conflicts/{conflict}", use: conflict)
        router.post("/rules/conflicts/{conflict}", use: settle)
    }

    func show(_ request: Request, _ context: Context) async throws -> Response {
        var page = try await page(context)
        page.sought = context.asked("q", of: request) ?? ""
        return context.page(page)
    }

    func name(_ request: Request, _ context: Context) async throws -> Response {
        let shown = { try await page(context) }
        return try await context.form(\RulesPage.naming, of: shown, from: request) { form in
            try await rules(context).name(form.read(), in: context.id("placement"))
            return try back(context)
        }
    }

    func raise(_ request: Request, _ context: Context) async throws -> Response {
        let shown = { try await page(context) }
        return try await context.form(\RulesPage.conflict, of: shown, from: request) { form in
            try await rules(context).raise(form.read(), in: context.id("placement"))
            return try back(context)
        }
    }

    func confirm(_ request: Request, _ context: Context) async throws -> Response {
        let again = { (_: HoldingForm, problems: Problems) in
            var page = try await page(context)
            page.problems = problems
            return page
        }
        return try await context.form(HoldingForm.self, from: request, again: again) { form in
            try await rules(context).confirm(context.id("rule"), form.read(), in: context.id("placement"))
            return try back(context)
        }
    }

    func conflict(_ request: Request, _ context: Context) async throws -> Response {
        try await context.page(conflictPage(context))
    }

    func settle(_ request: Request, _ context: Context) async throws -> Response {
        let id: RuleConflict.ID = try context.id("conflict")
        let shown = { try await conflictPage(context) }
        return try await context.form(\ConflictPage.form, of: shown, from: request) { form in
            try await rules(context).settle(id, form.read())
            return .seeOther("/rules/conflicts/\(id)")
        }
    }

    private func back(_ context: Context) throws -> Response {
        let id: Placement.ID = try context.id("placement")
        return .seeOther("/placements/\(id)/rules")
    }

    private func conflictPage(_ context: Context) async throws -> ConflictPage {
        let door = try Rules(store: store, member: context.member, site: site)
        let (conflict, maySettle) = try await door.conflict(context.id("conflict"))
        return ConflictPage(conflict: conflict, maySettle: maySettle, now: .now)
    }

    private func page(_ context: Context) async throws -> RulesPage {
        let door = try Rules(store: store, member: context.member, site: site)
        return try await RulesPage(look: door.look(at: context.id("placement")), now: .now)
    }

    private func rules(_ context: Context) throws -> Rules {
        try Rules(store: context.store(store), member: context.member, site: site)
    }
}
