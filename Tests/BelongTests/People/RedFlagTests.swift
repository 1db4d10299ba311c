import Foundation
import Kernel
import Store
import Testing

@testable import Belong

@Suite("Words that may mean danger")
struct RedFlagTests {
    @Test(arguments: [
        "I want to die", "She said she’d kill herself.", "I can't go on", "thinking of ending my life",
        "He hits me",
        "END IT ALL", "I’m scared to go home", "bad chest pain since Monday",
    ])
    func `are noticed`(words: String) {
        #expect(RedFlag.isRaised(by: words))
    }

    @Test(arguments: [
        "The lunch club is killing it", "My husband died last year", "I would die for a cup of tea",
        "Better off with the bus", "Cut the grass himself", "",
    ])
    func `are not read into others`(words: String) {
        #expect(!RedFlag.isRaised(by: words))
    }

    @Test func `in a text ask to be read soon, by a person, and nothing is decided`() async throws {
        let story = try await CaseInHand()
        let here = story.here
        let arrival = Arrival(
            id: Arrival.ID(at: story.now),
            notification: "one",
            sender: "07700 900112",
            body: "I am scared of him and I can’t go on"
        )
        try await Arriving(store: here.store, site: here.site().address).take(arrival, at: .now)

        let mail: [String] = try await here.store.read {
            try $0.values(
                "SELECT body FROM message WHERE subject = 'Somebody has texted you: read it soon'"
            )
        }
        #expect(mail.count == 1 && !mail[0].contains("scared"))
        for path in [story.path, "\(story.path)/messages"] {
            let page = try await here.opens(path, as: here.amara)
            #expect(page.says("ring Dr Lowe or another clinician at Elm Street Surgery"))
            #expect(page.says("href=\"\(story.path)/worry\""))
        }
        #expect(try await here.count("worry") == 0)
    }
}
