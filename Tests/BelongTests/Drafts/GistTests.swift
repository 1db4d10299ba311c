import Foundation
import Kernel
import Testing

@testable import Belong

@Suite("A draft among others")
struct GistTests {
    private func gist(_ content: String) -> String {
        Draft(id: Draft.ID(), content: content, beganAt: Neighbourhood.now, savedAt: Neighbourhood.now).gist
    }

    @Test func `is told by who it is about, how it begins and where it came from`() {
        #expect(
            gist("question=\(Question.ID())&givenName=Jean&familyName=Moss&born=4+2+1953&words=Eats+alone.")
                == "Jean Moss, “Eats alone.”, from a question of yours"
        )
    }

    @Test func `is told by its beginning only, cut at a word`() {
        let long = String(repeating: "sings+", count: 20)

        #expect(gist("matters=\(long)").hasSuffix("sings…”"))
        #expect(gist("matters=\(long)").count < 70)
    }

    @Test func `with nothing in it says so`() {
        #expect(gist("practice=\(Organisation.ID())&words=&born=4+2+1953") == "nothing written yet")
    }

    @Test func `of one minute with another can be told from it where one begins again`() async throws {
        let here = try await Neighbourhood()
        let drafts = Drafts(store: here.store, member: here.drPatel)
        for name in ["Jean", "Alan"] {
            try await drafts.keep(
                Draft.ID(),
                .referral,
                about: here.drPatel.id,
                "givenName=\(name)&familyName=Moss"
            )
        }

        let page = try await here.opens("/referrals/new", as: here.drPatel)

        #expect(page.says("today: Jean Moss.") && page.says("today: Alan Moss."))
    }
}
