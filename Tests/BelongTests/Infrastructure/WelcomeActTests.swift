import Foundation
import Kernel
import Store
import Testing
import Web

@testable import Belong

@Suite("Acts of welcome")
struct WelcomeActTests {
    let here: Neighbourhood
    let placement: Placement.ID
    let path: String
    let now = Neighbourhood.now

    init() async throws {
        here = try await Neighbourhood()
        placement = try await here.placement(of: here.sam)
        path = "/placements/\(placement)/welcome"
    }

    private func door(_ who: Member) throws -> WelcomeActs {
        try WelcomeActs(store: here.store, member: who, site: Neighbourhood.site())
    }

    private func offers(_ kind: WelcomeAct.Kind, _ who: Member? = nil, days: Double = 0) async throws {
        try await door(who ?? here.peter).offer(kind, "On Tuesday", in: placement, at: now + days * 86_400)
    }

    private func says(
        _ happened: Bool,
        _ kind: WelcomeAct.Kind,
        _ who: Member? = nil,
        days: Double = 1
    ) async throws {
        try await door(who ?? here.sam).say(happened, of: kind, in: placement, at: now + days * 86_400)
    }

    private func standing(_ kind: WelcomeAct.Kind, days: Double = 2) async throws -> WelcomeAct.Standing? {
        try await door(here.sam).look(at: placement, at: now + days * 86_400).acts.first { $0.kind == kind }?
            .standing
    }

    @Test func `happened when the link worker says so, and not before`() async throws {
        try await offers(.meal)
        guard case .offered(_, "On Tuesday", "Peter Hale", now) = try await standing(.meal) else {
            Testing.Issue.record("It is not offered")
            return
        }
        for other in here.everyone where other.id != here.sam.id {
            await #expect(throws: Missing.self, "\(other.name)") { try await says(true, .meal, other) }
        }
        try await says(true, .meal)
        #expect(try await standing(.meal) == .happened(at: now + 86_400))
        await #expect(throws: WelcomeAct.Refused.answered) { try await says(true, .meal) }
        await #expect(throws: WelcomeAct.Refused.offered) { try await offers(.meal, days: 3) }
        #expect(
            WelcomeAct.Refused.offered.sentence
                == "This is offered already. The link worker says whether it happened."
        )
        #expect(WelcomeAct.Refused.answered.sentence == "You have said already whether this happened.")
    }

    @Test func `is offered again where it did not happen, and the practice hears of it`() async throws {
        try await offers(.buddy)
        try await says(false, .buddy)
        #expect(try await standing(.buddy) == .didNotHappen(at: now + 86_400))
        #expect(
            try await here.mail(to: here.peter) == ["Something did not happen yet at Elm Street Surgery"]
        )
        try await offers(.buddy, days: 2)
        try await says(true, .buddy, days: 3)
        #expect(try await standing(.buddy, days: 4) == .happened(at: now + 3 * 86_400))
    }

    @Test func `is the practice's to offer, and the link worker's to note`() async throws {
        for other in here.everyone where other.id != here.peter.id {
            await #expect(throws: Missing.self, "\(other.name)") { try await offers(.board, other) }
        }
        try await says(true, .board)
        #expect(try await standing(.board) == .happened(at: now + 86_400))
        await #expect(throws: Missing.self) { try await offers(.shadowed) }
        await #expect(throws: Missing.self) { try await says(true, .shadowing) }
    }

    @Test func `of going along with each other is the induction's`() async throws {
        let door = try Inductions(store: here.store, member: here.peter, site: Neighbourhood.site())
        let asked = Inductions.Asked(kind: .beShadowed, colleague: here.drPatel.id, beginsAt: now + 3_600)
        let id = try await door.plan(asked, in: placement, at: now)
        guard case .offered = try await standing(.shadowed) else {
            Testing.Issue.record("It is not planned")
            return
        }
        try await Inductions(store: here.store, member: here.sam, site: Neighbourhood.site())
            .say(true, of: id, in: placement, at: now + 7_200)
        #expect(try await standing(.shadowed) == .happened(at: now + 7_200))
        #expect(try await standing(.shadowed, days: 367) == .nothing)
    }

    @Test func `is suggested once a month to the practice manager, and rests when they say so`() async throws
    {
        #expect(try await door(here.peter).suggestion(at: now)?.kind == .buddy)
        #expect(try await door(here.sam).suggestion(at: now) == nil)
        #expect(try await door(here.mina).suggestion(at: now) == nil)
        try await offers(.buddy)
        #expect(try await door(here.peter).suggestion(at: now + 29 * 86_400) == nil)
        #expect(try await door(here.peter).suggestion(at: now + 31 * 86_400) != nil)
        try await door(here.peter).rest(placement, at: now + 31 * 86_400)
        #expect(try await door(here.peter).suggestion(at: now + 60 * 86_400) == nil)
        await #expect(throws: Missing.self) { try await door(here.ruth).rest(placement, at: now) }
    }

    @Test func `stand on a page for those it concerns, and nobody else`() async throws {
        #expect(
            try await here.opens("/front-desk", as: here.peter).says("One thing for a link worker this month")
        )
        #expect(try await here.sends(path, ["words": ""], as: here.peter).says("Choose what it is"))
        let fields: KeyValuePairs = ["kind": "meal", "words": "Lunch <b>on us</b>"]
        #expect(try await here.sends(path, fields, as: here.peter).status == 303)
        for member in [here.sam, here.peter, here.ruth, here.nadia] {
            let page = try await here.opens(path, as: member)
            #expect(page.says("Lunch &lt;b&gt;on us&lt;/b&gt;"), "\(member.name)")
            #expect(page.says("It happened<span") == (member.id == here.sam.id), "\(member.name)")
        }
        for member in [here.amara, here.jo, here.mina, here.drPatel, here.olu, here.walter, here.stranger] {
            #expect(try await here.opens(path, as: member).status == 404, "\(member.name)")
        }
        #expect(try await here.sends("\(path)/meal/missed", [:], as: here.sam).status == 303)
        #expect(try await here.sends("\(path)/rest", [:], as: here.peter).status == 303)
        #expect(try await here.sends("\(path)/cake/happened", [:], as: here.sam).status == 404)
        #expect(
            try await here.opens("/placements/\(placement)", as: here.peter).says(
                "did not happen, says Sam Reed"
            )
        )
    }
}
