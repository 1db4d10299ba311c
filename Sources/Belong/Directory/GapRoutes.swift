import Hummingbird
import Kernel
import Store
import Web

struct GapRoutes: Routes {
    let store: any Store

    func add(to router: RouterGroup<Context>) {
        router.get("/gaps", use: list)
        router.post("/gaps", use: note)
    }

    func list(_ request: Request, _ context: Context) async throws -> Response {
        try await context.page(GapsPage(lines: gaps(context).missing()))
    }

    func note(_ request: Request, _ context: Context) async throws -> Response {
        let form = try await request.decode(as: GapForm.self, context: context)
        try await gaps(context).note(form.gap)
        return .seeOther("/community?noted=yes")
    }

    private func gaps(_ context: Context) throws -> Gaps {
        try Gaps(store: context.store(store), member: context.member)
    }
}

/// What stood under the search. It is read as a search is, so that nothing else is kept.
private struct GapForm: Decodable, Sendable {
    var words: String?
    var need: String?
    var area: String?

    var gap: Gap {
        var wanted = Wanted()
        wanted.words = (words ?? "").trimmingSpaces()
        wanted.needs = [need.flatMap { Need(rawValue: $0) }].compactMap(\.self)
        wanted.near = area.map { $0.trimmingSpaces() }.flatMap { $0.isEmpty ? nil : $0 }
        return Gap(wanted)
    }
}
