import Foundation
import Kernel
import Store
import Testing

@testable import Belong

@Suite("A declined referral")
struct DeclinedTests {
    let here: Neighbourhood

    init() async throws {
        here = try await Neighbourhood()
    }

    private func declined(
        _ reason: Decline.Reason = .noRoom,
        reaching: Reaching = Neighbourhood.reaching,
        by referrer: Member? = nil
    ) async throws -> Referral.ID {
        let referral = try await here.refers(by: referrer, reaching: reaching, at: .now - 60)
        try await here.referrals(seenBy: here.amara)
            .decline(referral, Decline(reason: reason, words: "Full until May, and Sam knows housing."))
        return referral
    }

    private func texts() async throws -> [String] {
        try await here.store.read {
            try $0.values("SELECT body FROM message WHERE channel = 'text' ORDER BY made_at, id")
        }
    }

    @Test func `is told to the person kindly, by the way that is safe, and without the reason`() async throws
    {
        let referral = try await declined()

        let words = try #require(try await texts().last)
        #expect(
            words
                == "Hello Jean. The link workers at Elm Street Surgery cannot take this on just now. That is nothing to do with you. Dr Patel at Elm Street Surgery knows, and can talk with you about what else there is. To talk to someone, ring 0161 496 0000. You can always ask again."
        )
        for reader in [here.amara, here.drPatel] {
            let page = try await here.opens("/referrals/\(referral)", as: reader)
            #expect(
                page.says("A text to them is on its way, kindly and without the reason."),
                "\(reader.name)"
            )
        }
    }

    @Test func `because a clinician is needed first asks them to be seen`() async throws {
        _ = try await declined(.clinical)

        #expect(
            try await texts().last?.contains("Somebody at the surgery would like to see you first.") == true
        )
    }

    @Test func `gives nothing away where words must be neutral`() async throws {
        _ = try await declined(
            reaching: Reaching(channels: [.text], mayLeaveVoicemail: false, isNeutral: true, words: "")
        )

        let words = try #require(try await texts().last)
        #expect(!words.contains("link worker") && !words.contains("Patel") && !words.contains(" ring "))
        #expect(words.contains("nothing is wrong"))
    }

    @Test func `asks whoever referred to tell them, where nothing written is safe`() async throws {
        let referral = try await declined(
            reaching: Reaching(channels: [.call], mayLeaveVoicemail: false, isNeutral: true, words: "")
        )

        #expect(try await texts().isEmpty)
        #expect(
            try await here.opens("/referrals/\(referral)", as: here.drPatel)
                .says("Nobody has written to them: no safe way is known. Please tell them yourself.")
        )
    }

    @Test func `says behind their link what holds`() async throws {
        _ = try await declined()
        let link = try #require(try await texts().first?.firstMatch(of: /\/l\/[0-9a-f]{64}/)).output

        let page = try await here.opens("\(link)", as: nil)

        #expect(page.status == 410)
        #expect(page.says("could not take this on, and that is nothing to do with you"))
        #expect(
            page.says("Dr Patel at Elm Street Surgery knows, and can talk with you about what else there is.")
        )
        #expect(!page.says("Full until May"))
    }

    @Test func `can be made again to a colleague, with what is known filled in`() async throws {
        let referral = try await declined()
        let page = try await here.opens("/referrals/\(referral)", as: here.drPatel)
        #expect(page.says("href=\"/referrals/new?again=\(referral)\"") && page.says("Refer to Sam Reed"))

        let form = try await here.opens("/referrals/new?again=\(referral)", as: here.drPatel)

        for known in ["Jean", "Moss", "M33 7ZF", "07700 900112"] {
            #expect(form.says("value=\"\(known)\""), "\(known)")
        }
        #expect(form.says("Lost her husband in the spring and eats alone."))
        #expect(form.says("value=\"isolation\" checked"))
        #expect(form.says("<option value=\"\(here.sam.id)\" selected>Sam Reed</option>"))
        #expect(
            !form.body.contains(/name="safe"[^>]*checked/) && !form.body.contains(/name="risk"[^>]*checked/)
        )
    }

    @Test
    func `is filled in for nobody but whoever sent it, and for a group without what the practice knows`()
        async throws
    {
        let practices = try await declined()
        for other in [here.drLowe, here.mina, here.walter, here.sam] {
            let form = try await here.opens("/referrals/new?again=\(practices)", as: other)
            #expect(!form.says("Moss") && !form.says("eats alone"), "\(other.name)")
        }
        let fresh = try await Neighbourhood()
        let groups = try await fresh.refers(by: fresh.walter, at: .now - 60)
        try await fresh.referrals(seenBy: fresh.amara)
            .decline(groups, Decline(reason: .noRoom, words: "Full."))
        let form = try await fresh.opens("/referrals/new?again=\(groups)", as: fresh.walter)
        #expect(form.says("value=\"Jean\"") && !form.says("07700 900112"))
    }

    @Test func `begun by a group that may refer to several surgeries has none chosen for it`() async throws {
        let form = try await here.opens("/referrals/new", as: here.walter)

        #expect(form.says("<option value=\"\">Choose the surgery</option>"))
        #expect(!form.body.contains(/<option value="[^"]*" selected>/))
    }
}
