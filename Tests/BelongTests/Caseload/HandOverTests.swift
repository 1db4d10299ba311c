import Foundation
import Kernel
import Store
import Testing

@testable import Belong

@Suite("Handing somebody over to a colleague")
struct HandOverTests {
    let story: CaseInHand
    var here: Neighbourhood { story.here }
    var now: Date { story.now }

    init() async throws {
        story = try await CaseInHand()
        try await story.talks()
    }

    @Test func `is offered, and changes nothing until the colleague says yes`() async throws {
        try await story.handOvers(of: here.amara).offer(story.id, story.asked(), at: now)

        let page = try await here.opens("/hand-overs", as: here.sam)
        #expect(page.says("Jean M.") && page.says("I leave in April."))
        #expect(page.says("Ask about the roses first.") && !page.says("A reason to cook again."))
        #expect(try await here.opens("/people", as: here.sam).says("1 person is offered to you"))
        #expect(try await here.opens(story.path, as: here.sam).status == 404)
        #expect(try await here.opens(story.path, as: here.amara).says("Offered to Sam Reed"))
        let looks = try await here.count(
            "log_entry WHERE member = \(here.sam.id) AND act = 'looked' AND person = \(story.person)"
        )
        #expect(looks == 1)
    }

    @Test func `is taken back, or declined with a line, and stays where it was`() async throws {
        let first = try await story.handOvers(of: here.amara).offer(story.id, story.asked(), at: now)
        try await story.handOvers(of: here.amara).end(first, at: now)
        let second = try await story.handOvers(of: here.amara).offer(story.id, story.asked(), at: now)
        try await story.handOvers(of: here.sam).end(second, "Full until May.", at: now)

        await #expect(throws: HandOver.Refused.settled) {
            try await story.handOvers(of: here.sam).accept(second, at: now)
        }
        let page = try await story.cases().page(story.id, at: now)
        #expect(page.standing.mayChange)
        let said = page.story.first { $0.title == "Sam Reed cannot take it over" }
        #expect(said?.words == "Full until May.")
        #expect(page.story.contains { $0.title == "The offer was taken back" })
    }

    @Test func `is offered once at a time, and settled once`() async throws {
        let offer = try await story.handOvers(of: here.amara).offer(story.id, story.asked(), at: now)
        await #expect(throws: HandOver.Refused.offered) {
            try await story.handOvers(of: here.amara).offer(story.id, story.asked(), at: now)
        }
        async let one = accepts(offer)
        async let other = accepts(offer)
        async let back = takesBack(offer)
        let done = await [one, other, back]
        #expect(done.filter { $0 }.count == 1)
        #expect(
            HandOver.Refused.settled.sentence
                == "This has been settled meanwhile. Open the page again to see how it stands."
        )
    }

    private func accepts(_ offer: HandOver.ID) async -> Bool {
        (try? await story.handOvers(of: here.sam).accept(offer, at: now)) != nil
    }

    private func takesBack(_ offer: HandOver.ID) async -> Bool {
        do {
            try await story.handOvers(of: here.amara).end(offer, at: now)
            return true
        } catch {
            return false
        }
    }

    @Test func `goes to a colleague at the same practice, and to nobody else`() async throws {
        for other in here.everyone where other.id != here.sam.id {
            await #expect(throws: HandOver.Refused.notThere, "\(other.name)") {
                try await story.handOvers(of: here.amara).offer(story.id, story.asked(of: other), at: now)
            }
        }
    }

    @Test func `is theirs alone to offer, to take and to end`() async throws {
        let offer = try await story.handOvers(of: here.amara).offer(story.id, story.asked(), at: now)
        for other in here.everyone where ![here.amara.id, here.sam.id].contains(other.id) {
            #expect(try await here.opens("\(story.path)/hand-over", as: other).status == 404, "\(other.name)")
            let sent = try await here.sends("/hand-overs/\(offer)/taking-over", [:], as: other)
            #expect(sent.status == 404, "\(other.name)")
            #expect(try await here.sends("/hand-overs/\(offer)/end", [:], as: other).status == 404)
        }
        #expect(try await here.sends("/hand-overs/\(offer)/taking-over", [:], as: here.amara).status == 404)
        #expect(try await here.opens("\(story.path)/hand-over", as: here.sam).status == 404)
    }

    @Test func `keeps what was typed until it is right`() async throws {
        let seen = try await here.sends(
            "\(story.path)/hand-over",
            ["why": "", "toKnow": "Ask about the roses first."],
            as: here.amara
        )
        #expect(seen.status == 422 && seen.says("Ask about the roses first."))
        #expect(seen.says("Choose a colleague") && seen.says("Say in a line why you hand this over"))

        let sent = try await here.sends(
            "\(story.path)/hand-over",
            ["to": "\(here.sam.id)", "why": "I leave.", "toKnow": ""],
            as: here.amara
        )
        #expect(sent.location == story.path)
    }

    @Test func `stands on the day of whoever is asked, and where they see who waits, until they say`()
        async throws
    {
        let story = try await CaseInHand()
        let here = story.here
        let offer = try await story.handOvers(of: here.amara).offer(story.id, story.asked(), at: .now)

        for page in ["/today", "/waiting"] {
            let seen = try await here.opens(page, as: here.sam)
            #expect(seen.says("Jean M.") && seen.says("href=\"/hand-overs\""), "\(page)")
            #expect(try await !here.opens(page, as: here.jo).says("Jean M."), "\(page)")
        }
        try await story.handOvers(of: here.sam).accept(offer, at: .now)
        #expect(try await !here.opens("/waiting", as: here.sam).says("Jean M."))
    }
}
