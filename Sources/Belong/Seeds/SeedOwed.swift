import Foundation
import Kernel
import Store

extension SeedFile {
    /// What link workers are owed at their practices, and what became of it.
    struct Owed: Decodable, Sendable {
        let issues: [Raised]
        let supervision: [Supervised]
        let readiness: [Ready]
        let induction: [Met]
        let reviews: [Looked]
        let funding: [Paid]
        let learning: [Wished]
        let exits: [Left]
        let adjustments: [Adjusted]
        let welcome: [Welcomed]
        let met: [Acquainted]
        let cards: [Card]
        let profiles: [Read]

        struct Raised: Decodable, Sendable {
            let practice: String
            let by: String
            let kind: String
            let words: String
            let whose: String
            let ago: Int
            let turns: [Turn]

            struct Turn: Decodable, Sendable {
                let act: String
                let by: String
                let ago: Int
                let to: String?
                let words: String?
            }
        }

        struct Supervised: Decodable, Sendable {
            let linkWorker: String
            let practice: String
            let hat: String
            let with: String
            let every: Int
            let since: Int
            /// Days ago on which it was held, and of use.
            let held: [Int]
            let cancelled: [Int]?
            let next: Int?
            let gp: String?
        }

        struct Ready: Decodable, Sendable {
            let linkWorker: String
            let practice: String
            let by: String
            let done: [String]
            let works: [String]
            let doesNot: [String]
        }

        struct Met: Decodable, Sendable {
            let linkWorker: String
            let practice: String
            let by: String
            let kind: String
            let with: String
            /// Days from today; past days are below nought.
            let day: Int
            let happened: Bool?
        }
    }
}

extension SeedGround {
    func owe(_ owed: SeedFile.Owed) async throws {
        for raised in owed.issues { try await raise(raised) }
        for supervised in owed.supervision { try await supervise(supervised) }
        for one in owed.readiness { try await makeReady(one) }
        for met in owed.induction { try await meet(met) }
        for looked in owed.reviews { try await review(looked) }
        for paid in owed.funding { try await fund(paid) }
        for wished in owed.learning { try await learn(wished) }
        for adjusted in owed.adjustments { try await adjust(adjusted) }
        for welcomed in owed.welcome { try await welcome(welcomed) }
        for met in owed.met { try await acquaint(met) }
        for card in owed.cards { try await write(card) }
        for read in owed.profiles { try await open(read) }
        try await mark()
    }

    private func raise(_ raised: SeedFile.Owed.Raised) async throws {
        let asked = try Issues.Asked(
            practice: place(raised.practice),
            kind: Issue.Kind(rawValue: raised.kind) ?? .other,
            words: raised.words,
            whose: member(raised.whose).id
        )
        let id = try await Issues(store: store, member: member(raised.by), site: site)
            .raise(asked, at: instant(raised.ago, "09:40"))
        for turn in raised.turns {
            guard let act = Issue.Act(rawValue: turn.act) else { continue }
            try await Issues(store: store, member: member(turn.by), site: site)
                .say(
                    act,
                    turn.words ?? "",
                    to: turn.to.map { try member($0).id },
                    on: id,
                    at: instant(turn.ago, "11:20")
                )
        }
    }

    private func supervise(_ one: SeedFile.Owed.Supervised) async throws {
        let (linkWorker, with) = try (member(one.linkWorker), member(one.with))
        let placement = try await placement(one.linkWorker, one.practice)
        let own = Supervisions(store: store, member: linkWorker, site: site)
        let hat = Supervision.Hat(rawValue: one.hat) ?? .cases
        let rhythm = Supervision.Rhythm(rawValue: one.every) ?? .monthly
        let since = instant(one.since, nil)
        try await own.agree(.init(hat: hat, supervisor: with.id, rhythm: rhythm), in: placement, at: since)
        if let gp = one.gp { try await own.name(member(gp).id, in: placement, at: since) }
        for ago in one.held {
            let begins = London.instant(Day(now).advanced(by: -ago).worked, hour: 14)
            let id = try await own.plan(hat, begins, in: placement, at: begins - 10 * 86_400)
            try await own.held(id, .yes, at: begins)
        }
        for ago in one.cancelled ?? [] {
            let begins = London.instant(Day(now).advanced(by: -ago).worked, hour: 14)
            let id = try await own.plan(hat, begins, in: placement, at: begins - 10 * 86_400)
            let (_, slots) = try await own.proposed(id, at: begins - 86_400)
            try await Supervisions(store: store, member: with, site: site)
                .cancel(id, offering: slots, at: begins - 86_400)
        }
        if let next = one.next {
            let begins = London.instant(Day(now).advanced(by: next).worked, hour: 14)
            try await own.plan(hat, begins, in: placement, at: now)
        }
    }

    private func makeReady(_ one: SeedFile.Owed.Ready) async throws {
        let placement = try await placement(one.linkWorker, one.practice)
        let (by, own) = try (
            SetUps(store: store, member: member(one.by)), SetUps(store: store, member: member(one.linkWorker))
        )
        let placed = try await own.look(at: placement, at: now).placed
        let began = London.instant(placed.beganOn, hour: 9)
        try await by.begin(placement, at: began - 20 * 86_400)
        for item in one.done.compactMap(SetUp.Item.init(rawValue:)) {
            try await by.say(.done, of: item, in: placement, at: began - 2 * 86_400)
        }
        for item in one.works.compactMap(SetUp.Item.init(rawValue:)) {
            try await own.say(.works, of: item, in: placement, at: began + 3 * 86_400)
        }
        for item in one.doesNot.compactMap(SetUp.Item.init(rawValue:)) {
            try await own.say(.doesNot, "not for the branch", of: item, in: placement, at: began + 3 * 86_400)
        }
    }

    private func meet(_ one: SeedFile.Owed.Met) async throws {
        let placement = try await placement(one.linkWorker, one.practice)
        let begins = London.instant(Day(now).advanced(by: one.day).worked, hour: 9)
        let asked = try Inductions.Asked(
            kind: Induction.Kind(rawValue: one.kind) ?? .other,
            colleague: member(one.with).id,
            beginsAt: begins
        )
        let id = try await Inductions(store: store, member: member(one.by), site: site)
            .plan(asked, in: placement, at: min(now, begins - 14 * 86_400))
        guard let happened = one.happened else { return }
        try await Inductions(store: store, member: member(one.linkWorker), site: site)
            .say(happened, of: id, in: placement, at: min(now, begins + 5 * 3_600))
    }

    func placement(_ linkWorker: String, _ practice: String) async throws -> Placement.ID {
        let (who, place) = try (member(linkWorker).id, place(practice))
        let found: Placement.ID? = try await store.read {
            try $0.value("SELECT id FROM placement WHERE link_worker = \(who) AND practice = \(place)")
        }
        guard let found else { throw Seeds.Refused.unreadable("\(linkWorker) is not placed at \(practice)") }
        return found
    }
}

extension Day {
    /// The Friday before, if it is a weekend.
    var worked: Day { advanced(by: -max(0, weekday.rawValue - 5)) }
}
