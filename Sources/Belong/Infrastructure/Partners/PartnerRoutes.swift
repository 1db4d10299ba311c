import Foundation
import Hummingbird
import Kernel
import Store
import Web

/// Groups as partners: for the network, and for a coordinator what flowed to their own.
struct PartnerRoutes: Routes {
    let store: any Store

    func add(to router: RouterGroup<Context>) {
        router.get("/partners", use: all)
        router.post("/partners/meetings", use: meet)
        router.post("/partners/meetings/{meeting}/end", use: takeBackMeeting)
        router.post("/partners/flows", use: give)
        router.post("/partners/flows/{flow}/end", use: takeBackFlow)
        router.post("/partners/flows/{flow}/denial", use: deny)
        router.post("/partners/pauses/{activity}", use: say)
    }

    func all(_ request: Request, _ context: Context) async throws -> Response {
        try await context.page(page(context))
    }

    func meet(_ request: Request, _ context: Context) async throws -> Response {
        let shown = { try await page(context) }
        return try await context.form(\PartnersPage.met, of: shown, from: request) { form in
            try await partners(context).note(form.read(on: Day(.now)))
            return .seeOther("/partners")
        }
    }

    func takeBackMeeting(_ request: Request, _ context: Context) async throws -> Response {
        let id: PlanningMeeting.ID = try context.id("meeting")
        try await partners(context).takeBack(id)
        return .seeOther("/partners")
    }

    func give(_ request: Request, _ context: Context) async throws -> Response {
        let shown = { try await page(context) }
        return try await context.form(\PartnersPage.flow, of: shown, from: request) { form in
            let (network, given) = try form.read()
            try await partners(context).note(given, in: network)
            return .seeOther("/partners")
        }
    }

    func takeBackFlow(_ request: Request, _ context: Context) async throws -> Response {
        let id: ResourceFlow.ID = try context.id("flow")
        try await partners(context).takeBack(id)
        return .seeOther("/partners")
    }

    func deny(_ request: Request, _ context: Context) async throws -> Response {
        let member = try context.member
        guard member.isA(.coordinator) else { throw Missing() }
        try await OwnFlows(store: context.store(store), member: member).deny(context.id("flow"))
        return .seeOther("/welcome/year")
    }

    func say(_ request: Request, _ context: Context) async throws -> Response {
        let id: Activity.ID = try context.id("activity")
        let shown = {
            var page = try await page(context)
            page.pausing = id
            return page
        }
        return try await context.form(\PartnersPage.pause, of: shown, from: request) { form in
            try await partners(context).say(form.read(of: id))
            return .seeOther("/partners")
        }
    }

    private func page(_ context: Context) async throws -> PartnersPage {
        try await PartnersPage(looks: partners(context).looks(), now: .now)
    }

    private func partners(_ context: Context) throws -> Partners {
        let member = try context.member
        guard Partners.isFor(member) else { throw Missing() }
        return Partners(store: context.store(store), member: member)
    }
}
