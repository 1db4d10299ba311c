import Foundation
import Hummingbird
import Kernel
import Store
import Web

struct WelcomeRoutes: Routes {
    let store: any Store

    func add(to router: RouterGroup<Context>) {
        router.get("/welcome", use: list)
        router.get("/welcome/year", use: year)
        router.post("/welcome/{introduction}/answer", use: answer)
        router.post("/welcome/{introduction}/attendance", use: attend)
    }

    func list(_ request: Request, _ context: Context) async throws -> Response {
        try await context.page(page(context))
    }

    /// What they gave and got back, to be printed.
    func year(_ request: Request, _ context: Context) async throws -> Response {
        let given = try await welcomes(context).givenBack()
        let flows = try await OwnFlows(store: store, member: context.member).all()
        return context.page(GivenBackPage(given, flows: flows, today: Day(.now)))
    }

    func answer(_ request: Request, _ context: Context) async throws -> Response {
        let id: Introduction.ID = try context.id("introduction")
        return try await context.form(
            GroupAnswerForm.self,
            from: request,
            again: again(id, \.words, from: \.from, context)
        ) { form in
            try await welcomes(context).answer(form.read(on: Day(.now)), to: id)
            return .seeOther("/welcome")
        }
    }

    func attend(_ request: Request, _ context: Context) async throws -> Response {
        let id: Introduction.ID = try context.id("introduction")
        return try await context.form(
            AttendanceForm.self,
            from: request,
            again: again(id, \.words, from: { _ in nil }, context)
        ) { form in
            try await welcomes(context).answer(form.read(.group), to: id)
            return .seeOther("/welcome")
        }
    }

    private func again<Form>(
        _ id: Introduction.ID,
        _ words: @escaping @Sendable (Form) -> String?,
        from: @escaping @Sendable (Form) -> String?,
        _ context: Context
    ) -> (Form, Problems) async throws -> WelcomePage {
        { form, problems in
            var page = try await page(context)
            (page.typed, page.problems) = (.init(id: id, words: words(form), from: from(form)), problems)
            return page
        }
    }

    private func page(_ context: Context) async throws -> WelcomePage {
        let welcomes = try welcomes(context)
        return try await WelcomePage(welcomes.all(), groups: welcomes.groups(), today: Day(.now))
    }

    private func welcomes(_ context: Context) throws -> Welcomes {
        let member = try context.member
        guard member.isA(.coordinator) else { throw Missing() }
        return Welcomes(store: context.store(store), member: member)
    }
}
