import Foundation
import Hummingbird
import Kernel
import Store
import Web

/// The registry, its reviews, and the talks about asking everybody.
struct MeasureRoutes: Routes {
    let store: any Store

    func add(to router: RouterGroup<Context>) {
        router.get("/measures", use: registry)
        router.post("/measures/{measure}/review", use: review)
        router.get("/measures/{measure}/talks/new", use: wish)
        router.post("/measures/{measure}/talks", use: open)
        router.get("/measure-talks/{talk}", use: talk)
        router.post("/measure-talks/{talk}/turns", use: say)
        router.post("/measure-talks/{talk}/answer", use: answer)
    }

    func registry(_ request: Request, _ context: Context) async throws -> Response {
        try await context.page(page(context))
    }

    func review(_ request: Request, _ context: Context) async throws -> Response {
        let measure = try measure(context)
        let again = { (form: WordsForm, problems: Problems) in
            var page = try await page(context)
            (page.form, page.reviewing, page.problems) = (form, measure, problems)
            return page
        }
        return try await context.form(WordsForm.self, from: request, again: again) { form in
            var problems = Problems()
            let gain = problems.text(form.words, "words", "Say what the person gains by it", upTo: 600)
            guard let gain else { throw problems }
            try await measures(context).review(measure, gain)
            return .seeOther("/measures")
        }
    }

    func wish(_ request: Request, _ context: Context) async throws -> Response {
        try await context.page(mandatory(context))
    }

    func open(_ request: Request, _ context: Context) async throws -> Response {
        let measure = try measure(context)
        guard let first = try talks(context).practices.first else { throw Missing() }
        let shown = { try await mandatory(context) }
        return try await context.form(\MandatoryPage.form, of: shown, from: request) { form in
            let practice = form.practice.flatMap { Organisation.ID($0) } ?? first.id
            let talk = try await talks(context).open(form.read(), for: measure, at: practice)
            return .seeOther("/measure-talks/\(talk)")
        }
    }

    func talk(_ request: Request, _ context: Context) async throws -> Response {
        try await context.page(talkPage(context))
    }

    func say(_ request: Request, _ context: Context) async throws -> Response {
        let id: MeasureTalk.ID = try context.id("talk")
        let form = try await request.decode(as: WordsForm.self, context: context)
        let words = form.words.asWritten
        if !words.isEmpty { try await talks(context).say(String(words.prefix(2_000)), in: id) }
        return .seeOther("/measure-talks/\(id)")
    }

    func answer(_ request: Request, _ context: Context) async throws -> Response {
        let id: MeasureTalk.ID = try context.id("talk")
        _ = try await talks(context).find(id)
        let shown = { try await talkPage(context) }
        return try await context.form(\MeasureTalkPage.form, of: shown, from: request) { form in
            let (answer, words) = try form.read()
            try await talks(context).answer(answer, words, to: id)
            return .seeOther("/measure-talks/\(id)")
        }
    }

    private func page(_ context: Context) async throws -> MeasuresPage {
        try await MeasuresPage(
            entries: Measures(store: store, member: context.member).registry(),
            talks: MeasureTalks(store: store, member: context.member).all(),
            may: MeasuresPage.May(context.member),
            now: .now
        )
    }

    private func mandatory(_ context: Context) async throws -> MandatoryPage {
        let practices = try MeasureTalks(store: store, member: context.member).practices
        guard !practices.isEmpty else { throw Missing() }
        let entry = try await Measures(store: store, member: context.member).find(measure(context))
        return MandatoryPage(entry: entry, practices: practices)
    }

    private func talkPage(_ context: Context) async throws -> MeasureTalkPage {
        let door = try MeasureTalks(store: store, member: context.member)
        let talk = try await door.find(context.id("talk"))
        return MeasureTalkPage(talk: talk, reader: door.member.id, mayAnswer: door.mayAnswer(talk))
    }

    private func measure(_ context: Context) throws -> Measure {
        guard let measure = context.parameters.get("measure").flatMap({ Measure(path: $0) }) else {
            throw Missing()
        }
        return measure
    }

    private func measures(_ context: Context) throws -> Measures {
        try Measures(store: context.store(store), member: context.member)
    }

    private func talks(_ context: Context) throws -> MeasureTalks {
        try MeasureTalks(store: context.store(store), member: context.member)
    }
}
