import Foundation
import Hummingbird
import Kernel
import Store
import Web

/// One's people as a list: filtered, found by name, several at once.
struct PeopleListRoutes: Routes {
    let store: any Store
    let site: WebAddress

    func add(to router: RouterGroup<Context>) {
        router.get("/people", use: people)
        router.post("/people/filter", use: filter)
        router.post("/people/filter/end", use: clear)
        router.get("/people/several", use: choose)
        router.post("/people/several", use: several)
    }

    func people(_ request: Request, _ context: Context) async throws -> Response {
        let name = context.asked("name", of: request) ?? ""
        let group = context.asked("group", of: request).flatMap(CaseLine.Standing.init(rawValue:))
        return try await context.page(
            Cases(store: store, member: context.member).list(named: name, unfolded: group, site)
        )
    }

    func filter(_ request: Request, _ context: Context) async throws -> Response {
        let form = try await request.decode(as: CaseloadFilterForm.self, context: context)
        try await cases(context).keep(form.read())
        return .seeOther("/people")
    }

    func clear(_ request: Request, _ context: Context) async throws -> Response {
        try await cases(context).clearFilter()
        return .seeOther("/people")
    }

    func choose(_ request: Request, _ context: Context) async throws -> Response {
        try await context.page(Several(store: store, member: context.member).page())
    }

    func several(_ request: Request, _ context: Context) async throws -> Response {
        let shown = { try await Several(store: store, member: context.member).page() }
        let acting = try Several(store: context.store(store), member: context.member)
        return try await context.form(\SeveralPage.form, of: shown, from: request) { form in
            switch try form.read(today: Day(.now)) {
            case .hold(let ids, let words): try await acting.hold(ids, words)
            case .offer(let ids, let asked): try await acting.offer(ids, asked)
            }
            return .seeOther("/people")
        }
    }

    private func cases(_ context: Context) throws -> Cases {
        try Cases(store: context.store(store), member: context.member)
    }
}
