import Kernel
import Testing

@testable import Belong

@Suite("Before a referral is sent")
struct ReferralHeadsTests {
    let here: Neighbourhood

    init() async throws {
        here = try await Neighbourhood()
        let profile = Profile(
            brings: "Ten years in housing advice.",
            languages: "",
            phone: nil,
            leaves: "Counselling."
        )
        try await Profiles(store: here.store, member: here.amara).write(profile)
    }

    @Test func `its referrer reads who would read it, how long people wait, and what is not for them`()
        async throws
    {
        try await here.refers()

        let page = try await here.opens("/referrals/new", as: here.drPatel)

        #expect(page.says("Who will read it") && page.says("Amara Okafor") && page.says("Sam Reed"))
        #expect(page.says("1 person waiting"))
        #expect(page.says("<b>Not for Amara Okafor:</b> Counselling."))
        #expect(page.says("What needs a clinician first, and danger now, are not for them."))
    }

    @Test func `for one link worker that one is shown, with what they bring`() async throws {
        let page = try await here.opens("/referrals/new?linkWorker=\(here.amara.id)", as: here.drPatel)

        #expect(page.says("Ten years in housing advice.") && !page.says("<b>Sam Reed</b>"))
    }

    @Test func `a link worker writes what is not for them, for whoever refers`() async throws {
        _ = try await here.sends(
            "/me/profile",
            ["brings": "Patience", "leaves": "Tribunals", "languages": "", "phone": ""],
            as: here.sam
        )

        #expect(try await here.opens("/desk", as: here.drPatel).says("<b>Not for Sam Reed:</b> Tribunals"))
    }
}
