import Foundation
import Hummingbird
import Kernel
import Store
import Web

/// What is still planned with somebody, once their case was closed or came over.
struct PlannedRoutes: Routes {
    let store: any Store

    func add(to router: RouterGroup<Context>) {
        router.get("/cases/{case}/planned", use: show)
        router.post("/cases/{case}/planned", use: settle)
    }

    func show(_ request: Request, _ context: Context) async throws -> Response {
        try await context.page(looking(context).planned(context.id("case")))
    }

    func settle(_ request: Request, _ context: Context) async throws -> Response {
        let id: Case.ID = try context.id("case")
        let shown = { try await looking(context).planned(id) }
        let diary = try Diary(store: context.store(store), member: context.member)
        return try await context.form(\PlannedPage.form, of: shown, from: request) { form in
            let (entries, act) = try form.read()
            switch act {
            case .take: try await diary.take(entries, of: id, mayMeet: form.mayMeet?.contains("yes") == true)
            case .cancel: try await diary.cancelPlanned(entries, of: id)
            }
            return .seeOther("/cases/\(id)")
        }
    }

    private func looking(_ context: Context) throws -> Diary {
        try Diary(store: store, member: context.member)
    }
}
