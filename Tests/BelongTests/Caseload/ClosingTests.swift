import Foundation
import Kernel
import Store
import Testing

@testable import Belong

@Suite("Ending, holding and coming back")
struct ClosingTests {
    let story: CaseInHand

    init() async throws {
        story = try await CaseInHand()
    }

    private func sends(_ path: String, _ fields: KeyValuePairs<String, String>) async throws -> Seen {
        try await story.here.sends(story.path + path, fields, as: story.here.amara)
    }

    @Test func `listening alone is a complete outcome and needs no plan`() async throws {
        try await story.ends(.listening)

        let page = try await story.cases().page(story.id, at: story.now)
        #expect(page.isClosed && page.story.first?.title == "Closed: being listened to was enough")
    }

    @Test func `that it did not help needs a because`() async throws {
        let without = try await sends("/closing", ["outcome": "did_not_help", "words": "", "wayBack": ""])
        let with = try await sends(
            "/closing",
            ["outcome": "did_not_help", "words": "The wait was too long", "wayBack": ""]
        )
        #expect(without.status == 422)
        #expect(without.says("Say what got in the way. It is as worth knowing as success"))
        #expect(with.status == 303)
    }

    @Test func `happens once, from however many windows`() async throws {
        try await story.ends()

        await #expect(throws: Closing.Refused.already) { try await story.ends() }
        #expect(Closing.Refused.already.sentence == "This case is closed already.")
        #expect(try await sends("/closing", ["outcome": "some", "words": "", "wayBack": ""]).status == 409)
    }

    @Test func `the plan can be sent with it, by the way that is safe`() async throws {
        try await story.plans()
        let fields: KeyValuePairs = ["outcome": "reached", "words": "", "wayBack": "Ring.", "give[]": "yes"]
        _ = try await sends("/closing", fields)

        #expect(try await story.here.count("message WHERE channel = 'text' AND subject = 'Your plan'") == 1)
        let sent = try await story.looks(.sent)
        #expect(sent == 1)
    }

    @Test func `nobody is written to who has died, and their links close`() async throws {
        try await story.cases().give(story.id, at: story.here.site().address, at: story.now)
        let closing = Closing(outcome: .died, words: "", wayBack: "")
        try await story.cases()
            .close(story.id, closing, giving: story.here.site().address, at: story.now)

        #expect(try await story.here.count("message WHERE subject = 'Your plan'") == 1)
        #expect(try await story.here.count("link_withdrawal") == 2)
        await #expect(throws: Cases.GivingRefused.noSafeWay) {
            try await story.cases().give(story.id, at: story.here.site().address, at: story.now)
        }
    }

    @Test func `when they have died every case of theirs ends, and every link about them`() async throws {
        let here = story.here
        let other = try await here.refers(by: here.drOsei, from: here.harbour, at: story.now)
        let harbour = try await here.accepts(other, at: story.now)
        let person = story.person
        try await here.store.write {
            try $0.run("UPDATE \"case\" SET person = \(person) WHERE id = \(harbour)")
            try $0.run("UPDATE referral SET person = \(person) WHERE id = \(other)")
        }
        try await here.introduces(story.id, to: here.group(), at: .now)
        let token = try await here.lastToken()
        #expect(try await here.opens("/l/\(token)", as: nil).status == 200)

        try await story.ends(.died)

        #expect(try await here.opens("/l/\(token)", as: nil).status == 410)
        let page = try await story.cases().page(harbour, at: story.now)
        #expect(page.isClosed && page.story.contains { $0.title == "They died" })
        #expect(try await here.count("link WHERE token_hash NOT IN (SELECT link FROM link_withdrawal)") == 0)
    }

    @Test func `coming back keeps the whole story and lets it go on`() async throws {
        try await story.talks()
        try await story.plans()
        try await story.ends()
        try await story.cases().reopen(story.id, "Lonely again at Christmas", at: story.now)
        try await story.talks(CaseInHand.told("Company", knewWhy: nil))

        let page = try await story.cases().page(story.id, at: story.now)
        #expect(!page.isClosed && page.plan?.goals == CaseInHand.goals)
        #expect(page.story.contains { $0.title == "Came back" && $0.words == "Lonely again at Christmas" })
        #expect(page.story.filter { $0.title == "Conversation on the phone" }.count == 2)
        try await story.ends()
        #expect(try await story.here.count("closing") == 2)
    }

    @Test func `nobody comes back who has not gone, nor without a word`() async throws {
        await #expect(throws: Reopening.Refused.notClosed) {
            try await story.cases().reopen(story.id, "x", at: story.now)
        }
        await #expect(throws: Reopening.Refused.noWords) {
            try await story.cases().reopen(story.id, " ", at: story.now)
        }
    }

    @Test func `holding has words, and nothing presses to close`() async throws {
        try await story.cases().hold(story.id, "Waiting for her move", at: story.now)
        let held = try await story.cases().page(story.id, at: story.now)
        try await story.cases().endHolding(story.id, at: story.now)
        let after = try await story.cases().page(story.id, at: story.now)

        #expect(held.holding?.words == "Waiting for her move" && after.holding == nil)
        await #expect(throws: Holding.Refused.noWords) {
            try await story.cases().hold(story.id, "  ", at: story.now)
        }
    }

    @Test func `a sign of change is dated and says who noticed`() async throws {
        let sign = Sign(kind: .own, words: "Sang", noticedOn: Day(story.now), isByPerson: true)
        try await story.cases().notice(sign, on: story.id, at: story.now)
        let later = Sign(
            kind: .own,
            words: "x",
            noticedOn: Day("2199-01-01") ?? Day(story.now),
            isByPerson: true
        )

        let page = try await story.cases().page(story.id, at: story.now)
        #expect(
            page.story.contains { $0.title == "They noticed a change" && $0.tags == ["sign of change: Sang"] }
        )
        await #expect(throws: Sign.Refused.notYet) {
            try await story.cases().notice(later, on: story.id, at: story.now)
        }
    }

    @Test func `what matters can be written together, and the words before are kept`() async throws {
        try await story.talks()
        try await story.cases().write(matters: "My sister", on: story.id, at: story.now)

        #expect(try await story.cases().page(story.id, at: story.now).matters?.words == "My sister")
        #expect(try await story.here.count("what_matters") == 2)
        await #expect(throws: Cases.MattersRefused.noWords) {
            try await story.cases().write(matters: " ", on: story.id, at: story.now)
        }
    }
}
