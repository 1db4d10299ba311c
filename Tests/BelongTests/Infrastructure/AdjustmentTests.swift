import Foundation
import Kernel
import Store
import Testing
import Web

@testable import Belong

@Suite("Something asked to be done differently")
struct AdjustmentTests {
    let here: Neighbourhood
    let placement: Placement.ID
    let path: String
    let now = Neighbourhood.now

    init() async throws {
        here = try await Neighbourhood()
        placement = try await here.placement(of: here.sam)
        path = "/placements/\(placement)/adjustments"
    }

    private func door(_ who: Member) throws -> Adjustments {
        try Adjustments(store: here.store, member: who, site: Neighbourhood.site())
    }

    private func asks(_ who: Member? = nil) async throws -> Adjustment.ID {
        try await door(who ?? here.sam).ask(
            .init(kind: .length, words: "An hour for the first conversation"),
            in: placement,
            at: now
        )
    }

    private func says(
        _ act: Adjustment.Act,
        _ id: Adjustment.ID,
        _ who: Member,
        days: Double = 1,
        by: Day? = nil
    ) async throws {
        let at = now + days * 86_400
        let day = act == .yes ? by ?? Day(at).advanced(by: 7) : nil
        try await door(who).say(.init(act: act, words: "Because", by: day), to: id, in: placement, at: at)
    }

    private func one(days: Double = 0) async throws -> Adjustment {
        try #require(try await door(here.sam).look(at: placement, at: now + days * 86_400).all.first)
    }

    @Test func `is asked, talked over, agreed, and done when the link worker says so`() async throws {
        let id = try await asks()
        #expect(try await one().standing == .asked(since: now))
        #expect(try await one().state(at: now) == "not answered yet")
        #expect(try await one().state(at: now + 9 * 86_400) == "no answer for more than 5 working days")
        try await says(.talk, id, here.peter, days: 1)
        #expect(try await one().isOpen)
        try await says(.yes, id, here.peter, days: 2, by: Day(now).advanced(by: 9))
        #expect(try await one().standing == .agreed(by: Day(now).advanced(by: 9)))
        try await says(.notYet, id, here.sam, days: 10)
        #expect(try await one().isOpen)
        try await says(.done, id, here.sam, days: 12)

        #expect(try await one().standing == .done(at: now + 12 * 86_400))
        await #expect(throws: Adjustment.Refused.over) { try await says(.yes, id, here.peter, days: 13) }
        await #expect(throws: Adjustment.Refused.over) { try await says(.letGo, id, here.sam, days: 13) }
    }

