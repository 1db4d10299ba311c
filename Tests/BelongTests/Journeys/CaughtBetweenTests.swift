import Foundation
import Kernel
import Store
import Testing

@testable import Belong

/// V2 (paper, lines 28-30), as far as it is here: employed by a group, working at a
/// practice, with nobody who owns the line on home working, and asked for two things.
@Suite("A link worker caught between the rules of two organisations")
struct CaughtBetweenTests {
    let here: Neighbourhood
    let path: String

    init() async throws {
        here = try await Neighbourhood()
        path = try await "/placements/\(here.placement(of: here.sam))/rules"
    }

    private func sends(_ about: String, _ one: Member, _ other: Member) async throws -> Int {
        let fields: KeyValuePairs = [
            "about": about, "one": "\(one.id)", "other": "\(other.id)",
            "words": "One wants me in the surgery on Fridays, the other at home.",
        ]
        return try await here.sends("\(path)/conflicts", fields, as: here.sam).status
    }

    @Test func `reads who owns home working as the next thing to ask, and who will back them`() async throws {
        let page = try await here.opens(path, as: here.sam)

        #expect(page.says("Next: who owns “Where I may work, from home too”? Nobody is named for it yet."))
        #expect(page.says("Who will back me"))
        #expect(page.says("ask St Mark&#39;s Lunch Club, your employer"))
    }

    @Test func `says it once, and it goes to both and the one who breaks the tie`() async throws {
        #expect(try await sends("place", here.peter, here.ruth) == 303)
        #expect(try await sends("records", here.peter, here.nadia) == 303)

        let owed = try await here.opens(path.replacing("/rules", with: ""), as: here.sam)
        #expect(owed.says("Asked for different things: Where I may work, from home too"))
        #expect(owed.says("Peter Hale, Ruth Adler, Nadia Aziz"))
        #expect(try await here.count("rule_conflict WHERE placement IS NOT NULL") == 2)

        let id: RuleConflict.ID? = try await here.store.read {
            try $0.value("SELECT id FROM rule_conflict WHERE question = 'place'")
        }
        let found = try #require(id)
        let settling = "/rules/conflicts/\(found)"
        #expect(try await here.opens(settling, as: here.nadia).says("Settle it, and tell everybody"))
        #expect(!(try await here.opens(settling, as: here.sam).says("Settle it, and tell everybody")))
        #expect(try await here.sends(settling, ["words": ""], as: here.nadia).status == 422)
        #expect(
            try await here.sends(settling, ["words": "At home on Fridays."], as: here.nadia).status == 303
        )
        #expect(try await here.opens(path, as: here.sam).says("At home on Fridays."))
    }
}
