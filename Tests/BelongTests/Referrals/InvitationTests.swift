import Foundation
import Kernel
import Store
import Testing

@testable import Belong

@Suite("Being invited")
struct InvitationTests {
    /// The address in the last message that was written.
    private func link(in here: Neighbourhood) async throws -> String {
        let body: String? = try await here.store.read { view in
            try view.value("SELECT body FROM message ORDER BY made_at DESC LIMIT 1")
        }
        let address = try #require(body?.firstMatch(of: /\/l\/[0-9a-f]{64}/))
        return String(address.output)
    }

    private func waiting(_ here: Neighbourhood) async throws -> [Waiting] {
        try await here.referrals(seenBy: here.amara).waiting()
    }

    @Test func `lets somebody say yes, where and how, without an account`() async throws {
        let here = try await Neighbourhood()
        try await here.refers(at: .now)
        let link = try await link(in: here)

        let answered = try await here.sends(
            link,
            ["answer": "yes", "place": "community", "manner": "with_someone", "words": "After four"],
            as: nil
        )

        #expect(answered.location == link)
        #expect(try await waiting(here).map(\.wish) == [.yes])
        #expect(try await here.opens(link, as: nil).says("You said: Yes, that is fine"))
    }

    @Test func `takes a no, and nobody rings`() async throws {
        let here = try await Neighbourhood()
        let referral = try await here.refers(at: .now)

        _ = try await here.sends(link(in: here), ["answer": "no", "words": ""], as: nil)

        #expect(try await waiting(here).isEmpty)
        await #expect(throws: Acceptance.Refused.noLongerWaiting) { try await here.accepts(referral) }
        #expect(try await here.opens("/referrals/\(referral)", as: here.drPatel).says("they said no"))
    }

    @Test func `keeps the last of two answers, and both as they were given`() async throws {
        let here = try await Neighbourhood()
        try await here.refers(at: .now)
        let link = try await link(in: here)

        _ = try await here.sends(link, ["answer": "yes"], as: nil)
        _ = try await here.sends(link, ["answer": "another_time", "words": "Not Fridays"], as: nil)

        #expect(try await waiting(here).map(\.wish) == [.anotherTime])
        #expect(try await here.count("wish") == 2)
    }

    @Test func `asks again when nothing was chosen`() async throws {
        let here = try await Neighbourhood()
        try await here.refers(at: .now)

        let page = try await here.sends(link(in: here), ["words": "Hello"], as: nil)

        #expect(page.status == 422 && page.says("Choose yes, no or another time"))
    }

    @Test func `comes back with all that was chosen and written when yes or no was forgotten`() async throws {
        let here = try await Neighbourhood()
        try await here.refers(at: .now)
        let link = try await link(in: here)
        _ = try await here.sends(link, ["answer": "yes", "place": "home", "words": "Mornings"], as: nil)

        let page = try await here.sends(
            link,
            ["words": "After four", "place": "walk", "manner": "video"],
            as: nil
        )

        #expect(page.says("value=\"After four\"") && !page.says("value=\"Mornings\""))
        #expect(page.says("value=\"walk\" checked") && page.says("value=\"video\" checked"))
        #expect(!page.says("value=\"yes\" checked"))
    }

    @Test func `gives nothing away on its page where words must be neutral`() async throws {
        let here = try await Neighbourhood()
        try await here.refers(
            reaching: Reaching(channels: [.text], mayLeaveVoicemail: false, isNeutral: true, words: ""),
            at: .now
        )
        let link = try await link(in: here)

        for page in [try await here.opens(link, as: nil), try await here.opens(link + "/letter", as: nil)] {
            #expect(page.status == 200 && !page.says("link worker") && !page.says("Moss"))
        }
    }

    @Test func `leads nowhere by a link that is forged, expired or withdrawn`() async throws {
        let here = try await Neighbourhood()
        let referral = try await here.refers(at: .now)
        let link = try await link(in: here)
        let invitations = Invitations(store: here.store)
        let token = String(link.dropFirst(3))

        await #expect(throws: Missing.self) {
            try await invitations.open(token, at: .now + Link.life + 1)
        }
        #expect(try await here.opens("/l/" + String(repeating: "a", count: 64), as: nil).status == 404)
        try await here.store.write { try $0.withdrawLinks(to: referral, at: .now) }
        #expect(try await here.opens(link, as: nil).status == 410)
        #expect(try await here.sends(link, ["answer": "yes"], as: nil).status == 409)
    }

    @Test func `is closed once the referral was declined`() async throws {
        let here = try await Neighbourhood()
        let referral = try await here.refers(at: .now)
        let link = try await link(in: here)

        try await here.referrals(seenBy: here.amara).decline(
            referral,
            Decline(reason: .noRoom, words: "Full.")
        )

        #expect(try await here.sends(link, ["answer": "yes"], as: nil).status == 409)
        #expect(try await here.count("wish") == 0)
    }
}
