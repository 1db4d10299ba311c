import Foundation
import Kernel
import Store
import Testing

@testable import Belong

@Suite("Referring somebody who is known already")
struct AlreadyTests {
    private var jean: Particulars {
        var jean = Neighbourhood.particulars()
        jean.nhsNumber = NHSNumber("9990001235")
        return jean
    }

    private let known = "We know Jean already, so nothing was written down twice."

    @Test func `is said kindly to whoever refers them again, and not for the first time`() async throws {
        let here = try await Neighbourhood()
        let first = try await here.refers(jean, at: Neighbourhood.now - 86_400)
        try await here.accepts(first)
        let second = try await here.refers(jean, by: here.drLowe)

        let page = try await here.opens("/referrals/\(second)", as: here.drLowe)
        let before = try await here.opens("/referrals/\(first)", as: here.drPatel)

        #expect(page.says(known) && page.says("A link worker goes along with Jean already."))
        #expect(!page.says("/cases/") && !before.says(known))
    }

    @Test func `shows link workers what goes on, with the way to it for whoever may see it`() async throws {
        let here = try await Neighbourhood()
        let first = try await here.refers(jean, at: Neighbourhood.now - 86_400)
        let open = try await here.accepts(first)
        let second = try await here.refers(jean, by: here.drLowe)

        let amaras = try await here.opens("/referrals/\(second)", as: here.amara)
        let sams = try await here.opens("/referrals/\(second)", as: here.sam)

        #expect(amaras.says("You go along with Jean already.") && amaras.says("href=\"/cases/\(open)\""))
        #expect(sams.says("Amara Okafor, Elm Street Surgery, goes along with Jean already."))
        #expect(!sams.says("/cases/\(open)"))
    }

    @Test func `says that another referral waits, and leads there who may open it`() async throws {
        let here = try await Neighbourhood()
        let first = try await here.refers(jean, at: Neighbourhood.now - 86_400)
        let second = try await here.refers(jean, by: here.drLowe)

        let linkWorkers = try await here.opens("/referrals/\(second)", as: here.sam)
        let referrers = try await here.opens("/referrals/\(second)", as: here.drLowe)

        #expect(linkWorkers.says("Jean is waiting already, sent on 13 April."))
        #expect(linkWorkers.says("href=\"/referrals/\(first)\""))
        #expect(referrers.says("Jean is waiting already") && !referrers.says("/referrals/\(first)"))
    }

    @Test func `is not said to a group, nor to the clinician of another practice what goes on there`()
        async throws
    {
        let here = try await Neighbourhood()
        try await here.accepts(here.refers(jean, at: Neighbourhood.now - 86_400))
        let groups = try await here.refers(jean, by: here.walter)
        let elsewhere = try await here.refers(jean, by: here.drOsei, from: here.harbour)

        let walters = try await here.opens("/referrals/\(groups)", as: here.walter)
        let drOseis = try await here.opens("/referrals/\(elsewhere)", as: here.drOsei)

        #expect(walters.status == 200 && !walters.says("already"))
        #expect(drOseis.says(known) && !drOseis.says("goes along"))
    }
}
