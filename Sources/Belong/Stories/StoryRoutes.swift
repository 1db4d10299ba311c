import Foundation
import Hummingbird
import Kernel
import Store
import Web

/// Stories for the practice meeting: written on somebody's page, read by them, told.
struct StoryRoutes: Routes {
    let store: any Store
    let site: WebAddress

    func add(to router: RouterGroup<Context>) {
        router.get("/stories", use: stories)
        router.get("/stories/sheet", use: sheet)
        router.get("/cases/{case}/stories", use: begin)
        router.post("/cases/{case}/stories", use: tell)
        router.get("/cases/{case}/stories/{story}", use: change)
        router.post("/cases/{case}/stories/{story}", use: tellAnew)
        router.post("/cases/{case}/stories/{story}/asking", use: ask)
        router.post("/cases/{case}/stories/{story}/agreement", use: hear)
        router.post("/cases/{case}/stories/{story}/withdrawal", use: takeBack)
        router.post("/cases/{case}/stories/{story}/end", use: letGo)
        router.get("/l/{token}/story", use: own)
        router.post("/l/{token}/story", use: say)
        router.post("/l/{token}/story/withdrawal", use: takeOwnBack)
    }

    func stories(_ request: Request, _ context: Context) async throws -> Response {
        let member = try context.member
        let meeting = try await Stories(store: store, member: member).meeting(practice(request, context))
        return context.page(
            StoriesPage(
                meeting: meeting,
                practices: Stories.practices(of: member),
                writes: member.isA(.linkWorker)
            )
        )
    }

    func sheet(_ request: Request, _ context: Context) async throws -> Response {
        let door = try Stories(store: store, member: context.member)
        return try await context.page(StorySheet(meeting: door.meeting(practice(request, context), .printed)))
    }

    func begin(_ request: Request, _ context: Context) async throws -> Response {
        try await context.page(cases(context).stories(context.id("case")))
    }

    func tell(_ request: Request, _ context: Context) async throws -> Response {
        try await keep(nil, request, context)
    }

    func change(_ request: Request, _ context: Context) async throws -> Response {
        let story: MeetingStory.ID = try context.id("story")
        var page = try await cases(context).stories(context.id("case"))
        guard let found = page.stories.first(where: { $0.id == story && !$0.isOver }) else { throw Missing() }
        let version = found.version
        page.form = StoryForm(kind: found.kind.rawValue, title: version.title, words: version.words)
        page.changing = story
        return context.page(page)
    }

    func tellAnew(_ request: Request, _ context: Context) async throws -> Response {
        try await keep(context.id("story"), request, context)
    }

    private func keep(
        _ story: MeetingStory.ID?,
        _ request: Request,
        _ context: Context
    ) async throws -> Response {
        let id: Case.ID = try context.id("case")
        let known = try await cases(context).knownOfThem(id)
        let again = { (form: StoryForm, problems: Problems) in
            var page = try await Cases(store: store, member: context.member).stories(id)
            (page.form, page.changing, page.problems) = (form, story, problems)
            page.pointed = StoryForm.points(form.title ?? "", form.words ?? "", known)
            return page
        }
        return try await context.form(StoryForm.self, from: request, again: again) { form in
            try await cases(context).tell(form.read(known), story, of: id)
            return .seeOther("/cases/\(id)/stories")
        }
    }

    func ask(_ request: Request, _ context: Context) async throws -> Response {
        let id: Case.ID = try context.id("case")
        try await cases(context).askThem(about: context.id("story"), of: id, at: site)
        return .seeOther("/cases/\(id)/stories")
    }

    func hear(_ request: Request, _ context: Context) async throws -> Response {
        let id: Case.ID = try context.id("case")
        let again = { (_: StoryAnswerForm, problems: Problems) in
            var page = try await Cases(store: store, member: context.member).stories(id)
            page.problems = problems
            return page
        }
        return try await context.form(StoryAnswerForm.self, from: request, again: again) { form in
            let (version, said) = try form.read()
            try await cases(context).hear(said, to: version, of: context.id("story"), in: id)
            return .seeOther("/cases/\(id)/stories")
        }
    }

    func takeBack(_ request: Request, _ context: Context) async throws -> Response {
        try await end(.takenBack, context)
    }

    func letGo(_ request: Request, _ context: Context) async throws -> Response {
        try await end(.letGo, context)
    }

    private func end(_ why: MeetingStory.Ending, _ context: Context) async throws -> Response {
        let id: Case.ID = try context.id("case")
        try await cases(context).end(context.id("story"), why, of: id)
        return .seeOther("/cases/\(id)/stories")
    }

    func own(_ request: Request, _ context: Context) async throws -> Response {
        let token = try token(context)
        do {
            return try await context.page(OwnStories(store: store).page(token))
        } catch is Missing {
            // The page itself says whom to ring.
            return .seeOther("/l/\(token)")
        }
    }

    func say(_ request: Request, _ context: Context) async throws -> Response {
        let token = try token(context)
        try await Pacing(store: store).take(.link, from: context.address)
        let again = { (_: StoryAnswerForm, problems: Problems) in
            var page = try await OwnStories(store: store).page(token)
            page.problems = problems
            return page
        }
        return try await context.form(StoryAnswerForm.self, from: request, again: again) { form in
            let (version, said) = try form.read()
            try await OwnStories(store: context.store(store)).say(said, to: version, token)
            return .seeOther("/l/\(token)/story")
        }
    }

    func takeOwnBack(_ request: Request, _ context: Context) async throws -> Response {
        let token = try token(context)
        let form = try await request.decode(as: OwnStoryForm.self, context: context)
        guard let story = MeetingStory.ID(form.story) else { throw Missing() }
        try await OwnStories(store: context.store(store)).takeBack(story, token)
        return .seeOther("/l/\(token)/story")
    }

    private func token(_ context: Context) throws -> String {
        guard let token = context.parameters.get("token") else { throw Missing() }
        return token
    }

    private func practice(_ request: Request, _ context: Context) throws -> Organisation.ID? {
        try context.asked("practice", of: request).map { text in
            guard let id = Organisation.ID(text) else { throw Missing() }
            return id
        }
    }

    private func cases(_ context: Context) throws -> Cases {
        try Cases(store: context.store(store), member: context.member)
    }
}

/// Which of their stories is taken back.
private struct OwnStoryForm: Decodable, Sendable {
    let story: String
}
