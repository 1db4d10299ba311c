import Foundation
import Hummingbird
import Kernel
import Store
import Web

/// Supervision: agreed, planned, cancelled with other times, held.
struct SupervisionRoutes: Routes {
    let store: any Store
    let site: WebAddress

    func add(to router: RouterGroup<Context>) {
        router.get("/placements/{placement}/supervision", use: show)
        router.post("/placements/{placement}/supervision", use: plan)
        router.post("/placements/{placement}/supervision/agreement", use: agree)
        router.post("/placements/{placement}/supervision/gp", use: name)
        router.get("/supervisions/{supervision}/cancelling", use: offer)
        router.post("/supervisions/{supervision}/cancelling", use: cancel)
        router.post("/supervisions/{supervision}/missing", use: missed)
        router.post("/supervisions/{supervision}/answer/{useful}", use: answer)
        router.post("/supervisions/slots/{slot}", use: choose)
    }

    func show(_ request: Request, _ context: Context) async throws -> Response {
        try await context.page(page(context))
    }

    func plan(_ request: Request, _ context: Context) async throws -> Response {
        let shown = { try await page(context) }
        return try await context.form(\SupervisionPage.planning, of: shown, from: request) { form in
            let (hat, beginsAt) = try form.read()
            try await supervisions(context).plan(hat, beginsAt, in: context.id("placement"))
            return try back(context)
        }
    }

    func agree(_ request: Request, _ context: Context) async throws -> Response {
        let shown = { try await page(context) }
        return try await context.form(\SupervisionPage.agreement, of: shown, from: request) { form in
            try await supervisions(context).agree(form.read(), in: context.id("placement"))
            return try back(context)
        }
    }

    func name(_ request: Request, _ context: Context) async throws -> Response {
        let shown = { try await page(context) }
        return try await context.form(\SupervisionPage.contact, of: shown, from: request) { form in
            try await supervisions(context).name(form.read(), in: context.id("placement"))
            return try back(context)
        }
    }

    func offer(_ request: Request, _ context: Context) async throws -> Response {
        let (session, slots) = try await supervisions(context).proposed(context.id("supervision"))
        return try context.page(
            SupervisionCancelPage(
                session: session,
                placement: placement(request, context),
                form: SlotsForm(slots)
            )
        )
    }

    func cancel(_ request: Request, _ context: Context) async throws -> Response {
        let placement = try placement(request, context)
        let shown = {
            let door = try Supervisions(store: store, member: context.member, site: site)
            let (session, slots) = try await door.proposed(context.id("supervision"))
            return SupervisionCancelPage(session: session, placement: placement, form: SlotsForm(slots))
        }
        return try await context.form(\SupervisionCancelPage.form, of: shown, from: request) { form in
            try await supervisions(context).cancel(context.id("supervision"), offering: form.read())
            return .seeOther("/placements/\(placement)/supervision")
        }
    }

    func missed(_ request: Request, _ context: Context) async throws -> Response {
        try await supervisions(context).missed(context.id("supervision"))
        return .seeOther("/placements")
    }

    func answer(_ request: Request, _ context: Context) async throws -> Response {
        guard let useful = context.parameters.get("useful").flatMap(Supervision.Useful.init(rawValue:)) else {
            throw Missing()
        }
        try await supervisions(context).held(context.id("supervision"), useful)
        return .seeOther("/placements")
    }

    func choose(_ request: Request, _ context: Context) async throws -> Response {
        try await supervisions(context).choose(context.id("slot"))
        return .seeOther("/placements")
    }

    private func placement(_ request: Request, _ context: Context) throws -> Placement.ID {
        guard let id = context.asked("placement", of: request).flatMap({ Placement.ID($0) }) else {
            throw Missing()
        }
        return id
    }

    private func back(_ context: Context) throws -> Response {
        let id: Placement.ID = try context.id("placement")
        return .seeOther("/placements/\(id)/supervision")
    }

    private func page(_ context: Context) async throws -> SupervisionPage {
        let door = try Supervisions(store: store, member: context.member, site: site)
        return try await SupervisionPage(look: door.look(at: context.id("placement")), now: .now)
    }

    private func supervisions(_ context: Context) throws -> Supervisions {
        try Supervisions(store: context.store(store), member: context.member, site: site)
    }
}
