import Foundation
import Kernel
import Store

extension SeedFile.Owed {
    /// Something that was asked to be done differently, and what was said to it.
    struct Adjusted: Decodable, Sendable {
        let linkWorker: String
        let practice: String
        let kind: String
        let words: String
        let ago: Int
        let turns: [Turn]

        struct Turn: Decodable, Sendable {
            let act: String
            let by: String
            let ago: Int
            /// In how many days, where it is a yes.
            let `in`: Int?
            let words: String?
        }
    }

    /// Something small that a practice did, and whether it happened.
    struct Welcomed: Decodable, Sendable {
        let linkWorker: String
        let practice: String
        let by: String
        let kind: String
        let words: String
        let ago: Int
        let happened: Bool?
    }

    /// Somebody new and a link worker who have met.
    struct Acquainted: Decodable, Sendable {
        let newcomer: String
        let linkWorker: String
        let practice: String
        let by: String
        let ago: Int
    }
}

extension SeedGround {
    func adjust(_ one: SeedFile.Owed.Adjusted) async throws {
        let placement = try await placement(one.linkWorker, one.practice)
        let id = try await Adjustments(store: store, member: member(one.linkWorker), site: site).ask(
            .init(kind: Adjustment.Kind(rawValue: one.kind) ?? .other, words: one.words),
            in: placement,
            at: instant(one.ago, "09:20")
        )
        for turn in one.turns {
            guard let act = Adjustment.Act(rawValue: turn.act) else { continue }
            let at = instant(turn.ago, "12:10")
            let said = Adjustments.Said(
                act: act,
                words: turn.words ?? "",
                by: act == .yes ? Day(at).advanced(by: turn.in ?? 14) : nil
            )
            try await Adjustments(store: store, member: member(turn.by), site: site)
                .say(said, to: id, in: placement, at: at)
        }
    }

    func welcome(_ one: SeedFile.Owed.Welcomed) async throws {
        let placement = try await placement(one.linkWorker, one.practice)
        let kind = WelcomeAct.Kind(rawValue: one.kind) ?? .meal
        try await WelcomeActs(store: store, member: member(one.by), site: site)
            .offer(kind, one.words, in: placement, at: instant(one.ago, "10:15"))
        guard let happened = one.happened else { return }
        try await WelcomeActs(store: store, member: member(one.linkWorker), site: site)
            .say(happened, of: kind, in: placement, at: instant(one.ago - 5, "15:30"))
    }

    func acquaint(_ one: SeedFile.Owed.Acquainted) async throws {
        let placement = try await placement(one.linkWorker, one.practice)
        let (who, practice) = try (member(one.newcomer).id, place(one.practice))
        let membership: Key<Member.Membership>? = try await store.read {
            try $0.value("SELECT id FROM membership WHERE member = \(who) AND organisation = \(practice)")
        }
        guard let membership else {
            throw Seeds.Refused.unreadable("\(one.newcomer) is not at \(one.practice)")
        }
        try await Acquaintances(store: store, member: member(one.by), site: site)
            .say(true, of: membership, with: placement, at: instant(one.ago, "12:40"))
    }
}
