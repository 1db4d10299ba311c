import Foundation
import Kernel
import Store
import Testing

@testable import Belong

@Suite("A coordinator's page")
struct WelcomePageTests {
    let here: Neighbourhood
    let id: Introduction.ID

    init() async throws {
        here = try await Neighbourhood()
        let lunch = try await here.group()
        try await here.letWalterWelcome(lunch)
        id = try await here.introduces(here.accepts(here.refers()), to: lunch)
    }

    private func says(mayHear hearers: Set<Leave.Hearer>) async throws {
        let yes = GroupAnswer(kind: .yes, from: nil, words: "")
        try await here.introductions().hear(yes, on: id)
        let own = Attendance(kind: .coming, toldBy: .person, words: "I like the corner by the window.")
        try await here.introductions().hear(own, for: hearers, on: id)
    }

    @Test func `shows what somebody says of it, where they let the group read it`() async throws {
        try await says(mayHear: [.group])
        #expect(try await here.opens("/welcome", as: here.walter).says("I like the corner by the window."))
    }

    @Test func `shows nothing of it where they did not`() async throws {
        try await says(mayHear: [.referrer])
        #expect(try await !here.opens("/welcome", as: here.walter).says("I like the corner"))
    }

    @Test func `keeps what was typed when it could not be taken`() async throws {
        let words = "Come at noon, the door is at the side."
        let bare = try await here.sends("/welcome/\(id)/answer", ["words": words], as: here.walter)
        #expect(bare.status == 422 && bare.says("Tap one of the answers"))
        #expect(bare.says("value=\"\(words)\""))

        let taken = try await here.sends(
            "/welcome/\(id)/answer",
            ["words": words, "answer": "yes"],
            as: here.walter
        )
        #expect(taken.status == 303)
        #expect(try await here.opens("/welcome", as: here.walter).says(words))
    }
}
