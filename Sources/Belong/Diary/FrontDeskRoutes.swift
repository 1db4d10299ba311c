import Foundation
import Hummingbird
import Kernel
import Store
import Web

/// The front desk of a practice.
struct FrontDeskRoutes: Routes {
    let store: any Store
    let site: WebAddress

    func add(to router: RouterGroup<Context>) {
        router.get("/front-desk", use: desk)
        router.post("/front-desk/caller", use: check)
        router.post("/front-desk/rebooking", use: rebook)
        router.post("/front-desk/return", use: comesBack)
    }

    func desk(_ request: Request, _ context: Context) async throws -> Response {
        try await context.page(page(context))
    }

    /// Changes nothing, and is sent as a form so that no name stands in an address.
    func check(_ request: Request, _ context: Context) async throws -> Response {
        let shown = { try await page(context) }
        return try await context.form(\FrontDeskPage.form, of: shown, from: request) { form in
            let asked = try form.read()
            var page = try await page(context)
            page.check = try await frontDesk(context).check(asked.surname, bornOn: asked.bornOn)
            page.form = form
            return context.page(page)
        }
    }

    /// Another time for the call they rang about. No name stands in an address, so the page is the answer.
    func rebook(_ request: Request, _ context: Context) async throws -> Response {
        let form = try await request.decode(as: RebookingForm.self, context: context)
        guard let id = form.caseID.flatMap({ Case.ID($0) }), let at = form.at.flatMap({ Double($0) }) else {
            throw Missing()
        }
        let asked = try form.caller.read()
        let door = try FrontDesk(store: context.store(store), member: context.member)
        let slot = try await door.rebook(id, to: Date(timeIntervalSince1970: at), for: asked)
        var page = try await page(context)
        page.form = form.caller
        page.check = try await frontDesk(context).check(asked.surname, bornOn: asked.bornOn)
        let who = page.check?.rebooking?.linkWorker ?? "Their link worker"
        page.check?.rebooked = "Done. \(who) rings on \(Rebooking.words(slot))."
        return context.page(page)
    }

    /// That somebody would like to come back, to whoever had them.
    func comesBack(_ request: Request, _ context: Context) async throws -> Response {
        let form = try await request.decode(as: ComingBackForm.self, context: context)
        guard let id = form.referral.flatMap({ Referral.ID($0) }) else { throw Missing() }
        let asked = try form.caller.read()
        let door = try FrontDesk(store: context.store(store), member: context.member)
        let hearer = try await door.comesBack(id, for: asked)
        var page = try await page(context)
        page.form = form.caller
        page.check = try await frontDesk(context).check(asked.surname, bornOn: asked.bornOn)
        page.check?.back = nil
        page.check?.rebooked =
            "Done. \(hearer.prefix(1).uppercased())\(hearer.dropFirst()) finds it on their day."
        return context.page(page)
    }

    private func page(_ context: Context) async throws -> FrontDeskPage {
        let member = try context.member
        return try await FrontDeskPage(
            whereabouts: frontDesk(context).whereabouts(),
            needs: Home(store: store, member: member, site: site).needs(),
            practices: member.organisations.filter { $0.kind == .practice }
        )
    }

    private func frontDesk(_ context: Context) throws -> FrontDesk {
        try FrontDesk(store: store, member: context.member)
    }
}