    @Test func `is not done before the practice said yes, and a no may become a yes`() async throws {
        let id = try await asks()
        await #expect(throws: Adjustment.Refused.notAgreed) { try await says(.done, id, here.sam) }
        try await says(.no, id, here.peter, days: 1)
        await #expect(throws: Adjustment.Refused.notAgreed) { try await says(.done, id, here.sam, days: 2) }
        #expect(try await !one().isOpen)
        try await says(.yes, id, here.peter, days: 3)
        try await says(.done, id, here.sam, days: 4)
        #expect(
            Adjustment.Refused.notAgreed.sentence
                == "The practice has not said yes to this yet. It can be done once they have."
        )
        #expect(Adjustment.Refused.over.sentence == "The link worker has said already how this ended.")
    }

    @Test func `is asked by the link worker, answered by the practice, and nobody else's`() async throws {
        let id = try await asks()
        for other in here.everyone where other.id != here.peter.id {
            await #expect(throws: Missing.self, "\(other.name)") { try await says(.yes, id, other) }
        }
        for other in here.everyone where other.id != here.sam.id {
            await #expect(throws: Missing.self, "\(other.name)") { try await asks(other) }
            await #expect(throws: Missing.self, "\(other.name)") { try await says(.done, id, other) }
        }
    }

    @Test func `is read in its words by the two it is between, and by nobody else`() async throws {
        _ = try await asks()
        for (member, reads) in [
            (here.sam, true), (here.peter, true), (here.ruth, false), (here.nadia, false),
        ] {
            let page = try await here.opens(path, as: member)
            #expect(page.says("How long a slot is"), "\(member.name)")
            #expect(page.says("An hour for the first conversation") == reads, "\(member.name)")
            let owed = try await here.opens("/placements/\(placement)", as: member)
            #expect(owed.says("Asked to be done differently") && owed.says("Peter Hale"), "\(member.name)")
            #expect(!owed.says("An hour for the first conversation"), "\(member.name)")
        }
        for member in [here.amara, here.jo, here.mina, here.drPatel, here.olu, here.walter, here.stranger] {
            #expect(try await here.opens(path, as: member).status == 404, "\(member.name)")
        }
    }

    @Test func `goes to who leads the network where a practice has no manager`() async throws {
        let harbour = try await here.placement(of: here.amara, at: here.harbour)
        let id = try await door(here.amara).ask(.init(kind: .room, words: "A window"), in: harbour, at: now)
        try await door(here.nadia).say(.init(act: .no, words: "There is none"), to: id, in: harbour, at: now)

        #expect(try await door(here.amara).look(at: harbour, at: now).all.first?.isOpen == false)
    }

    @Test func `says all that is missing, keeps what was typed, and tells the other`() async throws {
        let empty = try await here.sends(path, ["words": " "], as: here.sam)
        #expect(empty.status == 422)
        #expect(
            empty.says("Choose what it is about") && empty.says("Say what you would like to be different")
        )
        let fields: KeyValuePairs = ["kind": "route", "words": "A word before <b>the letter</b>"]
        #expect(try await here.sends(path, fields, as: here.sam).status == 303)
        #expect(
            try await here.mail(to: here.peter)
                == ["Sam Reed asks for something to be done differently at Elm Street Surgery"]
        )
        #expect(try await here.opens("/front-desk", as: here.peter).says("1 thing a link worker would like"))

        let id = try #require(try await door(here.sam).look(at: placement).all.first?.id)
        let unsaid = try await here.sends(
            "\(path)/\(id)/answer",
            ["answer": "yes", "why": "Kept"],
            as: here.peter
        )
        #expect(unsaid.status == 422 && unsaid.says("Say by when, for example 14 5 2026"))
        #expect(unsaid.says("Kept"))
        let gone: KeyValuePairs = ["answer": "yes", "by": "1 1 2020"]
        #expect(
            try await here.sends("\(path)/\(id)/answer", gone, as: here.peter).says(
                "Choose today or a day to come"
            )
        )
        let no = try await here.sends("\(path)/\(id)/answer", ["answer": "no"], as: here.peter)
        #expect(no.says("Say why not: they read it"))
        #expect(try await here.sends("\(path)/\(id)/answer", [:], as: here.peter).says("Choose an answer"))
        let today: KeyValuePairs = ["answer": "yes", "by": Day(.now).description]
        #expect(try await here.sends("\(path)/\(id)/answer", today, as: here.peter).status == 303)
        #expect(try await here.opens("/today", as: here.sam).says("should be so by now"))
        #expect(
            try await here.sends("\(path)/\(id)/not-yet", ["still": ""], as: here.sam).says(
                "Say what is still not so"
            )
        )
        #expect(try await here.sends("\(path)/\(id)/done", [:], as: here.sam).status == 303)
    }

    @Test func `said done from two windows at once is done once`() async throws {
        let id = try await asks()
        try await says(.yes, id, here.peter)
        let done = await withTaskGroup(of: Bool.self) { group in
            for _ in 0..<4 { group.addTask { (try? await says(.done, id, here.sam, days: 2)) != nil } }
            return await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
        }
        #expect(done == 1)
        #expect(try await here.count("adjustment_turn WHERE act = 'done'") == 1)
    }
}
