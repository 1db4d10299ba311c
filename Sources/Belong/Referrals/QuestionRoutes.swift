import Foundation
import Hummingbird
import Kernel
import Store
import Web

/// The desk, and questions before referral.
struct QuestionRoutes: Routes {
    let store: any Store
    let site: WebAddress

    func add(to router: RouterGroup<Context>) {
        router.get("/desk", use: desk)
        router.post("/questions", use: ask)
        router.get("/questions/{question}", use: open)
        router.post("/questions/{question}/remarks", use: answer)
        router.post("/declined-offers", use: note)
        router.post("/declined-offers/{offer}/end", use: askedAgain)
    }

    func desk(_ request: Request, _ context: Context) async throws -> Response {
        try await context.page(deskPage(context))
    }

    func ask(_ request: Request, _ context: Context) async throws -> Response {
        let form = try await request.decode(as: AskingForm.self, context: context)
        guard let linkWorker = Member.ID(form.linkWorker), let practice = Organisation.ID(form.practice)
        else {
            throw Missing()
        }
        do {
            let id = try await questions(context).ask(linkWorker, at: practice, form.words)
            return .seeOther("/questions/\(id)")
        } catch let refused as Question.Refused {
            let problem = DeskPage.Asking(
                linkWorker: linkWorker,
                words: form.words,
                sentence: refused.sentence
            )
            return try await context.page(deskPage(context, problem), status: .unprocessableContent)
        }
    }

    func open(_ request: Request, _ context: Context) async throws -> Response {
        try await context.page(questions(context).open(context.id("question")))
    }

    func answer(_ request: Request, _ context: Context) async throws -> Response {
        let form = try await request.decode(as: RemarkForm.self, context: context)
        let id: Question.ID = try context.id("question")
        do {
            try await questions(context).answer(id, form.words)
            return .seeOther("/questions/\(id)")
        } catch let refused as Remark.Refused {
            context.comesBack()
            var page = try await questions(context).open(id)
            (page.problem, page.typed) = (refused.sentence, form.words)
            return context.page(page, status: .unprocessableContent)
        }
    }

    func note(_ request: Request, _ context: Context) async throws -> Response {
        let member = try context.member
        guard !member.practices.isEmpty else { throw Missing() }
        let shown = { try await deskPage(context) }
        return try await context.form(\DeskPage.offering, of: shown, from: request) { form in
            let (words, practice, day) = try form.read(at: member.practices, today: Day(.now))
            try await DeclinedOffers(store: context.store(store), member: member)
                .note(words, at: practice, remindOn: day)
            return .seeOther("/desk")
        }
    }

    func askedAgain(_ request: Request, _ context: Context) async throws -> Response {
        let offers = try DeclinedOffers(store: context.store(store), member: context.member)
        try await offers.end(context.id("offer"))
        return .seeOther("/desk")
    }

    private func deskPage(_ context: Context, _ problem: DeskPage.Asking? = nil) async throws -> DeskPage {
        let member = try context.member
        guard !member.practices.isEmpty || member.isA(.coordinator) else { throw Missing() }
        let desk = try await Desks(store: store, member: member).open()
        var page = DeskPage(desk, problem: problem, at: .now)
        if Home.beginning(of: member) == "/desk" {
            page.needs = try await Home(store: store, member: member, site: site).needs()
        }
        return page
    }

    private func questions(_ context: Context) throws -> Questions {
        try Questions(store: context.store(store), member: context.member)
    }
}

struct AskingForm: Decodable, Sendable {
    let linkWorker: String
    let practice: String
    let words: String
}

struct RemarkForm: Decodable, Sendable {
    let words: String
}
