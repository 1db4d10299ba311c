import Foundation
import Kernel
import Store
import Testing

@testable import Belong

@Suite("Showing a case to one's supervisor")
struct ShowingTests {
    let story: CaseInHand
    var here: Neighbourhood { story.here }

    init() async throws {
        story = try await CaseInHand()
        try await story.talks()
    }

    @Test func `lets them read it and change nothing`() async throws {
        #expect(try await here.sends("\(story.path)/showing", [:], as: here.amara).location == story.path)

        let seen = try await here.opens(story.path, as: here.ruth)
        #expect(seen.status == 200 && seen.says("A reason to cook again."))
        #expect(seen.says("Amara Okafor shows you this to think it over."))
        #expect(!seen.says("Add what happened") && !seen.says("Close, or not") && !seen.says("Note it"))
        #expect(try await here.opens("/shown", as: here.ruth).says("Jean M."))

        let changed = try await here.sends("\(story.path)/matters", ["matters": "Mine"], as: here.ruth)
        #expect(changed.status == 409)
        #expect(changed.says("This was shown to you to think over. The link worker changes it, not you."))
    }

    @Test func `offers them nothing on its pages that they may not do`() async throws {
        let contact = try await story.talks()
        try await story.cases().show(story.id, at: story.now)

        for path in [story.path, "\(story.path)/contacts/\(contact)", "\(story.path)/plan/versions"] {
            let seen = try await here.opens(path, as: here.ruth)
            #expect(seen.status == 200 && seen.says("<a href=\"/shown\">Shown to me</a>"), "\(path)")
            #expect(!seen.says("href=\"/people\"") && !seen.says("Worried about"), "\(path)")
            #expect(!seen.says("Put something right") && !seen.says("Revise the plan"), "\(path)")
        }
    }

    @Test func `is taken back by the link worker`() async throws {
        try await story.cases().show(story.id, at: story.now)
        try await story.cases().takeBack(story.id, at: story.now)

        #expect(try await here.opens(story.path, as: here.ruth).status == 404)
        #expect(try await !here.opens("/shown", as: here.ruth).says("Jean"))
    }

    @Test func `shows it to their own supervisor and to no other`() async throws {
        try await story.cases().show(story.id, at: story.now)

        for other in here.everyone where ![here.amara.id, here.ruth.id].contains(other.id) {
            #expect(try await here.opens(story.path, as: other).status == 404, "\(other.name)")
        }
    }

    @Test func `twice is said to be done already`() async throws {
        try await story.cases().show(story.id, at: story.now)

        await #expect(throws: Showing.Refused.already) {
            try await story.cases().show(story.id, at: story.now)
        }
    }

    @Test func `is not the supervisor's to begin or to end`() async throws {
        #expect(try await here.sends("\(story.path)/showing", [:], as: here.ruth).status == 404)
        try await story.cases().show(story.id, at: story.now)
        #expect(try await here.sends("\(story.path)/showing", [:], as: here.ruth).status == 409)
        #expect(try await here.sends("\(story.path)/showing/end", [:], as: here.ruth).status == 404)
        #expect(try await here.opens(story.path, as: here.ruth).status == 200)
    }

    @Test func `comes with a worry that is brought to them`() async throws {
        let worrying = try Worrying(store: here.store, member: here.amara, site: here.site().address)
        try await worrying.raise(.talk, about: story.person, to: here.ruth.id, "What would you do?", at: .now)

        #expect(try await here.opens(story.path, as: here.ruth).status == 200)
        #expect(try await here.opens(story.path, as: here.olu).status == 404)
    }

    @Test func `is refused where nobody supervises`() async throws {
        let practice = here.elmStreet.id
        try await here.store.write {
            try $0.run("UPDATE placement SET supervisor = NULL WHERE practice = \(practice)")
        }

        let sent = try await here.sends("\(story.path)/showing", [:], as: here.amara)
        #expect(sent.says("No supervisor is named for you at this practice. Ask your network who it is."))
    }

    @Test func `twice at once is shown once, and taken back it is not shown`() async throws {
        async let one = shows()
        async let other = shows()
        let done = await [one, other]
        #expect(done.filter { $0 }.count == 1)

        try await story.cases().takeBack(story.id, at: story.now)
        #expect(try await here.opens(story.path, as: here.ruth).status == 404)
    }

    @Test func `ends with whoever supervised, and may be shown to who does now`() async throws {
        try await story.cases().show(story.id, at: .now)
        let (olu, ruth) = (here.olu.id, here.ruth.id)
        try await here.store.write {
            try $0.run("UPDATE placement SET supervisor = \(olu) WHERE supervisor = \(ruth)")
        }

        #expect(try await here.opens(story.path, as: here.ruth).status == 404)
        #expect(try await here.opens(story.path, as: here.olu).status == 404)
        #expect(try await !here.opens("/shown", as: here.ruth).says("Jean"))
        try await story.cases().show(story.id, at: .now)
        #expect(try await here.opens(story.path, as: here.olu).status == 200)
    }

    @Test func `is not for whoever covers to begin or to end`() async throws {
        let today = Day(.now)
        let asked = CoverAsked(
            linkWorker: here.amara.id,
            practice: here.elmStreet.id,
            coveredBy: here.sam.id,
            from: today,
            until: today.advanced(by: 3)
        )
        try await Covers(store: here.store, member: here.amara).arrange(asked)

        #expect(try await here.sends("\(story.path)/showing", [:], as: here.sam).status == 404)
        #expect(try await here.opens(story.path, as: here.ruth).status == 404)
        try await story.cases().show(story.id, at: .now)
        #expect(try await here.sends("\(story.path)/showing/end", [:], as: here.sam).status == 404)
        #expect(try await here.opens(story.path, as: here.ruth).status == 200)
    }

    private func shows() async -> Bool {
        do {
            try await story.cases().show(story.id, at: story.now)
            return true
        } catch {
            return false
        }
    }
}
