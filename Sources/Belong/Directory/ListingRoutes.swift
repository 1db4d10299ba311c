import Foundation
import Hummingbird
import Kernel
import Store
import Web

/// What a group says of itself: its listing, and how long it can go on.
struct ListingRoutes: Routes {
    let store: any Store

    func add(to router: RouterGroup<Context>) {
        router.get("/community/{activity}/listing", use: listing)
        router.post("/community/{activity}/listing", use: amend)
        router.get("/community/{activity}/outlook", use: outlook)
        router.post("/community/{activity}/outlook", use: say)
        router.post("/community/{activity}/outlook/opening", use: open)
    }

    func listing(_ request: Request, _ context: Context) async throws -> Response {
        try await context.page(listingPage(context))
    }

    func amend(_ request: Request, _ context: Context) async throws -> Response {
        let shown = { try await listingPage(context) }
        return try await context.form(\ListingPage.form, of: shown, from: request) { form in
            let id: Activity.ID = try context.id("activity")
            let shown = try await listingPage(context).form
            try await activities(context).amend(id, form.read(besides: shown))
            return .seeOther("/community/\(id)")
        }
    }

    func outlook(_ request: Request, _ context: Context) async throws -> Response {
        try await context.page(outlookPage(context))
    }

    func say(_ request: Request, _ context: Context) async throws -> Response {
        let shown = { try await outlookPage(context) }
        return try await context.form(\OutlookPage.form, of: shown, from: request) { form in
            let id: Activity.ID = try context.id("activity")
            let (standing, words) = try form.read()
            try await activities(context).say(standing, of: id, words: words)
            return .seeOther("/community/\(id)/outlook")
        }
    }

    func open(_ request: Request, _ context: Context) async throws -> Response {
        let id: Activity.ID = try context.id("activity")
        try await activities(context).open(outlookOf: id)
        return .seeOther("/community/\(id)/outlook")
    }

    private func listingPage(_ context: Context) async throws -> ListingPage {
        let (activity, listing) = try await activities(context).ownListing(context.id("activity"))
        return ListingPage(activity, listing, today: Day(.now))
    }

    private func outlookPage(_ context: Context) async throws -> OutlookPage {
        let (activity, _) = try await activities(context).ownListing(context.id("activity"))
        return OutlookPage(activity, today: Day(.now))
    }

    private func activities(_ context: Context) throws -> Activities {
        try Activities(store: context.store(store), member: context.member)
    }
}
