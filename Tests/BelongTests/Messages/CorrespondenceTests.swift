import Foundation
import Kernel
import Store
import Testing

@testable import Belong

@Suite("Writing to somebody")
struct CorrespondenceTests {
    private func door(_ story: CaseInHand, _ member: Member? = nil) -> Correspondence {
        Correspondence(store: story.here.store, member: member ?? story.here.amara)
    }

    @Test func `goes by the way that is safe, and stands in the thread without what opens something`()
        async throws
    {
        let story = try await CaseInHand()
        let sent = try await story.here.sends(
            "\(story.path)/messages",
            ["words": "Shall we talk on Wednesday?"],
            as: story.here.amara
        )

        #expect(sent.status == 303)
        let page = try await story.here.opens("\(story.path)/messages", as: story.here.amara)
        #expect(page.says("Shall we talk on Wednesday?") && page.says("Text · on its way"))
        #expect(page.says("(their link)") && !page.says("/l/"))
    }

    @Test func `asks whether the words give nothing away, where somebody else may read them`() async throws {
        let quiet = Reaching(channels: [.text], mayLeaveVoicemail: false, isNeutral: true, words: "")
        let story = try await CaseInHand(reaching: quiet)
        let path = "\(story.path)/messages"
        let before = try await story.here.count("message")

        let asked = try await story.here.sends(path, ["words": "A word?"], as: story.here.amara)
        #expect(asked.status == 422 && asked.says("A word?</textarea>"))
        #expect(asked.says("Somebody else may read it: confirm that it gives nothing away"))
        #expect(try await story.here.count("message") == before)

        _ = try await story.here.sends(
            path,
            ["words": "A word?", "neutral[]": "yes"],
            as: story.here.amara
        )
        #expect(try await story.here.count("message WHERE body = 'A word?' AND wording = 'neutral'") == 1)
    }

    @Test func `is refused where nothing written is safe, and once they have died`() async throws {
        let ring = Reaching(
            channels: [.call, .letter],
            mayLeaveVoicemail: false,
            isNeutral: false,
            words: ""
        )
        let story = try await CaseInHand(reaching: ring)
        let refused = await #expect(throws: Correspondence.Refused.self) {
            try await door(story).send(.init(text: "Hello", isNeutral: true), to: story.id, at: story.now)
        }
        #expect(
            refused?.sentence
                == "No text and no e-mail is known to be safe for them. Ring them, or ask them when you meet."
        )

        let other = try await CaseInHand()
        try await other.ends(.died)
        await #expect(throws: Cases.Refused.closed) {
            try await door(other).send(.init(text: "Hello", isNeutral: true), to: other.id, at: other.now)
        }
    }

    @Test func `cannot be done, or read, by anybody but whoever has them`() async throws {
        let story = try await CaseInHand()
        for other in [story.here.sam, story.here.jo, story.here.drPatel, story.here.ruth] {
            await #expect(throws: Missing.self) {
                try await door(story, other).send(.init(text: "x", isNeutral: true), to: story.id)
            }
            await #expect(throws: Missing.self) { try await door(story, other).page(story.id) }
        }
    }
}
