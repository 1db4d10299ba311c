import Foundation
import Kernel
import Store
import Testing

@testable import Belong

@Suite("The plan somebody keeps")
struct OwnPageTests {
    let story: CaseInHand

    init() async throws {
        story = try await CaseInHand()
        try await story.talks()
        try await story.plans()
    }

    private func link(madeAt now: Date) async throws -> String {
        let id = story.id
        return try await story.here.store.write { try $0.makeLink(to: .ownPage, id, at: now).token }
    }

    @Test func `shows the aim, the steps, the way back and what to do if things get worse`() async throws {
        let seen = try await story.here.opens("/l/\(link(madeAt: .now))", as: nil)

        #expect(seen.status == 200)
        for words in ["Jean", "A reason to cook again.", "Thursday lunch", "0161 496 0000", "116123"] {
            #expect(seen.says(words), "\(words)")
        }
        #expect(!seen.says("Moss") && !seen.says("Lost her husband") && !seen.says("a secret note"))
    }

    @Test func `does not open with a link that is forged, too old or for something else`() async throws {
        let referral = story.referral
        let old = try await link(madeAt: .now - 91 * 86_400)
        let other = try await story.here.store.write {
            try $0.makeLink(to: .invitation, referral, at: .now).token
        }
        for token in ["forged", old, other] {
            await #expect(throws: Missing.self) { try await OwnPages(store: story.here.store).open(token) }
        }
    }

    @Test func `gives nothing away where somebody else may read it`() async throws {
        let neutral = Reaching(channels: [.text], mayLeaveVoicemail: false, isNeutral: true, words: "")
        let story = try await CaseInHand(reaching: neutral)
        try await story.cases().give(story.id, at: story.here.site().address, at: story.now)

        let bodies: [String] = try await story.here.store.read {
            try $0.values("SELECT body FROM message WHERE subject = 'As promised'")
        }
        #expect(bodies.first?.hasPrefix("Hello Jean. Here is what we talked about: ") == true)
        #expect(bodies.first?.contains("plan") == false)
    }

    @Test func `is given on paper where no way is safe`() async throws {
        let nothing = Reaching(channels: [.call], mayLeaveVoicemail: false, isNeutral: true, words: "")
        let story = try await CaseInHand(reaching: nothing)

        await #expect(throws: Cases.GivingRefused.noSafeWay) {
            try await story.cases().give(story.id, at: story.here.site().address, at: story.now)
        }
        #expect(Cases.GivingRefused.noSafeWay.sentence.contains("Print it"))
        #expect(try await story.here.opens("\(story.path)/own-page", as: story.here.amara).status == 200)
    }
}
