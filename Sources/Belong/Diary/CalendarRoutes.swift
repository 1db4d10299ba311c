import Foundation
import Hummingbird
import Kernel
import NIOCore
import Store
import Web

/// A diary for other calendars: the feed itself needs no signing in, only its address.
struct CalendarRoutes: Routes {
    let store: any Store
    let site: WebAddress

    func add(to router: RouterGroup<Context>) {
        router.get("/calendar/{token}", use: read)
        router.get("/diary/calendar", use: show)
        router.post("/diary/calendar", use: make)
        router.post("/diary/calendar/end", use: end)
        router.post("/diary/calendar/busy", use: addBusy)
        router.post("/diary/calendar/busy/{calendar}/end", use: endBusy)
    }

    func read(_ request: Request, _ context: Context) async throws -> Response {
        guard let token = context.parameters.get("token") else { throw Missing() }
        let text = try await CalendarFeed.read(token, in: store)
        return Response(
            status: .ok,
            headers: [.contentType: "text/calendar; charset=utf-8", .cacheControl: "private, max-age=300"],
            body: .init(byteBuffer: ByteBuffer(string: text))
        )
    }

    func show(_ request: Request, _ context: Context) async throws -> Response {
        try await context.page(page(context))
    }

    /// The address is said on the page that answers, and kept nowhere: only its digest is.
    func make(_ request: Request, _ context: Context) async throws -> Response {
        let token = try await feed(context).make()
        var page = try await page(context)
        page.address = "\(site)/calendar/\(token)"
        return context.page(page)
    }

    func end(_ request: Request, _ context: Context) async throws -> Response {
        try await feed(context).withdraw()
        return .seeOther("/diary/calendar")
    }

    /// What is wrong with an address comes back beside it, with the address as it was typed.
    func addBusy(_ request: Request, _ context: Context) async throws -> Response {
        let busy = try BusyCalendars(store: context.store(store), member: context.member)
        let shown = { try await page(context) }
        return try await context.form(\CalendarPage.busy.form, of: shown, from: request) { form in
            do {
                try await busy.add(form.address ?? "")
            } catch let refused as any Refusal {
                var problems = Problems()
                problems.add("address", refused.sentence)
                throw problems
            }
            return .seeOther("/diary/calendar")
        }
    }

    func endBusy(_ request: Request, _ context: Context) async throws -> Response {
        try await BusyCalendars(store: context.store(store), member: context.member).end(
            context.id("calendar")
        )
        return .seeOther("/diary/calendar")
    }

    private func page(_ context: Context) async throws -> CalendarPage {
        var page = try await CalendarPage(since: feed(context).since().map { Day($0).full })
        page.busy.calendars = try await BusyCalendars(store: store, member: context.member).all()
        return page
    }

    private func feed(_ context: Context) throws -> CalendarFeed {
        let member = try context.member
        guard member.isA(.linkWorker) else { throw Missing() }
        return CalendarFeed(store: store, member: member)
    }
}
