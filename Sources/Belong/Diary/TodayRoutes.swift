import Foundation
import Hummingbird
import Kernel
import Store
import Web

/// The morning of a link worker, and the cards of the practices they go to.
struct TodayRoutes: Routes {
    let store: any Store
    let site: WebAddress

    func add(to router: RouterGroup<Context>) {
        router.get("/today", use: today)
        router.get("/today/sheet", use: sheet)
        router.post("/today/seen", use: see)
        router.get("/practices/{practice}/card", use: card)
        router.post("/practices/{practice}/card", use: write)
    }

    func today(_ request: Request, _ context: Context) async throws -> Response {
        let now = Date.now
        var page = try await TodayPage(diary(context).today(at: now), at: now)
        page.owed = try await Home(store: store, member: context.member, site: site).owed(at: now)
        return context.page(page)
    }

    func sheet(_ request: Request, _ context: Context) async throws -> Response {
        let now = Date.now
        return try await context.page(DaySheet(diary(context).sheet(at: now), at: now))
    }

    func see(_ request: Request, _ context: Context) async throws -> Response {
        let form = try await request.decode(as: SeenForm.self, context: context)
        guard let saying = Key<Today.News>(form.saying) else { throw Missing() }
        try await Diary(store: context.store(store), member: context.member).see(saying)
        return .seeOther("/today")
    }

    func card(_ request: Request, _ context: Context) async throws -> Response {
        try await context.page(PracticeCardPage(cards(context).card(of: context.id("practice"))))
    }

    func write(_ request: Request, _ context: Context) async throws -> Response {
        let practice: Organisation.ID = try context.id("practice")
        let shown = { () async throws -> PracticeCardPage in
            try await PracticeCardPage(
                PracticeCards(store: store, member: context.member).card(of: practice)
            )
        }
        return try await context.form(\PracticeCardPage.form, of: shown, from: request) { form in
            try await cards(context).write(form.read(), of: practice)
            return .seeOther("/practices/\(practice)/card")
        }
    }

    private func cards(_ context: Context) throws -> PracticeCards {
        try PracticeCards(store: context.store(store), member: context.member)
    }

    private func diary(_ context: Context) throws -> Diary {
        try Diary(store: context.store(store), member: context.member)
    }
}

/// Which of the things that people said was read.
struct SeenForm: Decodable, Sendable {
    let saying: String
}
