import Foundation
import Kernel
import Store
import Testing

@testable import Belong

/// V5, its second half (paper, lines 46-47): the front desk could not find her and
/// complains. It is taken for what it is, a gap in what they know.
@Suite("The front desk complains about a link worker who could not be found")
struct ComplaintAsGapTests {
    let here: Neighbourhood

    init() async throws { here = try await Neighbourhood() }

    private func complain() async throws -> String {
        let fields: KeyValuePairs = [
            "kind": "information_gap",
            "words": "We could not find her all morning and somebody was waiting.",
            "whose": "\(here.elmStreet.id).\(here.peter.id)",
        ]
        return try #require(try await here.sends("/issues", fields, as: here.mina).location)
    }

    @Test func `begins on the page they already look at, and asks for no name`() async throws {
        #expect(try await here.opens("/front-desk", as: here.mina).says("/issues/new"))

        let form = try await here.opens("/issues/new", as: here.mina)

        #expect(form.says("Information gap: we did not know where somebody was"))
        #expect(form.says("Nothing you write here stands on anybody’s record"))
        for name in ["Amara", "Sam Reed"] { #expect(!form.says(name), "\(name)") }
    }

    @Test func `is the practice manager's to put right, and shows where the answer stood`() async throws {
        let path = try await complain()

        let issue = try await here.opens(path, as: here.peter)

        #expect(issue.says("<h1>Information gap</h1>"))
        #expect(issue.says("Peter Hale is to put it right"))
        #expect(issue.says("href=\"/front-desk\"") && issue.says("part of the job"))
    }

    @Test func `leaves nothing on the link worker's page, nor anywhere they are read`() async throws {
        let path = try await complain()

        for (member, practice) in [(here.amara, here.elmStreet), (here.sam, here.elmStreet)] {
            let placement = try await here.placement(of: member, at: practice)
            for reader in [member, here.peter, here.ruth, here.nadia] {
                #expect(
                    !(try await here.opens("/placements/\(placement)", as: reader).says("Information gap"))
                )
            }
            #expect(try await here.opens(path, as: member).status == 404)
        }
        #expect(try await here.count("issue WHERE placement IS NOT NULL") == 0)
        #expect(
            try await here.count("issue WHERE raised_as = 'receptionist' AND kind = 'information_gap'") == 1
        )
    }
}
