import Foundation
import Hummingbird
import Kernel
import Store
import Web

/// How many people, as agreed; and what is done where there are more.
struct LoadRoutes: Routes {
    let store: any Store

    func add(to router: RouterGroup<Context>) {
        router.get("/load", use: show)
        router.post("/load", use: say)
        router.post("/load/{load}/yes", use: agree)
        router.post("/load/{load}/answer", use: answer)
    }

    func show(_ request: Request, _ context: Context) async throws -> Response {
        try await context.page(page(context))
    }

    func say(_ request: Request, _ context: Context) async throws -> Response {
        try await context.form(\LoadPage.form, of: { try await page(context) }, from: request) { form in
            let (who, people, words) = try form.read()
            try await loads(context).say(people, words, for: who)
            return .seeOther("/load")
        }
    }

    func agree(_ request: Request, _ context: Context) async throws -> Response {
        try await loads(context).agree(context.id("load"))
        return .seeOther("/load")
    }

    func answer(_ request: Request, _ context: Context) async throws -> Response {
        try await context.form(\LoadPage.answering, of: { try await page(context) }, from: request) { form in
            let (words, until) = try form.read(today: Day(.now))
            try await loads(context).answer(context.id("load"), words, until: until)
            return .seeOther("/load")
        }
    }

    private func page(_ context: Context) async throws -> LoadPage {
        let member = try context.member
        guard Loads.isFor(member) else { throw Missing() }
        return try await Loads(store: store, member: member).page(at: .now)
    }

    private func loads(_ context: Context) throws -> Loads {
        let member = try context.member
        guard Loads.isFor(member) else { throw Missing() }
        return Loads(store: context.store(store), member: member)
    }
}
