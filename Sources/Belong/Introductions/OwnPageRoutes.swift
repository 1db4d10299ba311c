import Foundation
import Hummingbird
import Kernel
import Store
import Web

/// Behind the person's own link: their plan, the places picked out with them, how
/// it went, what was said of them and what they agreed to; each theirs to answer.
struct OwnPageRoutes: LinkPage, Routes {
    let store: any Store
    let opens = Link.Opens.ownPage

    func add(to router: RouterGroup<Context>) {
        router.post("/l/{token}/attendance", use: say)
        router.post("/l/{token}/agreement", use: agree)
        router.post("/l/{token}/withdrawal", use: takeBack)
    }

    func show(_ token: String, _ request: Request, _ context: Context) async throws -> Response {
        try await context.page(page(token))
    }

    /// Their own words beside what their referrer was told, or whether a place still runs.
    func answer(_ token: String, _ request: Request, _ context: Context) async throws -> Response {
        let shown = { try await page(token) }
        return try await context.form(\OwnPlaces.typed, of: shown, from: request) { form in
            if let (activity, isRunning) = form.told {
                try await OwnShortlist(store: context.store(store)).say(isRunning, of: activity, token)
                return .seeOther("/l/\(token)")
            }
            let (news, words) = try OwnWordsForm(news: form.news ?? "", words: form.words ?? "").read()
            try await OwnNews(store: context.store(store)).write(words, beside: news, token)
            return .seeOther("/l/\(token)")
        }
    }

    /// How it went at one group.
    func say(_ request: Request, _ context: Context) async throws -> Response {
        let token = try token(context)
        let again = { (form: OwnVoiceForm, problems: Problems) in
            var page = try await page(token)
            page.voices.typed = form
            page.voices.problems = problems
            return page
        }
        return try await context.form(OwnVoiceForm.self, from: request, again: again) { form in
            let (introduction, attendance) = try form.read()
            try await OwnVoices(store: context.store(store))
                .say(attendance, for: form.said.hearers, of: introduction, token)
            return .seeOther("/l/\(token)")
        }
    }

    /// How much whoever suggested this hears.
    func agree(_ request: Request, _ context: Context) async throws -> Response {
        let token = try token(context)
        let form = try await request.decode(as: AgreementForm.self, context: context)
        try await OwnNews(store: context.store(store)).choose(form.read(), token)
        return .seeOther("/l/\(token)")
    }

    /// A group that shall not know of them any more.
    func takeBack(_ request: Request, _ context: Context) async throws -> Response {
        let token = try token(context)
        let form = try await request.decode(as: TakingBackForm.self, context: context)
        try await OwnAgreements(store: context.store(store)).takeBack(form.read(), token)
        return .seeOther("/l/\(token)")
    }

    private func token(_ context: Context) throws -> String {
        guard let token = context.parameters.get("token") else { throw Missing() }
        return token
    }

    private func page(_ token: String) async throws -> OwnPlaces {
        let own = try await OwnPages(store: store).open(token)
        let activities = try await store.read { view in
            try view.shortlist(of: view.opened(token, .ownPage, at: .now))
        }
        let address = "/l/\(token)"
        let answers = try await OwnAnswers(store: store).card(token)
        let story = try await OwnStories(store: store).card(token)
        let asked = try await LightAnswers(store: store).asked(token)
            .map { LightQuestionsCard(asked: $0, address: "\(address)/check-in").html }
        return try await OwnPlaces(
            own: own,
            places: activities.filter(\.isOffered).map { .init($0) },
            told: OwnNews(store: store).told(token),
            address: address,
            voices: OwnVoiceCard(asked: OwnVoices(store: store).asked(token), address: address),
            agreements: OwnAgreementsCard(
                groups: OwnAgreements(store: store).groups(token),
                extent: OwnNews(store: store).extent(token),
                address: address
            ),
            met: OwnPlaceCard(asked: OwnPlaceAnswers(store: store).asked(token), address: address),
            asked: [answers.asking, story.asking, asked].compactMap(\.self),
            cards: [answers.kept, story.kept, SaidOfUsCard.html(LightAnswers(store: store).said(token))]
                .compactMap(
                    \.self
                )
        )
    }
}
