import Foundation
import Hummingbird
import Kernel
import Store
import Web

/// A link worker's own check-ins.
struct CheckInRoutes: Routes {
    let store: any Store

    func add(to router: RouterGroup<Context>) {
        router.get("/check-in", use: places)
        router.get("/check-in/{placement}", use: open)
        router.post("/check-in/{placement}", use: answer)
        router.get("/check-in/{placement}/sharing", use: sharing)
        router.post("/check-in/{placement}/sharing", use: share)
    }

    func places(_ request: Request, _ context: Context) async throws -> Response {
        let checkIns = try CheckIns(store: store, member: context.member)
        guard checkIns.member.isA(.linkWorker) else { throw Missing() }
        return try await context.page(CheckInsPage(places: checkIns.places()))
    }

    func open(_ request: Request, _ context: Context) async throws -> Response {
        let all = context.asked("all", of: request) != nil
        return try await context.page(checkIns(context).page(context.id("placement"), all: all))
    }

    func answer(_ request: Request, _ context: Context) async throws -> Response {
        let id: Placement.ID = try context.id("placement")
        let again = { (form: CheckInForm, problems: Problems) async throws -> CheckInPage in
            var page = try await looking(context).page(id, all: form.occasion != "rhythm")
            (page.form, page.problems) = (form, problems)
            return page
        }
        return try await context.form(CheckInForm.self, from: request, again: again) { form in
            let bank = try await looking(context).page(id, all: true).bank
            let occasion = form.occasion.flatMap { CheckIn.Occasion(rawValue: $0) } ?? .own
            try await checkIns(context).answer(id, form.read(bank, at: .now), on: occasion)
            return .seeOther("/check-in/\(id)")
        }
    }

    func sharing(_ request: Request, _ context: Context) async throws -> Response {
        let page = try await checkIns(context).page(context.id("placement"), all: true)
        return context.page(SharingPage(practice: page.practice, items: page.items, shared: page.shared))
    }

    func share(_ request: Request, _ context: Context) async throws -> Response {
        let id: Placement.ID = try context.id("placement")
        let again = { (_: CheckInForm, _: Problems) async throws -> SharingPage in
            let page = try await looking(context).page(id, all: true)
            return SharingPage(practice: page.practice, items: page.items, shared: page.shared)
        }
        return try await context.form(CheckInForm.self, from: request, again: again) { form in
            let bank = try await looking(context).page(id, all: true).bank
            try await checkIns(context).share(id, form.shared(among: bank))
            return .seeOther("/check-in/\(id)")
        }
    }

    /// A form that comes back is only looked at: its nonce is for sending it.
    private func looking(_ context: Context) throws -> CheckIns {
        try CheckIns(store: store, member: context.member)
    }

    private func checkIns(_ context: Context) throws -> CheckIns {
        try CheckIns(store: context.store(store), member: context.member)
    }
}
