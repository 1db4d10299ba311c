import Foundation
import Kernel
import Store
import Testing
import Web

@testable import Belong

@Suite("An induction")
struct InductionTests {
    let here: Neighbourhood
    let placement: Placement.ID
    let now = Neighbourhood.now

    init() async throws {
        here = try await Neighbourhood()
        placement = try await here.placement(of: here.sam)
    }

    private func door(_ member: Member) throws -> Inductions {
        try Inductions(store: here.store, member: member, site: Neighbourhood.site())
    }

    private func planned(_ days: Double = -1, with colleague: Member? = nil) async throws -> Induction.ID {
        let asked = Inductions.Asked(
            kind: .shadowGP,
            colleague: (colleague ?? here.drPatel).id,
            beginsAt: now + days * 86_400
        )
        return try await door(here.peter).plan(asked, in: placement, at: now - 5 * 86_400)
    }

    private func first() async throws -> Induction {
        try #require(try await door(here.sam).look(at: placement, at: now).items.first)
    }

    @Test func `names somebody on both sides, and tells both`() async throws {
        _ = try await planned(2)
        #expect(try await here.mail(to: here.sam).count == 1)
        #expect(try await here.mail(to: here.drPatel).first?.hasPrefix("Shadow a GP: ") == true)
        for other in [here.jo, here.drOsei, here.sam] {
            await #expect(throws: Induction.Refused.notThere, "\(other.name)") {
                _ = try await planned(with: other)
            }
        }
        #expect(Induction.Refused.notThere.sentence == "Choose somebody who works at the practice.")
    }

    @Test func `happened when the link worker says so`() async throws {
        let id = try await planned()
        try await door(here.peter).say(true, of: id, in: placement, at: now)
        #expect(try await first().happenedAt == nil)
        #expect(
            try await first().state(at: now, linkWorker: "Sam Reed")
                == "Peter Hale says that it happened; Sam Reed has not said so"
        )
        try await door(here.sam).say(true, of: id, in: placement, at: now)
        #expect(try await first().happenedAt == now)
        await #expect(throws: Induction.Refused.happened) {
            try await door(here.sam).say(false, of: id, in: placement, at: now)
        }
    }

    @Test func `is not answered before its day, and can be moved`() async throws {
        let id = try await planned(3)
        await #expect(throws: Induction.Refused.notBegun) {
            try await door(here.sam).say(true, of: id, in: placement, at: now)
        }
        try await door(here.sam).move(id, to: now + 4 * 86_400, in: placement, at: now)
        #expect(try await first().beginsAt == now + 4 * 86_400)
        #expect(try await first().missed == 0)
    }

    @Test
    func `comes again on the same weekday at the same time by the clock, over the change of clocks too`() {
        let begins = London.instant(Day(number: 20_534), hour: 10)  // a Sunday before the clocks go on
        let again = Induction.again(after: begins, at: begins + 3_600)
        #expect(London.time(again) == "10:00" && Day(again) == Day(begins).advanced(by: 7))
        let late = Induction.again(after: begins, at: begins + 30 * 86_400)
        #expect(late > begins + 30 * 86_400 && Day(late).weekday == Day(begins).weekday)
    }

    @Test func `missed twice at once is rebooked once`() async throws {
        let id = try await planned()
        await withTaskGroup(of: Void.self) { group in
            for _ in 0..<4 {
                group.addTask { try? await door(here.sam).say(false, of: id, in: placement, at: now) }
            }
        }
        #expect(try await here.count("induction_date WHERE why = 'missed'") == 1)
    }

    @Test func `is nobody else's`() async throws {
        let id = try await planned()
        for member in [here.amara, here.jo, here.olu, here.mina, here.drPatel, here.walter, here.stranger] {
            await #expect(throws: Missing.self, "\(member.name)") {
                try await door(member).say(true, of: id, in: placement, at: now)
            }
            let seen = try await here.opens("/placements/\(placement)/induction", as: member)
            #expect(seen.status == 404, "\(member.name)")
        }
        for member in [here.peter, here.ruth, here.nadia] {
            await #expect(throws: Missing.self, "\(member.name)") {
                try await door(member).say(false, of: id, in: placement, at: now)
            }
        }
    }
}
