import Foundation
import Kernel
import Store

extension SeedFile {
    /// The meetings of the practices and whose rule applies.
    struct Agreed: Decodable, Sendable {
        let meetings: [Gathered]
        let rules: [Ruled]
        let conflicts: [Differing]

        struct Gathered: Decodable, Sendable {
            let linkWorker: String
            let practice: String
            let by: String
            let name: String
            let place: String
            /// Counted from the Monday of this week.
            let day: Int
            let from: String
            let minutes: Int
            /// How it went in the weeks before this one, the latest first.
            let went: [String]
            let item: String?
            let question: String?
        }

        struct Ruled: Decodable, Sendable {
            let linkWorker: String
            let practice: String
            let question: String
            let party: String
            let owner: String
            let words: String?
        }

        struct Differing: Decodable, Sendable {
            let linkWorker: String
            let practice: String
            let question: String
            let one: String
            let other: String
            let words: String
            let ago: Int
        }
    }
}

extension SeedGround {
    func agree(_ agreed: SeedFile.Agreed) async throws {
        for gathered in agreed.meetings { try await gather(gathered) }
        for ruled in agreed.rules {
            let placement = try await placement(ruled.linkWorker, ruled.practice)
            let named = try Rules.Named(
                question: Rule.Question(rawValue: ruled.question) ?? .place,
                party: Rule.Party(rawValue: ruled.party) ?? .employer,
                owner: member(ruled.owner).id
            )
            try await rules(ruled.linkWorker).name(named, in: placement, at: instant(60, nil))
            let look = try await rules(ruled.linkWorker).look(at: placement, at: now)
            if let words = ruled.words,
                let id = look.rules.first(where: { $0.question == named.question })?.id
            {
                try await rules(ruled.owner).confirm(id, words, in: placement, at: instant(55, nil))
            }
        }
        for differing in agreed.conflicts {
            let asked = try Rules.Asked(
                question: Rule.Question(rawValue: differing.question) ?? .records,
                one: member(differing.one).id,
                other: member(differing.other).id,
                words: differing.words
            )
            let placement = try await placement(differing.linkWorker, differing.practice)
            try await rules(differing.linkWorker).raise(asked, in: placement, at: instant(differing.ago, nil))
        }
    }

    private func rules(_ key: String) throws -> Rules {
        try Rules(store: store, member: member(key), site: site)
    }

    private func gather(_ one: SeedFile.Agreed.Gathered) async throws {
        let placement = try await placement(one.linkWorker, one.practice)
        let by = try Meetings(store: store, member: member(one.by), site: site)
        let own = try Meetings(store: store, member: member(one.linkWorker), site: site)
        let first = Day(now).monday.advanced(by: one.day - 1 - 7 * one.went.count)
        let begins = DiaryHours.instant(first, TimeOfDay.minute(one.from) ?? 780)
        let asked = Meetings.Asked(
            name: one.name,
            place: one.place,
            beginsAt: begins,
            endsAt: begins + Double(one.minutes) * 60,
            times: one.went.count + 4
        )
        try await by.plan(asked, in: placement, at: begins - 7 * 86_400)
        let meetings = try await own.look(at: placement, at: now).meetings.filter { $0.name == one.name }
        let been = meetings.filter { $0.beginsAt <= now }.sorted { $0.beginsAt > $1.beginsAt }
        for (meeting, went) in zip(been, one.went) {
            guard let answer = Meeting.Answer(rawValue: went) else { continue }
            try await own.answer(answer, to: meeting.id, in: placement, at: now)
        }
        guard let next = meetings.first(where: { $0.beginsAt > now }) else { return }
        if let item = one.item { try await own.add(item, to: next.id, in: placement, at: now) }
        if let question = one.question { try await by.add(question, to: next.id, in: placement, at: now) }
    }
}
