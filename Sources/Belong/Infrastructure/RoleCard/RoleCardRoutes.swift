import Foundation
import Hummingbird
import Kernel
import Store
import Web

/// The role card: for colleagues behind the sign-in, for patients behind a short address without one.
struct RoleCardRoutes: Routes {
    let store: any Store
    let site: WebAddress

    func add(to router: RouterGroup<Context>) {
        router.get("/card/{word}", use: patients)
        router.get("/practices/{practice}/role-card", use: staff)
        router.get("/practices/{practice}/role-card/words/{audience}/{style}", use: words)
        router.post("/practices/{practice}/role-card/words/{audience}/{style}", use: write)
        CardWaysRoutes(store: store, site: site).add(to: router)
    }

    func patients(_ request: Request, _ context: Context) async throws -> Response {
        let word = context.parameters.get("word") ?? ""
        let way = try PatientCardPage.Way(context.asked("in", of: request))
        let card = try await store.read { view in
            try view.roleCard(of: view.practice(behind: word), at: .now)
        }
        return try context.page(PatientCardPage(card, way, at: "\(site)"))
    }

    func staff(_ request: Request, _ context: Context) async throws -> Response {
        let style = RoleWords.Style(rawValue: context.asked("in", of: request) ?? "") ?? .plain
        let cards = try RoleCards(store: store, member: context.member)
        return try await context.page(StaffCardPage(look: cards.open(context.id("practice")), style: style))
    }

    func words(_ request: Request, _ context: Context) async throws -> Response {
        try await context.page(wording(context))
    }

    func write(_ request: Request, _ context: Context) async throws -> Response {
        let shown = { try await wording(context) }
        return try await context.form(\CardWordsPage.form, of: shown, from: request) { form in
            let (practice, kind): (Organisation.ID, RoleCard.Kind) = try (
                context.id("practice"), kind(context)
            )
            let cards = try RoleCards(store: context.store(store), member: context.member)
            try await cards.write(form.read(), for: kind, of: practice)
            let after = kind.audience == .staff ? "" : "/ways"
            return .seeOther("/practices/\(practice)/role-card\(after)")
        }
    }

    private func wording(_ context: Context) async throws -> CardWordsPage {
        let kind = try kind(context)
        let cards = try RoleCards(store: store, member: context.member)
        return try await CardWordsPage(cards.keeping(context.id("practice")).card, kind)
    }

    private func kind(_ context: Context) throws -> RoleCard.Kind {
        guard let audience = context.parameters.get("audience").flatMap(RoleWords.Audience.init(rawValue:)),
            let style = context.parameters.get("style").flatMap(RoleWords.Style.init(rawValue:))
        else { throw Missing() }
        return .init(audience: audience, style: style)
    }
}
