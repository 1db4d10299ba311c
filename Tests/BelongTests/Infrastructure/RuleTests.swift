import Foundation
import Kernel
import Store
import Testing
import Web

@testable import Belong

@Suite("Whose rule applies")
struct RuleTests {
    let here: Neighbourhood
    let placement: Placement.ID
    let now = Neighbourhood.now

    init() async throws {
        here = try await Neighbourhood()
        placement = try await here.placement(of: here.sam)
    }

    private func door(_ member: Member) throws -> Rules {
        try Rules(store: here.store, member: member, site: Neighbourhood.site())
    }

    private func rule(_ question: Rule.Question) async throws -> Rule {
        let rules = try await door(here.sam).look(at: placement, at: now).rules
        return try #require(rules.first { $0.question == question })
    }

    private func named(_ owner: Member, _ question: Rule.Question = .leave) async throws {
        try await door(here.sam)
            .name(.init(question: question, party: .employer, owner: owner.id), in: placement, at: now)
    }

    private func conflict() async throws -> RuleConflict.ID {
        let asked = Rules.Asked(
            question: .records,
            one: here.peter.id,
            other: here.ruth.id,
            words: "Two systems want the same note"
        )
        return try await door(here.sam).raise(asked, in: placement, at: now)
    }

    @Test func `is asked in twelve everyday questions, and in three more that come up`() async throws {
        #expect(Rule.Question.twelve.count == 12)
        let rules = try await door(here.sam).look(at: placement, at: now).rules
        #expect(rules.map(\.question) == Rule.Question.allCases)
        #expect(rules.allSatisfy { $0.owner == nil })
    }

