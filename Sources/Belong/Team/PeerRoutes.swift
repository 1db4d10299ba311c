import Foundation
import Hummingbird
import Kernel
import Store
import Web

/// Asking peers, and the team with what each brings.
struct PeerRoutes: Routes {
    let store: any Store

    func add(to router: RouterGroup<Context>) {
        router.get("/team", use: team)
        router.get("/peers", use: all)
        router.post("/peers", use: ask)
        router.get("/peers/{question}", use: open)
        router.post("/peers/{question}", use: answer)
        router.post("/peers/{question}/answers/{answer}/kept", use: keep)
    }

    func team(_ request: Request, _ context: Context) async throws -> Response {
        let sought = context.asked("q", of: request) ?? ""
        return try await context.page(Team(store: store, member: context.member).page(sought))
    }

    func all(_ request: Request, _ context: Context) async throws -> Response {
        try await context.page(looking(context).all(context.asked("q", of: request) ?? ""))
    }

    func ask(_ request: Request, _ context: Context) async throws -> Response {
        let shown = { try await looking(context).all() }
        let peers = try peers(context)
        return try await context.form(\PeersPage.form, of: shown, from: request) { form in
            let words = try form.read()
            let network = form.network.flatMap { Organisation.ID($0) }
            let id = try await Self.named { try await peers.ask(words, in: network) }
            return .seeOther("/peers/\(id)")
        }
    }

    func open(_ request: Request, _ context: Context) async throws -> Response {
        try await context.page(looking(context).open(context.id("question")))
    }

    func answer(_ request: Request, _ context: Context) async throws -> Response {
        let id: PeerQuestion.ID = try context.id("question")
        let shown = { try await looking(context).open(id) }
        let peers = try peers(context)
        return try await context.form(\PeerQuestionPage.form, of: shown, from: request) { form in
            let words = try form.read()
            try await Self.named { try await peers.answer(id, words) }
            return .seeOther("/peers/\(id)")
        }
    }

    func keep(_ request: Request, _ context: Context) async throws -> Response {
        let id: PeerQuestion.ID = try context.id("question")
        try await peers(context).keep(context.id("answer"), of: id)
        return .seeOther("/peers/\(id)")
    }

    /// Somebody who is named is a problem of the form, so that what was typed comes back.
    private static func named<Answer>(_ said: () async throws -> Answer) async throws -> Answer {
        do {
            return try await said()
        } catch let refused as PeerQuestion.Refused {
            throw PeerForm.problem(refused)
        }
    }

    private func looking(_ context: Context) throws -> Peers {
        try Peers(store: store, member: context.member)
    }

    private func peers(_ context: Context) throws -> Peers {
        try Peers(store: context.store(store), member: context.member)
    }
}
