import Foundation
import Kernel
import Store

extension SeedFile.Owed {
    /// Something a link worker asked to learn.
    struct Wished: Decodable, Sendable {
        let linkWorker: String
        let practice: String
        let words: String
        let cost: String?
        let ago: Int
        let by: String?
        let answered: Int?
        let yes: Bool?
        let why: String?
    }
}

extension SeedGround {
    func learn(_ one: SeedFile.Owed.Wished) async throws {
        let placement = try await placement(one.linkWorker, one.practice)
        let id = try await Learnings(store: store, member: member(one.linkWorker), site: site)
            .ask(
                .init(words: one.words, cost: one.cost ?? "", wantedOn: nil),
                in: placement,
                at: instant(one.ago, "12:30")
            )
        guard let by = one.by, let answered = one.answered else { return }
        try await Learnings(store: store, member: member(by), site: site)
            .answer(id, one.yes ?? true, one.why ?? "", in: placement, at: instant(answered, "13:10"))
    }
}