    @Test func `may be a clinician's, who says what holds, names nobody, and reads no conflict of others`()
        async throws
    {
        _ = try await conflict()
        let practice = try await door(here.sam).look(at: placement, at: now).placed.practice
        let mine = here.everyone.filter { $0.isA(.clinician) && $0.practices.contains(practice) }
        let gp = try #require(mine.first)
        await #expect(throws: Missing.self) { try await door(gp).look(at: placement, at: now) }
        try await named(gp, .safeguarding)

        let id = try #require(try await rule(.safeguarding).id)
        try await door(gp).confirm(id, "Tell me the same day.", in: placement, at: now)
        #expect(try await rule(.safeguarding).isConfirmed)
        #expect(try await door(gp).look(at: placement, at: now).conflicts.isEmpty)
        await #expect(throws: Missing.self) {
            try await door(gp)
                .name(.init(question: .leave, party: .host, owner: gp.id), in: placement, at: now)
        }
    }

    @Test func `has one owner, who alone says what holds`() async throws {
        try await named(here.nadia)
        try await named(here.ruth)
        #expect(try await rule(.leave).owner?.name == "Ruth Adler")
        let id = try #require(try await rule(.leave).id)
        for member in [here.sam, here.peter, here.nadia] {
            await #expect(throws: Missing.self, "\(member.name)") {
                try await door(member).confirm(id, "Any time", in: placement, at: now)
            }
        }
        #expect(try await door(here.ruth).waiting() == 1)
        try await door(here.ruth).confirm(id, "Two weeks ahead", in: placement, at: now)

        let placed = try await door(here.sam).look(at: placement, at: now).placed
        #expect(
            try await rule(.leave).state(in: placed)
                == "the employer, St Mark's Lunch Club: Ruth Adler. Two weeks ahead"
        )
        await #expect(throws: Rule.Refused.answered) {
            try await door(here.ruth).confirm(id, "Three", in: placement, at: now)
        }
        #expect(try await door(here.ruth).waiting() == 0)
    }

    @Test func `is answered by somebody of these organisations`() async throws {
        for other in [here.jo, here.olu, here.mina, here.walter, here.drOsei] {
            await #expect(throws: Rule.Refused.notThere, "\(other.name)") { try await named(other) }
        }
        #expect(Rule.Refused.notThere.sentence == "Choose somebody from the list.")
        #expect(
            Rule.Refused.answered.sentence == "Nobody is named for this just now, or it has been answered."
        )
        #expect(Rule.Refused.settled.sentence == "This has been settled already.")
    }

    @Test func `asked in two ways goes to both and whoever breaks the tie, with a clock`() async throws {
        let id = try await conflict()
        for member in [here.peter, here.ruth, here.nadia] {
            #expect(try await here.mail(to: member) == ["A link worker is asked for different things"])
        }
        let found = try await door(here.sam).conflict(id).conflict
        #expect(found.tieBreaker.name == "Nadia Aziz")
        #expect(found.state(at: now) == "to be settled by \(Day(now).advanced(by: 14).short)")
        let late = now + 20 * 86_400
        #expect(
            found.state(at: late)
                == "open for 20 days; it was to be settled by \(Day(now).advanced(by: 14).short)"
        )
        await #expect(throws: Missing.self) { try await door(here.sam).settle(id, "Mine", at: now) }
        try await door(here.nadia).settle(id, "The practice's system, once", at: now)
        await #expect(throws: Rule.Refused.settled) { try await door(here.ruth).settle(id, "Ours", at: now) }
        #expect(try await here.mail(to: here.sam) == ["What holds was settled"])
    }

    @Test func `settled by two in the same moment is settled once`() async throws {
        let id = try await conflict()
        let settled = await withTaskGroup(of: Bool.self) { group in
            for member in [here.peter, here.ruth, here.nadia] {
                group.addTask { (try? await door(member).settle(id, "So", at: now)) != nil }
            }
            return await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
        }
        #expect(settled == 1)
    }

    @Test func `is nobody else's to read or to raise`() async throws {
        let id = try await conflict()
        for member in [here.amara, here.jo, here.olu, here.mina, here.drPatel, here.walter, here.stranger] {
            #expect(try await here.opens("/placements/\(placement)/rules", as: member).status == 404)
            #expect(
                try await here.opens("/rules/conflicts/\(id)", as: member).status == 404,
                "\(member.name)"
            )
        }
        let asked = Rules.Asked(question: .leave, one: here.ruth.id, other: here.nadia.id, words: "So")
        await #expect(throws: Missing.self) {
            try await door(here.peter).raise(asked, in: placement, at: now)
        }
        let same = Rules.Asked(question: .leave, one: here.ruth.id, other: here.ruth.id, words: "So")
        await #expect(throws: Rule.Refused.notThere) {
            try await door(here.sam).raise(same, in: placement, at: now)
        }
    }

    @Test func `is found by a word, and named on a page that says all that is missing`() async throws {
        let path = "/placements/\(placement)/rules"
        let found = try await here.opens("\(path)?q=leave", as: here.sam)
        #expect(found.says("When I may take leave</b>") && !found.says("Fares, parking and a cup of tea</b>"))
        let empty = try await here.sends(path, ["question": "leave"], as: here.peter)
        #expect(
            empty.status == 422 && empty.says("Choose whose rule it is")
                && empty.says("Choose who answers for it")
        )
        let none = try await here.sends("\(path)/conflicts", ["about": "leave"], as: here.sam)
        #expect(none.status == 422 && none.says("Say in one sentence what the two ask"))
        let fields: KeyValuePairs = ["question": "leave", "party": "host", "owner": "\(here.peter.id)"]
        #expect(try await here.sends(path, fields, as: here.sam).status == 303)
        let id = try #require(try await rule(.leave).id)
        #expect(try await here.sends("\(path)/\(id)", ["holds": ""], as: here.peter).status == 422)
        #expect(try await here.sends("\(path)/\(id)", ["holds": "Ask me"], as: here.peter).status == 303)
        #expect(try await here.opens(path, as: here.sam).says("Peter Hale. Ask me"))
    }
}
