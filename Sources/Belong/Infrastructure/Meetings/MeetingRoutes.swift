import Foundation
import Hummingbird
import Kernel
import NIOCore
import Store
import Web

/// The team meetings of a practice, as they stand for its link worker.
struct MeetingRoutes: Routes {
    let store: any Store
    let site: WebAddress

    func add(to router: RouterGroup<Context>) {
        router.get("/placements/{placement}/meetings", use: show)
        router.post("/placements/{placement}/meetings", use: plan)
        router.post("/placements/{placement}/meetings/invitation", use: withdraw)
        router.post("/placements/{placement}/meetings/invitation/again", use: invite)
        router.get("/placements/{placement}/meetings/{meeting}/invitation.ics", use: calendar)
        router.post("/placements/{placement}/meetings/{meeting}/items", use: add)
        router.post("/placements/{placement}/meetings/{meeting}/end", use: end)
        router.post("/placements/{placement}/meetings/{meeting}/answer/{answer}", use: answer)
    }

    func show(_ request: Request, _ context: Context) async throws -> Response {
        try await context.page(page(context))
    }

    func plan(_ request: Request, _ context: Context) async throws -> Response {
        let shown = { try await page(context) }
        return try await context.form(\MeetingsPage.form, of: shown, from: request) { form in
            try await meetings(context).plan(form.read(), in: context.id("placement"))
            return try back(context)
        }
    }

    func withdraw(_ request: Request, _ context: Context) async throws -> Response {
        let shown = { try await page(context) }
        return try await context.form(\MeetingsPage.inviting, of: shown, from: request) { form in
            try await meetings(context).invite(false, form.read(), in: context.id("placement"))
            return try back(context)
        }
    }

    func invite(_ request: Request, _ context: Context) async throws -> Response {
        try await meetings(context).invite(true, "", in: context.id("placement"))
        return try back(context)
    }

    func calendar(_ request: Request, _ context: Context) async throws -> Response {
        let look = try await meetings(context).look(at: context.id("placement"))
        let id: Meeting.ID = try context.id("meeting")
        guard let meeting = look.meetings.first(where: { $0.id == id }) else { throw Missing() }
        let text = meeting.calendar(at: look.placed.practiceName, now: .now)
        return Response(
            status: .ok,
            headers: [.contentType: "text/calendar; charset=utf-8"],
            body: .init(byteBuffer: ByteBuffer(string: text))
        )
    }

    func add(_ request: Request, _ context: Context) async throws -> Response {
        let shown = { try await page(context) }
        return try await context.form(\MeetingsPage.item, of: shown, from: request) { form in
            try await meetings(context).add(
                form.read(),
                to: context.id("meeting"),
                in: context.id("placement")
            )
            return try back(context)
        }
    }

    func end(_ request: Request, _ context: Context) async throws -> Response {
        try await meetings(context).end(context.id("meeting"), in: context.id("placement"))
        return try back(context)
    }

    func answer(_ request: Request, _ context: Context) async throws -> Response {
        guard let answer = context.parameters.get("answer").flatMap(Meeting.Answer.init(rawValue:)) else {
            throw Missing()
        }
        try await meetings(context).answer(answer, to: context.id("meeting"), in: context.id("placement"))
        return try back(context)
    }

    private func back(_ context: Context) throws -> Response {
        let id: Placement.ID = try context.id("placement")
        return .seeOther("/placements/\(id)/meetings")
    }

    private func page(_ context: Context) async throws -> MeetingsPage {
        let door = try Meetings(store: store, member: context.member, site: site)
        return try await MeetingsPage(look: door.look(at: context.id("placement")), now: .now)
    }

    private func meetings(_ context: Context) throws -> Meetings {
        try Meetings(store: context.store(store), member: context.member, site: site)
    }
}
