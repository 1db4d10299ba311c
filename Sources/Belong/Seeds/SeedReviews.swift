import Foundation
import Kernel
import Store

extension SeedFile.Owed {
    /// A review that was held, and what came of it; or one that is planned.
    struct Looked: Decodable, Sendable {
        let linkWorker: String
        let practice: String
        let by: String
        /// Days ago on which it was held.
        let held: Int?
        let words: String?
        let whose: String?
        let due: Int?
        let effect: String?
        let effectAgo: Int?
        /// Days from today for which it is planned.
        let next: Int?
    }
}

extension SeedGround {
    func review(_ one: SeedFile.Owed.Looked) async throws {
        let placement = try await placement(one.linkWorker, one.practice)
        let by = try Reviews(store: store, member: member(one.by), site: site)
        let own = try Reviews(store: store, member: member(one.linkWorker), site: site)
        if let next = one.next {
            let begins = London.instant(Day(now).advanced(by: next).worked, hour: 11)
            _ = try await by.plan(begins, in: placement, at: now)
        }
        guard let held = one.held, let words = one.words, let due = one.due else { return }
        let begins = London.instant(Day(now).advanced(by: -held), hour: 9)
        var id = try await own.look(at: placement, at: begins).next?.id
        if id == nil { id = try await by.plan(begins, in: placement, at: begins - 30 * 86_400) }
        guard let id else { return }
        let agreed = try Reviews.Agreed(
            words: words,
            whose: member(one.whose).id,
            dueOn: Day(begins).advanced(by: due)
        )
        try await by.close(id, with: agreed, at: begins + 1_200)
        try await own.say(true, of: id, at: begins + 2_400)
        guard let effect = one.effect.flatMap(Commitment.Effect.init(rawValue:)) else { return }
        try await own.say(effect, of: id, at: instant(one.effectAgo ?? 0, "16:00"))
    }
}
