import Foundation
import Hummingbird
import Kernel
import Store
import Web

/// Referring, for those who work here.
struct ReferralRoutes: Routes {
    let store: any Store
    let site: WebAddress

    func add(to router: RouterGroup<Context>) {
        router.get("/referrals/new", use: blank)
        router.post("/referrals", use: refer)
        router.get("/waiting", use: waiting)
        router.get("/referrals/{referral}", use: open)
        router.get("/referrals/{referral}/letter", use: letter)
        router.post("/referrals/{referral}/acceptance", use: accept)
        router.post("/referrals/{referral}/decline", use: decline)
        router.post("/referrals/{referral}/passing", use: pass)
        router.post("/referrals/{referral}/remarks", use: say)
        router.post("/referrals/{referral}/said", use: answerSaid)
    }

    func blank(_ request: Request, _ context: Context) async throws -> Response {
        let draft = context.asked("draft", of: request).flatMap { Draft.ID($0) }
        var form = try await begin(context).kept(draft, context) ?? ReferralForm()
        form.practice = form.practice ?? context.asked("practice", of: request)
        form.linkWorker = form.linkWorker ?? context.asked("linkWorker", of: request)
        form.question = form.question ?? context.asked("question", of: request)
        form.offer = form.offer ?? context.asked("offer", of: request)
        form.again = form.again ?? context.asked("again", of: request)
        form.heeded = nil
        let sought = context.asked("surgery", of: request)
        if let surgeries = try await begin(context).toFind(form, sought: sought, at: .now) {
            return context.page(SurgeryPage(referring: surgeries))
        }
        return try await context.page(begin(context).page(form, goingOn: draft, at: .now))
    }

    func refer(_ request: Request, _ context: Context) async throws -> Response {
        let again = { (form: ReferralForm, problems: Problems) in
            try await begin(context).again(form, problems, at: .now)
        }
        return try await context.form(ReferralForm.self, from: request, again: again) { form in
            let asked = try form.read(today: Day(.now))
            let referring = try Referring(store: context.store(store), member: context.member, site: site)
            if let prompt = try await referring.prompt(before: asked, isHeeded: form.isHeeded) {
                let page = try await begin(context).again(form, prompt: prompt, at: .now)
                return context.page(page, status: .unprocessableContent)
            }
            switch try await referring.refer(asked) {
            case .sent(let referral): return .seeOther("/referrals/\(referral)")
            case .whoIsMeant(let matches):
                let page = try await begin(context).again(form, whoIsMeant: matches, at: .now)
                return context.page(page, status: .unprocessableContent)
            }
        }
    }

    func waiting(_ request: Request, _ context: Context) async throws -> Response {
        let member = try context.member
        guard member.isA(.linkWorker) else { throw Missing() }
        let referrals = Referrals(store: store, member: member)
        let questions = try await Questions(store: store, member: member).unanswered()
        var page = try await WaitingPage(referrals.waiting(), questions, seenBy: member, at: .now)
        let toLookAt = try await referrals.toLookAt()
        page.lookAgain = toLookAt
        page.saidNo = try await referrals.saidNo().map { WaitingPage.No($0, toLookAt: toLookAt, at: .now) }
        page.offered = try await HandOvers(store: store, member: member).offered().map {
            WaitingPage.Offered($0, at: .now)
        }
        page.answers = try await NewsReplies(store: store, member: member).unseen().count
        return context.page(page)
    }

    func open(_ request: Request, _ context: Context) async throws -> Response {
        let id: Referral.ID = try context.id("referral")
        var page = try await referrals(context).open(id)
        let asked = try await LightAnswers(store: store).asked(context.member.id, after: id)
        page.asked = asked.map { LightQuestionsCard(asked: $0, address: "/referrals/\(id)/check-in").html }
        return context.page(page)
    }

    func letter(_ request: Request, _ context: Context) async throws -> Response {
        try await context.page(referrals(context).letter(context.id("referral")))
    }

    func accept(_ request: Request, _ context: Context) async throws -> Response {
        let opened = try await referrals(context).accept(context.id("referral"))
        return .seeOther("/cases/\(opened)")
    }

    func decline(_ request: Request, _ context: Context) async throws -> Response {
        let form = try await request.decode(as: DeclineForm.self, context: context)
        guard let reason = Decline.Reason(rawValue: form.reason) else { throw Missing() }
        try await referrals(context).decline(
            context.id("referral"),
            Decline(reason: reason, words: form.words)
        )
        return .seeOther("/waiting")
    }

    func pass(_ request: Request, _ context: Context) async throws -> Response {
        let form = try await request.decode(as: PassingForm.self, context: context)
        guard let colleague = Member.ID(form.colleague) else { throw Passing.Refused.notAColleague }
        try await referrals(context).pass(context.id("referral"), to: colleague, form.words)
        return .seeOther("/waiting")
    }

    func say(_ request: Request, _ context: Context) async throws -> Response {
        let form = try await request.decode(as: RemarkForm.self, context: context)
        let id: Referral.ID = try context.id("referral")
        try await referrals(context).say(form.words, on: id)
        return .seeOther("/referrals/\(id)")
    }

    /// They were asked about what was said otherwise of them.
    func answerSaid(_ request: Request, _ context: Context) async throws -> Response {
        let form = try await request.decode(as: SaidAnswerForm.self, context: context)
        guard let answer = SaidAnswer(rawValue: form.answer) else { throw Missing() }
        let id: Referral.ID = try context.id("referral")
        try await referrals(context).answerSaid(id, answer)
        return .seeOther("/referrals/\(id)")
    }

    private func referrals(_ context: Context) throws -> Referrals {
        try Referrals(store: context.store(store), member: context.member)
    }

    private func begin(_ context: Context) throws -> ReferralBeginning {
        try ReferralBeginning(store: store, member: context.member)
    }
}

extension ReferralBeginning {
    /// What was typed into a draft.
    fileprivate func kept(_ draft: Draft.ID?, _ context: Context) async throws -> ReferralForm? {
        guard let draft else { return nil }
        return try await context.typed(in: Drafts(store: store, member: member).content(of: draft))
    }
}

struct SaidAnswerForm: Decodable, Sendable {
    let answer: String
}

struct DeclineForm: Decodable, Sendable {
    let reason: String
    let words: String
}

struct PassingForm: Decodable, Sendable {
    let colleague: String
    let words: String
}
