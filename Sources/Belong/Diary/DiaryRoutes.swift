import Foundation
import Hummingbird
import Kernel
import Store
import Web

/// The diary of a link worker, and the hours of a week.
struct DiaryRoutes: Routes {
    let store: any Store

    func add(to router: RouterGroup<Context>) {
        router.get("/diary", use: week)
        router.post("/diary", use: plan)
        router.get("/diary/new", use: blank)
        router.get("/diary/hours", use: hours)
        router.post("/diary/hours", use: agree)
        router.get("/diary/{entry}", use: open)
        router.get("/diary/{entry}/contact", use: contact)
        router.post("/diary/{entry}/move", use: move)
        router.post("/diary/{entry}/cancelling", use: cancel)
        router.post("/diary/{entry}/missing", use: miss)
    }

    func week(_ request: Request, _ context: Context) async throws -> Response {
        let day = context.asked("week", of: request).flatMap { Day($0) } ?? Day(.now)
        return try await context.page(diary(context).week(of: day))
    }

    func blank(_ request: Request, _ context: Context) async throws -> Response {
        var form = DiaryForm()
        form.day = context.asked("day", of: request).flatMap { Day($0) }?.description ?? ""
        form.caseID = context.asked("case", of: request)
        return try await context.page(diary(context).form(form))
    }

    func plan(_ request: Request, _ context: Context) async throws -> Response {
        let again = { (form: DiaryForm, problems: Problems) in
            try await looking(context).form(form, problems)
        }
        return try await context.form(DiaryForm.self, from: request, again: again) { form in
            let asked = try form.read()
            try await diary(context).plan(asked)
            return .seeOther("/diary?week=\(Day(asked.plan.beginsAt).monday)")
        }
    }

    func open(_ request: Request, _ context: Context) async throws -> Response {
        try await context.page(diary(context).page(context.id("entry")))
    }

    func contact(_ request: Request, _ context: Context) async throws -> Response {
        try await context.page(diary(context).contact(context.id("entry")))
    }

    func move(_ request: Request, _ context: Context) async throws -> Response {
        let id: DiaryEntry.ID = try context.id("entry")
        let shown = { try await looking(context).page(id) }
        return try await context.form(\DiaryEntryPage.moving, of: shown, from: request) { form in
            let moved = try await diary(context).move(id, form.read())
            return .seeOther("/diary/\(moved)")
        }
    }

    func cancel(_ request: Request, _ context: Context) async throws -> Response {
        let id: DiaryEntry.ID = try context.id("entry")
        let shown = { try await looking(context).page(id) }
        return try await context.form(\DiaryEntryPage.cancelling, of: shown, from: request) { form in
            try await diary(context).cancel(id, form.read())
            return .seeOther("/diary/\(id)")
        }
    }

    func miss(_ request: Request, _ context: Context) async throws -> Response {
        let id: DiaryEntry.ID = try context.id("entry")
        let shown = { try await looking(context).page(id) }
        return try await context.form(\DiaryEntryPage.missing, of: shown, from: request) { form in
            let said = try form.read()
            try await diary(context).miss(id, tried: said.tried, next: said.next)
            return .seeOther("/diary/\(id)")
        }
    }

    func hours(_ request: Request, _ context: Context) async throws -> Response {
        let day = context.asked("week", of: request).flatMap { Day($0) } ?? Day(.now)
        return try await context.page(hoursPage(of: day, context))
    }

    func agree(_ request: Request, _ context: Context) async throws -> Response {
        let shown = { try await hoursPage(of: Day(.now), context) }
        return try await context.form(\AgreedWeekPage.form, of: shown, from: request) { form in
            let (who, hours) = try form.read()
            try await weeks(context).agree(hours, for: who)
            return .seeOther("/diary/hours")
        }
    }

    private func hoursPage(of day: Day, _ context: Context) async throws -> AgreedWeekPage {
        let lines = try await weeks(context).lines(of: day)
        return try AgreedWeekPage(week: day.monday, lines: lines, me: context.member.id)
    }

    private func weeks(_ context: Context) throws -> AgreedWeeks {
        let member = try context.member
        guard member.isA(.linkWorker) || member.isA(.supervisor) else { throw Missing() }
        return AgreedWeeks(store: context.store(store), member: member)
    }

    /// A form that comes back is only looked at: its nonce is for sending it.
    private func looking(_ context: Context) throws -> Diary {
        try Diary(store: store, member: context.member)
    }

    private func diary(_ context: Context) throws -> Diary {
        try Diary(store: context.store(store), member: context.member)
    }
}
