import Foundation
import Kernel
import Store
import Testing

@testable import Belong

@Suite("Nothing that was typed on a case is lost")
struct NothingLostTests {
    let story: CaseInHand
    var here: Neighbourhood { story.here }

    init() async throws {
        story = try await CaseInHand()
    }

    private func writes(
        outcome: String = "reached",
        knewWhy: String = "yes",
        tried: String = "",
        next: String = "",
        minutes: String = "",
        wentAlong: String = "no",
        draft: Draft.ID = Draft.ID()
    ) async throws -> Seen {
        try await here.sends(
            "\(story.path)/contacts",
            [
                "mode": "walk", "place": "Canal", "day": "2026-04-14", "time": "09:00", "minutes": minutes,
                "wentAlong[]": wentAlong, "outcome": outcome, "tried": tried, "next": next,
                "knewWhy": knewWhy, "matters": "A reason to cook", "helps": "", "hinders": "", "more": "",
                "draft": "\(draft)",
            ],
            as: here.amara
        )
    }

    @Test func `tries written beside a conversation come back, to be put where they belong`() async throws {
        let seen = try await writes(tried: "Rang twice before noon", next: "Ask her sister")

        let sentence =
            "You reached them, so this would not be kept here: move it to “Anything else”, or empty it"
        #expect(seen.status == 422 && seen.says(sentence))
        #expect(seen.says("Rang twice before noon") && seen.says("Ask her sister"))
        #expect(try await here.count("contact") == 0)
        #expect(try await writes().status == 303)
    }

    @Test func `going back to say more of the same conversation puts it right`() async throws {
        let first = try await writes()
        let again = try await writes()
        #expect(first.location == again.location)

        let along = try await writes(minutes: "75", wentAlong: "yes")
        #expect(along.status == 303 && along.location != first.location)
        let knew = try await writes(knewWhy: "no", minutes: "75", wentAlong: "yes")

        let page = try await here.opens(#require(knew.location), as: here.amara)
        #expect(page.says("Went along together") && page.says("No"))
        #expect(try await here.count("contact WHERE replaced_by IS NULL") == 1)
        let right: SQL = "contact WHERE replaced_by IS NULL AND minutes = 75 AND knew_why = 'no'"
        #expect(try await here.count(right) == 1)
        #expect(try await here.count("contact WHERE corrects IS NOT NULL") == 2)
    }

    @Test func `a sign says its day and its kind, and nothing is guessed`() async throws {
        let seen = try await here.sends(
            "\(story.path)/signs",
            ["kind": "flew", "signWords": "Sat in the garden", "day": "2026-02-30", "byPerson[]": "yes"],
            as: here.amara
        )

        #expect(seen.status == 422)
        #expect(seen.says("Choose what changed"))
        #expect(seen.says("Enter a day there is, such as 2026-04-14"))
        #expect(seen.says("Sat in the garden") && seen.says("2026-02-30"))
        #expect(try await here.count("sign") == 0)
    }

    @Test func `a sign without words, or still to come, keeps what was typed`() async throws {
        let wordless = try await here.sends(
            "\(story.path)/signs",
            ["kind": "own", "signWords": "", "day": "2026-04-14"],
            as: here.amara
        )
        let early = try await here.sends(
            "\(story.path)/signs",
            ["kind": "own", "signWords": "Sang", "day": "2099-04-14"],
            as: here.amara
        )

        #expect(wordless.status == 422 && wordless.says("Say in your own words what changed"))
        #expect(early.status == 422 && early.says("That is still to come") && early.says("Sang"))
    }
}
