import Hummingbird
import Kernel
import Store
import Web

/// Asking somebody, by link, on the telephone or together; what they said; and their own
/// side of it behind their link.
struct AnswersRoutes: Routes {
    let store: any Store
    let site: WebAddress

    func add(to router: RouterGroup<Context>) {
        router.get("/cases/{case}/answers", use: read)
        router.post("/cases/{case}/askings", use: ask)
        router.post("/cases/{case}/askings/{asking}/end", use: stop)
        router.post("/cases/{case}/answers/look", use: look)
        router.post("/cases/{case}/answers/removal", use: takeAway)
        router.get("/cases/{case}/answers/{measure}", use: together)
        router.post("/cases/{case}/answers/{measure}", use: write)
        router.get("/l/{token}/answers", use: own)
        router.post("/l/{token}/answers", use: say)
        router.post("/l/{token}/answers/removal", use: takeOwnAway)
    }

    func read(_ request: Request, _ context: Context) async throws -> Response {
        try await context.page(cases(context).answers(context.id("case")))
    }

    func ask(_ request: Request, _ context: Context) async throws -> Response {
        let id: Case.ID = try context.id("case")
        let shown = { try await Cases(store: store, member: context.member).answers(id) }
        return try await context.form(\AnswersPage.form, of: shown, from: request) { form in
            let (measure, goals) = try form.read()
            try await cases(context).ask(measure, goals: goals, of: id, at: site)
            return .seeOther("/cases/\(id)/answers")
        }
    }

    func stop(_ request: Request, _ context: Context) async throws -> Response {
        let id: Case.ID = try context.id("case")
        try await cases(context).stopAsking(context.id("asking"), of: id)
        return .seeOther("/cases/\(id)/answers")
    }

    func look(_ request: Request, _ context: Context) async throws -> Response {
        let id: Case.ID = try context.id("case")
        let (answering, _) = try await request.decode(as: AnswerForm.self, context: context).read()
        try await cases(context).lookedTogether(at: answering, of: id)
        return .seeOther("/cases/\(id)/answers")
    }

    func takeAway(_ request: Request, _ context: Context) async throws -> Response {
        let id: Case.ID = try context.id("case")
        let (answering, item) = try await request.decode(as: AnswerForm.self, context: context).read()
        try await cases(context).takeAway(item, of: answering, in: id)
        return .seeOther("/cases/\(id)/answers")
    }

    func together(_ request: Request, _ context: Context) async throws -> Response {
        try await context.page(cases(context).asking(measure(context), of: context.id("case")))
    }

    func write(_ request: Request, _ context: Context) async throws -> Response {
        let (id, measure): (Case.ID, Measure) = try (context.id("case"), measure(context))
        let shown = { try await Cases(store: store, member: context.member).asking(measure, of: id) }
        return try await context.form(\AskingTogetherPage.form, of: shown, from: request) { form in
            let (goals, given) = try measure == .goals ? form.aimed() : ([], form.answered())
            try await cases(context).write(given, to: measure, goals: goals, form.how(), of: id)
            return .seeOther("/cases/\(id)/answers")
        }
    }

    func own(_ request: Request, _ context: Context) async throws -> Response {
        let token = try token(context)
        do {
            return try await context.page(OwnAnswers(store: store).page(token))
        } catch is Missing {
            // The page itself says whom to ring.
            return .seeOther("/l/\(token)")
        }
    }

    func say(_ request: Request, _ context: Context) async throws -> Response {
        let token = try token(context)
        try await Pacing(store: store).take(.link, from: context.address)
        let again = { (form: AnswersForm, problems: Problems) in
            var page = try await OwnAnswers(store: store).page(token)
            (page.typed, page.problems) = (form, problems)
            return page
        }
        return try await context.form(AnswersForm.self, from: request, again: again) { form in
            guard let asking = form.asking.flatMap({ MeasureAsking.ID($0) }) else { throw Missing() }
            try await OwnAnswers(store: context.store(store)).say(form.given, to: asking, token)
            return .seeOther("/l/\(token)/answers")
        }
    }

    func takeOwnAway(_ request: Request, _ context: Context) async throws -> Response {
        let token = try token(context)
        let (answering, item) = try await request.decode(as: AnswerForm.self, context: context).read()
        try await OwnAnswers(store: context.store(store)).takeAway(item, of: answering, token)
        return .seeOther("/l/\(token)/answers")
    }

    private func token(_ context: Context) throws -> String {
        guard let token = context.parameters.get("token") else { throw Missing() }
        return token
    }

    private func measure(_ context: Context) throws -> Measure {
        guard let measure = context.parameters.get("measure").flatMap({ Measure(path: $0) }) else {
            throw Missing()
        }
        return measure
    }

    private func cases(_ context: Context) throws -> Cases {
        try Cases(store: context.store(store), member: context.member)
    }
}
