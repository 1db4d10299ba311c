import Foundation
import Hummingbird
import Kernel
import Store
import Web

/// Where the few questions to staff, groups and people are answered: beside what they come from.
struct LightQuestionRoutes: Routes {
    let store: any Store

    func add(to router: RouterGroup<Context>) {
        router.post("/news/{news}/check-in", use: afterNews)
        router.post("/referrals/{referral}/check-in", use: afterReferral)
        router.post("/l/{token}/check-in", use: behindLink)
    }

    func afterNews(_ request: Request, _ context: Context) async throws -> Response {
        let id: News.ID = try context.id("news")
        let form = try await request.decode(as: LightQuestionForm.self, context: context)
        try await asking(context).answer(form.said, after: id, by: context.member.id)
        return .seeOther("/news/\(id)")
    }

    func afterReferral(_ request: Request, _ context: Context) async throws -> Response {
        let id: Referral.ID = try context.id("referral")
        let form = try await request.decode(as: LightQuestionForm.self, context: context)
        try await asking(context).answer(form.said, after: id, by: context.member.id)
        return .seeOther("/referrals/\(id)")
    }

    func behindLink(_ request: Request, _ context: Context) async throws -> Response {
        guard let token = context.parameters.get("token") else { throw Missing() }
        let form = try await request.decode(as: LightQuestionForm.self, context: context)
        try await asking(context).answer(form.said, token)
        return .seeOther("/l/\(token)")
    }

    private func asking(_ context: Context) -> LightAnswers {
        LightAnswers(store: context.store(store))
    }
}

/// What was tapped. To leave it out is to send nothing.
struct LightQuestionForm: Decodable, Sendable {
    var answers: [String: String]?
    var began: String?
    var skip: String?

    var said: CheckInForm {
        var form = CheckInForm()
        form.began = began
        form.answers = skip == nil ? answers : nil
        return form
    }
}
