import Foundation
import Hummingbird
import Kernel
import Store
import Web

struct NewsRoutes: Routes {
    let store: any Store

    func add(to router: RouterGroup<Context>) {
        router.get("/news", use: list)
        router.get("/news/{news}", use: open)
        router.get("/news/{news}/document", use: document)
        router.post("/news/{news}/verdict", use: judge)
        router.post("/news/{news}/reply", use: reply)
        router.get("/replies", use: replies)
        router.post("/replies/{reply}/reading", use: see)
        router.get("/cases/{case}/news", use: telling)
        router.post("/cases/{case}/news/draft", use: draft)
        router.post("/cases/{case}/news", use: send)
        router.get("/cases/{case}/news/document", use: ending)
        router.post("/cases/{case}/agreement", use: agree)
    }

    func list(_ request: Request, _ context: Context) async throws -> Response {
        let news = try await inbox(context).all()
        guard try NewsInbox.isFor(context.member) || !news.isEmpty else { throw Missing() }
        var page = NewsList(news)
        let notes = try PracticeNotes(store: store, member: context.member)
        if try PracticeNotes.isFor(context.member) { page.notes = try await notes.unread() }
        return context.page(page)
    }

    func open(_ request: Request, _ context: Context) async throws -> Response {
        let id: News.ID = try context.id("news")
        var page = try await NewsPage(inbox(context).open(id))
        let asked = try await LightAnswers(store: store).asked(context.member.id, after: id)
        page.asked = asked.map { LightQuestionsCard(asked: $0, address: "/news/\(id)/check-in").html }
        return context.page(page)
    }

    func document(_ request: Request, _ context: Context) async throws -> Response {
        try await context.page(inbox(context).document(context.id("news")))
    }

    func ending(_ request: Request, _ context: Context) async throws -> Response {
        try await context.page(news(context).ending(context.id("case")))
    }

    func judge(_ request: Request, _ context: Context) async throws -> Response {
        let id: News.ID = try context.id("news")
        let form = try await request.decode(as: VerdictForm.self, context: context)
        guard let verdict = NewsReply.Verdict(rawValue: form.verdict) else { throw Missing() }
        try await inbox(context).judge(id, verdict)
        return .seeOther("/news/\(id)")
    }

    func reply(_ request: Request, _ context: Context) async throws -> Response {
        let id: News.ID = try context.id("news")
        let again = { (form: NewsReplyForm, problems: Problems) in
            try await NewsPage(
                NewsInbox(store: store, member: context.member).open(id),
                form.words,
                problems
            )
        }
        return try await context.form(NewsReplyForm.self, from: request, again: again) { form in
            try await inbox(context).reply(form.read(), to: id)
            return .seeOther("/news/\(id)")
        }
    }

    func replies(_ request: Request, _ context: Context) async throws -> Response {
        let member = try context.member
        guard member.isA(.linkWorker) else { throw Missing() }
        return try await context.page(RepliesPage(NewsReplies(store: store, member: member).open()))
    }

    func see(_ request: Request, _ context: Context) async throws -> Response {
        try await NewsReplies(store: context.store(store), member: context.member).see(context.id("reply"))
        return .seeOther("/replies")
    }

    func telling(_ request: Request, _ context: Context) async throws -> Response {
        let draft = context.asked("draft", of: request).flatMap { Draft.ID($0) }
        let telling = try await news(context).telling(context.id("case"), goingOn: draft)
        let note = context.asked("note", of: request).flatMap { Note.ID($0) }
        let drafted = try await news(context).drafted(from: note, telling)
        let form = context.typed(NewsForm.self, in: telling.drafting.content) ?? drafted
        return context.page(TellReferrer(telling, form))
    }

    /// The same page with the words drafted for another occasion.
    func draft(_ request: Request, _ context: Context) async throws -> Response {
        let form = try await request.decode(as: NewsForm.self, context: context)
        let telling = try await CaseNews(store: store, member: context.member).telling(context.id("case"))
        return context.page(TellReferrer(telling, form.drafted(from: telling.facts)))
    }

    func send(_ request: Request, _ context: Context) async throws -> Response {
        let id: Case.ID = try context.id("case")
        let again = { (form: NewsForm, problems: Problems) in
            let telling = try await CaseNews(store: store, member: context.member).telling(id)
            return TellReferrer(telling, form, problems)
        }
        return try await context.form(NewsForm.self, from: request, again: again) { form in
            try await news(context).send(form.read(), of: id, draft: form.draftID)
            return .seeOther("/cases/\(id)/news")
        }
    }

    func agree(_ request: Request, _ context: Context) async throws -> Response {
        var request = request
        let body = String(buffer: try await request.collectBody(upTo: context.maxUploadSize))
        let id: Case.ID = try context.id("case")
        let again = { (form: AgreementForm, problems: Problems) in
            let telling = try await CaseNews(store: store, member: context.member).telling(id)
            return TellReferrer(telling, NewsForm(telling.facts, telling.facts.milestone), problems)
        }
        return try await context.form(AgreementForm.self, from: request, again: again) { form in
            try await news(context).write(form.read(), of: id)
            let draft = try await keep(form.draft, of: id, body, context)
            return .seeOther("/cases/\(id)/news\(draft.map { "?draft=\($0)" } ?? "")")
        }
    }

    /// The news that was being written when they said yes or no, word for word.
    private func keep(
        _ draft: String?,
        of id: Case.ID,
        _ body: String,
        _ context: Context
    ) async throws -> Draft.ID? {
        guard let draft = draft.flatMap({ Draft.ID($0) }), context.typed(NewsForm.self, in: body) != nil
        else { return nil }
        try await Drafts(store: store, member: context.member).keep(draft, .news, about: id, body)
        return draft
    }

    private func inbox(_ context: Context) throws -> NewsInbox {
        try NewsInbox(store: context.store(store), member: context.member)
    }

    private func news(_ context: Context) throws -> CaseNews {
        try CaseNews(store: context.store(store), member: context.member)
    }
}
