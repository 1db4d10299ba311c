import Foundation
import Hummingbird
import Kernel
import Store
import Web

struct CommunityRoutes: Routes {
    let store: any Store

    func add(to router: RouterGroup<Context>) {
        router.get("/community", use: search)
        router.get("/community/{activity}", use: activity)
        router.post("/community/{activity}/check", use: check)
        router.post("/community/{activity}/capacity", use: hear)
        router.post("/community/{activity}/confirmation", use: confirm)
        router.post("/community/{activity}/note", use: write)
        router.post("/community/{activity}/note/{note}/end", use: endNote)
    }

    func search(_ request: Request, _ context: Context) async throws -> Response {
        let asked = CommunityForm(query: request.uri.query)
        let wanted = asked.wanted(on: Day(.now))
        let found = try await activities(context).search(wanted, page: asked.page)
        let member = try context.member
        var page = CommunityPage(line: asked.line, found, page: asked.page, mayNote: Gaps.mayNote(member))
        page.mayRing = member.isA(.linkWorker)
        page.isNoted = asked.first("noted") != nil
        page.whom = try await whom(asked.first("case"), member)
        return context.page(page)
    }

    func activity(_ request: Request, _ context: Context) async throws -> Response {
        var page = try await page(context)
        page.whom = try await whom(context.asked("case", of: request), context.member)
        return context.page(page)
    }

    private func whom(_ typed: String?, _ member: Member) async throws -> Whom? {
        guard member.isA(.linkWorker) else { return nil }
        return try await Cases(store: store, member: member).whom(typed)
    }

    func check(_ request: Request, _ context: Context) async throws -> Response {
        try await change(request, context) { form, activities, id in
            let (answer, means, words) = try form.readCheck()
            try await activities.check(id, answer, by: means, words: words)
        }
    }

    func hear(_ request: Request, _ context: Context) async throws -> Response {
        try await change(request, context) { form, activities, id in
            try await activities.hear(form.readCapacity(), of: id)
        }
    }

    func write(_ request: Request, _ context: Context) async throws -> Response {
        try await change(request, context) { form, activities, id in
            let corrects = try form.corrects.map { typed in
                guard let note = KnowHow.ID(typed) else { throw Missing() }
                return note
            }
            try await activities.write(form.readNote(), of: id, correcting: corrects)
        }
    }

    func endNote(_ request: Request, _ context: Context) async throws -> Response {
        let id: Activity.ID = try context.id("activity")
        try await activities(context).end(context.id("note"), of: id)
        return .seeOther("/community/\(id)")
    }

    /// One tap, and back to where it was made.
    func confirm(_ request: Request, _ context: Context) async throws -> Response {
        let id: Activity.ID = try context.id("activity")
        let form = try await request.decode(as: ActivityForm.self, context: context)
        try await activities(context).confirm(id)
        return .seeOther(form.cameFrom.map { "/\($0)" } ?? "/community/\(id)")
    }

    /// Does what one of the page's forms asks and shows the page again.
    private func change(
        _ request: Request,
        _ context: Context,
        _ done: (ActivityForm, Activities, Activity.ID) async throws -> Void
    ) async throws -> Response {
        let shown = { try await page(context) }
        return try await context.form(\ActivityPage.form, of: shown, from: request) { form in
            let id: Activity.ID = try context.id("activity")
            try await done(form, activities(context), id)
            return .seeOther("/community/\(id)")
        }
    }

    private func page(_ context: Context) async throws -> ActivityPage {
        let activities = try activities(context)
        let found = try await activities.find(context.id("activity"))
        let (activity, sight) = (found.activity, found.sight)
        return ActivityPage(
            activity,
            knowHow: sight.seesKnowHow(of: activity.provider.id) ? found.knowHow : nil,
            sight: ActivityPage.Seeing(
                room: sight.seesRoom(of: activity.provider.id),
                speaks: sight.speaksFor(activity.provider.id),
                maySay: sight.maySay,
                isOwn: sight.isOwn(activity.provider.id)
            ),
            differences: found.differences,
            mayIntroduce: activities.member.isA(.linkWorker),
            today: Day(.now)
        )
    }

    private func activities(_ context: Context) throws -> Activities {
        try Activities(store: context.store(store), member: context.member)
    }
}
