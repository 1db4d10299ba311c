import Foundation
import Kernel
import Store
import Testing

@testable import Belong

@Suite("What nobody expects to be typed")
struct BadInputTests {
    @Test func `ten megabytes are turned away with a sentence`() async throws {
        let here = try await Neighbourhood()
        let before = try await here.count("draft") + here.count("referral")

        let seen = try await here.sends(
            "/referrals",
            ["words": String(repeating: "a", count: 10_000_000)],
            as: here.drPatel
        )

        #expect(seen.status == 413 && seen.says("That is too long to send"))
        #expect(seen.says("Nothing was saved yet. Go back, where your words still are"))
        #expect(try await here.count("draft") + here.count("referral") == before)
    }

    @Test(arguments: [
        ("נועה", "בן־דוד"), ("محمد", "الأحمد"), ("小明", "王"), ("Zoë 🌻", "O’Brien-Núñez"),
        ("<b>Bo</b>", "'; DROP TABLE person; --"),
    ])
    func `a name in any script is kept, found and shown as it was written`(
        _ given: String,
        _ family: String
    )
        async throws
    {
        let story = try await CaseInHand()
        let here = story.here
        try await here.store.write { work in
            let who = try work.particulars(of: story.person)
            let renamed = Particulars(
                givenName: given,
                familyName: family,
                nhsNumber: who.nhsNumber,
                bornOn: who.bornOn,
                postcode: who.postcode,
                address: who.address,
                phone: who.phone,
                email: who.email
            )
            try work.write(renamed, of: story.person, because: "Misheard", by: here.amara.id, at: story.now)
        }
        let found = try await story.cases().people(named: family, at: story.now)
        #expect(found.count == 1)
        let kept = try await here.store.read { try $0.particulars(of: story.person) }
        #expect(kept.givenName == given && kept.familyName == family)
        let seen = try await here.opens("/people/\(story.person)", as: here.amara)
        #expect(seen.status == 200 && !seen.says("<b>Bo</b>"))
        #expect(seen.says(given.replacing("<", with: "&lt;").replacing(">", with: "&gt;")))
    }
}
