import Foundation
import Hummingbird
import Kernel
import Store
import Web

struct IntroductionRoutes: Routes {
    let store: any Store
    let site: WebAddress

    func add(to router: RouterGroup<Context>) {
        router.get("/cases/{case}/introductions/new", use: begin)
        router.post("/cases/{case}/introductions/wording", use: word)
        router.post("/cases/{case}/introductions", use: introduce)
        router.post("/cases/{case}/introductions/objection", use: object)
        router.post("/cases/{case}/introductions/asking-again", use: askAgain)
        router.post("/cases/{case}/signposting", use: signpost)
        router.get("/introductions", use: list)
        router.get("/introductions/{introduction}", use: open)
        router.post("/introductions/{introduction}/answer", use: answer)
        router.post("/introductions/{introduction}/attendance", use: attend)
        router.post("/introductions/{introduction}/thanks", use: thank)
        router.post("/introductions/{introduction}/withdrawal", use: withdraw)
        router.post("/introductions/{introduction}/renewal", use: renew)
    }

    func begin(_ request: Request, _ context: Context) async throws -> Response {
        let introducing = try looking(context)
        let id: Case.ID = try context.id("case")
        let draft = context.asked("draft", of: request).flatMap { Draft.ID($0) }
        let drafting = try await introducing.drafting(id, goingOn: draft)
        let form = context.typed(IntroductionForm.self, in: drafting.content)
        let wanted = form?.activityID ?? context.asked("activity", of: request).flatMap { Activity.ID($0) }
        guard let wanted else { throw Missing() }
        var begun = try await introducing.begin(id, wanted)
        let note = context.asked("note", of: request).flatMap { Note.ID($0) }
        if let note, form == nil { begun.tellable.hope = try await introducing.hope(from: note, of: id) }
        return context.page(IntroductionFormPage(begun, drafting, form, today: Day(.now)))
    }

    func word(_ request: Request, _ context: Context) async throws -> Response {
        let id: Case.ID = try context.id("case")
        let introducing = try looking(context)
        var request = request
        let body = String(buffer: try await request.collectBody(upTo: context.maxUploadSize))
        return try await context.form(IntroductionForm.self, from: request, again: again(id, context)) {
            form in
            let (begun, wording) = try await introducing.word(form, of: id)
            try await introducing.keep(form.draftID, of: id, body)
            return context.page(WordingPage(begun, wording, form))
        }
    }

    func introduce(_ request: Request, _ context: Context) async throws -> Response {
        let id: Case.ID = try context.id("case")
        let introducing = try Introducing(store: context.store(store), member: context.member, site: site)
        let form = try await request.decode(as: IntroductionForm.self, context: context)
        do {
            let introduction = try await introducing.introduce(form, of: id)
            return .seeOther("/introductions/\(introduction)")
        } catch let problems as Problems {
            return try await readAgain(form, of: id, problems, context)
        }
    }

    /// The words once more with what is missing; or, if a part of them will not
    /// do, the choice of parts.
    private func readAgain(
        _ form: IntroductionForm,
        of id: Case.ID,
        _ problems: Problems,
        _ context: Context
    ) async throws -> Response {
        do {
            let (begun, wording) = try await looking(context).word(form, of: id)
            return context.page(WordingPage(begun, wording, form, problems), status: .unprocessableContent)
        } catch let deeper as Problems {
            return try await context.page(again(id, context)(form, deeper), status: .unprocessableContent)
        }
    }

    private func again(
        _ id: Case.ID,
        _ context: Context
    ) -> (IntroductionForm, Problems) async throws -> IntroductionFormPage {
        { form, problems in
            guard let activity = form.activityID else { throw Missing() }
            let begun = try await looking(context).begin(id, activity)
            return IntroductionFormPage(begun, nil, form, problems, today: Day(.now))
        }
    }

    func object(_ request: Request, _ context: Context) async throws -> Response {
        let id: Case.ID = try context.id("case")
        let choice = try await request.decode(as: ActivityChoice.self, context: context)
        try await introducing(context).object(to: choice.read(), of: id)
        return .seeOther("/cases/\(id)")
    }

    func askAgain(_ request: Request, _ context: Context) async throws -> Response {
        let id: Case.ID = try context.id("case")
        let choice = try await request.decode(as: ActivityChoice.self, context: context)
        try await introducing(context).askAgain(choice.read(), of: id)
        return .seeOther("/cases/\(id)/introductions/new?activity=\(choice.activity)")
    }

    func signpost(_ request: Request, _ context: Context) async throws -> Response {
        let id: Case.ID = try context.id("case")
        let choice = try await request.decode(as: ActivityChoice.self, context: context)
        try await introducing(context).signpost(choice.read(), to: id)
        return .seeOther("/cases/\(id)")
    }

    func list(_ request: Request, _ context: Context) async throws -> Response {
        guard try context.member.isA(.linkWorker) else { throw Missing() }
        let introductions = try introductions(context)
        return try await context.page(
            IntroductionsPage(
                introductions.all(),
                atRisk: introductions.atRisk().map { RiskNote($0, today: Day(.now)) }
            )
        )
    }

    func open(_ request: Request, _ context: Context) async throws -> Response {
        try await context.page(IntroductionPage(introductions(context).open(context.id("introduction"))))
    }

    func answer(_ request: Request, _ context: Context) async throws -> Response {
        try await hear(GroupAnswerForm.self, request, context) { form, id in
            try await introductions(context).hear(form.read(on: Day(.now)), on: id)
        }
    }

    func attend(_ request: Request, _ context: Context) async throws -> Response {
        try await hear(AttendanceForm.self, request, context) { form, id in
            try await introductions(context).hear(form.read(), for: form.hearers, on: id)
        }
    }

    func thank(_ request: Request, _ context: Context) async throws -> Response {
        try await hear(ThanksForm.self, request, context) { form, id in
            try await introductions(context).thank(id, form.read())
        }
    }

    func withdraw(_ request: Request, _ context: Context) async throws -> Response {
        let id: Introduction.ID = try context.id("introduction")
        try await introducing(context).withdraw(id)
        return .seeOther("/introductions/\(id)")
    }

    func renew(_ request: Request, _ context: Context) async throws -> Response {
        let (introductions, id) = try (introductions(context), context.id("introduction") as Introduction.ID)
        return try await .seeOther("/cases/\(introductions.renew(id))")
    }

    /// One of the small forms of an introduction's page.
    private func hear<Form: Decodable & Sendable>(
        _: Form.Type,
        _ request: Request,
        _ context: Context,
        _ done: (Form, Introduction.ID) async throws -> Void
    ) async throws -> Response {
        let id: Introduction.ID = try context.id("introduction")
        let reading = try Introductions(store: store, member: context.member, site: site)
        let again = { (form: Form, problems: Problems) in
            try await IntroductionPage(reading.open(id), .init(form), problems)
        }
        return try await context.form(Form.self, from: request, again: again) { form in
            try await done(form, id)
            return .seeOther("/introductions/\(id)")
        }
    }

    /// For what changes something: once for each form.
    private func introducing(_ context: Context) throws -> Introducing {
        try Introducing(store: context.store(store), member: context.member, site: site)
    }

    /// For what only reads, though it may carry a form.
    private func looking(_ context: Context) throws -> Introducing {
        try Introducing(store: store, member: context.member, site: site)
    }

    private func introductions(_ context: Context) throws -> Introductions {
        try Introductions(store: context.store(store), member: context.member, site: site)
    }
}
