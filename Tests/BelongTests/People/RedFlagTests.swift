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
        "END IT ALL", "I’m scared to go home", "bad chest pain since Monday", "I have taken tablets",
        "I do not want to be here any more.", "She has taken all her pills", "I'm going to hang myself",
        "He says he wants to end it all and has chest pain", "There is nothing to live for",
        "she cannot breathe", "he says he will kill her", "I took too many paracetamol last night",
        "pains in his chest when he climbs", "He hits the children.", "I can not go on",
    ])
    func `are noticed`(words: String) {
        #expect(RedFlag.isRaised(by: words))
    }

    @Test(arguments: [
        "The lunch club is killing it", "My husband died last year", "I would die for a cup of tea",
        "Better off with the bus", "Cut the grass himself", "", "She has cut herself off from her friends",
        "He has taken tablets for his blood pressure for years",
        "Comes back from the chest pain clinic on Monday",
        "Wants to end the week with something to look forward to", "He killed himself laughing at the quiz",
        "Not sure she wants to be there every week",
        "My knees are killing me",
    ])
    func `are not read into others`(words: String) {
        #expect(!RedFlag.isRaised(by: words))
    }

    @Test func `are shown by their sentence, and not by the whole letter`() {
        #expect(
            RedFlag.passage(of: "We talked of the garden. He said he wants to die. The cat is well.")
                == "He said he wants to die"
        )
    }

    @Test func `in a note or a conversation stand before all else for whoever has them`() async throws {
        let story = try await CaseInHand()
        let here = story.here
        let note: KeyValuePairs = ["words": "He said he wants to kill himself tonight", "audience": "team"]
        _ = try await here.sends("\(story.path)/notes", note, as: here.amara)

        let page = try await here.opens(story.path, as: here.amara)

        #expect(page.says("Would you look at this again?"))
        #expect(page.says("He said he wants to kill himself tonight"))
        let head = try #require(page.body.firstRange(of: "Would you look"))
        let lead = try #require(page.body.firstRange(of: "class=\"lead\""))
        #expect(head.lowerBound < lead.lowerBound)
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
