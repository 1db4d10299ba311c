import Foundation
import Hummingbird
import Kernel
import Store
import Web

struct MovingRoutes: Routes {
    let store: any Store
    let site: WebAddress

    func add(to router: RouterGroup<Context>) {
        router.get("/people/{person}/moving", use: begin)
        router.post("/people/{person}/moving", use: move)
    }

    func begin(_ request: Request, _ context: Context) async throws -> Response {
        let people = try People(store: store, member: context.member)
        return try await context.page(people.moving(people.standing(context.id("person"))))
    }

    func move(_ request: Request, _ context: Context) async throws -> Response {
        let reading = try People(store: store, member: context.member)
        let people = try People(store: context.store(store), member: context.member)
        let id = try await reading.standing(context.id("person"))
        let shown = { try await reading.moving(id) }
        return try await context.form(\MovingPage.form, of: shown, from: request) { form in
            let onward = try form.read()
            let practice = try await reading.practice(form.practice)
            try await people.move(id, Moving(id: Moving.ID(), to: practice, onward: onward), site)
            return .seeOther("/people/\(id)")
        }
    }
}
