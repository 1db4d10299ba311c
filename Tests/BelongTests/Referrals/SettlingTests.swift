import Kernel
import Store
import Testing

@testable import Belong

@Suite("Declining, passing on and asking back")
struct SettlingTests {
    @Test func `a decline gives the referrer its reason and its words`() async throws {
        let here = try await Neighbourhood()
        let referral = try await here.refers()

        try await here.referrals(seenBy: here.amara)
            .decline(referral, Decline(reason: .clinical, words: "Please see her chest first."))

        let page = try await here.opens("/referrals/\(referral)", as: here.drPatel)
        #expect(page.says("needs a clinician first") && page.says("Please see her chest first."))
    }

    @Test func `a decline without a line for the referrer is refused`() async throws {
        let here = try await Neighbourhood()
        let referral = try await here.refers()

        await #expect(throws: Decline.Refused.noWords) {
            try await here.referrals(seenBy: here.amara).decline(
                referral,
                Decline(reason: .other, words: "  ")
            )
        }
        #expect(
            Decline.Refused.noWords.sentence == "Write a line for the referrer: what could they do instead?"
        )
    }

    @Test func `a referral that was accepted can no longer be declined or passed on`() async throws {
        let here = try await Neighbourhood()
        let referral = try await here.refers()
        try await here.accepts(referral)
        let sams = here.referrals(seenBy: here.sam)

        await #expect(throws: Decline.Refused.noLongerWaiting) {
            try await sams.decline(referral, Decline(reason: .noRoom, words: "Full."))
        }
        await #expect(throws: Passing.Refused.noLongerWaiting) {
            try await sams.pass(referral, to: here.amara.id, "")
        }
    }

    @Test func `one that was passed on stands first with the colleague, and still waits`() async throws {
        let here = try await Neighbourhood()
        let referral = try await here.refers()

        try await here.referrals(seenBy: here.amara)
            .pass(referral, to: here.sam.id, "Sam speaks Polish", at: Neighbourhood.now)

        let waiting = try await here.referrals(seenBy: here.sam).waiting(at: Neighbourhood.now)
        #expect(waiting.map(\.passedTo) == [here.sam.id])
        #expect(try await here.opens("/waiting", as: here.sam).says("Passed to you"))
    }

    @Test func `whoever passes somebody on reads what each colleague brings and speaks`() async throws {
        let here = try await Neighbourhood()
        let profile = Profile(
            brings: "Ten years in housing advice. And a dog.",
            languages: "Polish",
            phone: nil
        )
        try await Profiles(store: here.store, member: here.sam).write(profile)
        let referral = try await here.refers()

        let page = try await here.opens("/referrals/\(referral)", as: here.amara)

        #expect(page.says("Sam Reed: Ten years in housing advice; speaks Polish"))
    }

    @Test func `nobody is said to be silent whom nobody has written to`() async throws {
        let here = try await Neighbourhood()
        let referral = try await here.refers(Neighbourhood.particulars(phone: "0161 496 0000"))

        let page = try await here.opens("/referrals/\(referral)", as: here.amara)

        #expect(page.says("Nobody has written to them: no safe way is known."))
    }

    @Test func `nobody is passed to someone who does not work there`() async throws {
        let here = try await Neighbourhood()
        let referral = try await here.refers()

        for colleague in [here.jo, here.drPatel, here.amara] {
            await #expect(throws: Passing.Refused.notAColleague) {
                try await here.referrals(seenBy: here.amara).pass(referral, to: colleague.id, "")
            }
        }
    }

    @Test func `referrer and link worker talk on one thread that nobody else can join`() async throws {
        let here = try await Neighbourhood()
        let referral = try await here.refers()

        try await here.referrals(seenBy: here.amara).say("Is mornings all right?", on: referral)
        try await here.referrals(seenBy: here.drPatel).say("After ten.", on: referral)

        let page = try await here.opens("/referrals/\(referral)", as: here.drPatel)
        #expect(page.says("Is mornings all right?") && page.says("After ten."))
        for outsider in [here.drLowe, here.jo, here.mina, here.peter, here.ruth, here.walter, here.nadia] {
            await #expect(throws: Missing.self, "\(outsider.name)") {
                try await here.referrals(seenBy: outsider).say("May I?", on: referral)
            }
        }
    }
}
