import Kernel
import Store
import Testing

@testable import Belong

@Suite("Who sees a referral")
struct ReferralSightTests {
    @Test func `its link workers and its referrer do, nobody else knows it exists`() async throws {
        let here = try await Neighbourhood()
        let referral = try await here.refers()

        for reader in here.everyone {
            let isTheirs = [here.amara.id, here.sam.id, here.drPatel.id].contains(reader.id)
            let page = try await here.opens("/referrals/\(referral)", as: reader)
            #expect(page.status == (isTheirs ? 200 : 404), "\(reader.name)")
        }
    }

    @Test func `the referrer sees their words and not how to reach the person or what they fear`()
        async throws
    {
        let here = try await Neighbourhood()
        let referral = try await here.refers(risk: .known("His brother has a temper"))

        let linkWorkers = try await here.opens("/referrals/\(referral)", as: here.amara)
        let referrers = try await here.opens("/referrals/\(referral)", as: here.drPatel)

        #expect(linkWorkers.says("His brother has a temper"))
        #expect(referrers.says("eats alone") && !referrers.says("His brother has a temper"))
    }

    @Test func `every look is written down before the page is shown`() async throws {
        let here = try await Neighbourhood()
        let referral = try await here.refers()
        let looks: SQL =
            "log_entry WHERE act = 'looked' AND subject = \(referral) AND member = \(here.amara.id)"

        _ = try await here.opens("/referrals/\(referral)", as: here.amara)

        #expect(try await here.count(looks) == 1)
    }
}
