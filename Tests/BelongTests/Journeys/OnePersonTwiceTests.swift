import Foundation
import Kernel
import Store
import Testing

@testable import Belong

/// Jean was referred twice, as Jean and as Jeannie. Amara finds out, and later that
/// she was mistaken.
@Suite("One person, known twice")
struct OnePersonTwiceTests {
    let two: TwoRecords
    let here: Neighbourhood

    init() async throws {
        two = try await TwoRecords()
        here = two.here
    }

    @Test func `Amara sees both, brings them together, and separates them when she meets the other`()
        async throws
    {
        let links = try await linksOfJeannie()
        try await amaraSeesSomebodyAlike()
        try await amaraLooksAtBoth()
        let merging = try await amaraBringsThemTogether()
        try await whatWasSentStillOpens(links)
        try await theirPageSaysSo(merging)
        try await amaraSeparatesThem(merging)
        try await whatWasSentStillOpens(links)
    }

    /// Links that were sent to Jeannie: to answer the invitation, and to her own plan.
    private func linksOfJeannie() async throws -> [String] {
        let (referral, opened) = (two.jeanniesReferral, two.jeanniesCase)
        return try await here.store.write { work in
            let invitation = try work.makeLink(to: .invitation, referral, at: .now)
            return try [invitation.token, work.makeLink(to: .ownPage, opened, at: .now).token]
        }
    }

    private func amaraSeesSomebodyAlike() async throws {
        let page = try await here.opens("/people/\(two.jean)", as: here.amara)
        #expect(page.says("This may be somebody already known"))
        let alike = try await here.opens("/people/\(two.jean)/merging", as: here.amara)
        #expect(alike.says("Jeannie Moss, born 4 February 1953, lives in M33"))
        #expect(alike.says("/people/\(two.jean)/merging/\(two.jeannie)"))
        let wrong = try await here.sends("/people/\(two.jean)/merging", ["nhsNumber": "1"], as: here.amara)
        #expect(wrong.status == 422 && wrong.says("That is not an NHS number"))
        try await two.given("943 476 5919", to: two.jeannie)
        let found = try await here.sends(
            "/people/\(two.jean)/merging",
            ["nhsNumber": "943 476 5919"],
            as: here.amara
        )
        #expect(found.location == "/people/\(two.jean)/merging/\(two.jeannie)")
    }

    private func amaraLooksAtBoth() async throws {
        let both = try await here.opens("/people/\(two.jean)/merging/\(two.jeannie)", as: here.amara)
        for words in [
            "One person, or two?", "Jean Moss", "Jeannie Moss", "943 476 5919", "A large dog",
            "An interpreter (Polish)", "Referred by Dr Lowe", "Referred by Dr Patel", "With Sam Reed",
            "With Amara Okafor", "safe by text, e-mail", "safe by text, phone call",
        ] { #expect(both.says(words), "\(words)") }
        // Twice among those who look like Jean, once side by side.
        #expect(try await here.count("log_entry WHERE act = 'looked' AND person = \(two.jeannie)") == 3)
    }

    private func amaraBringsThemTogether() async throws -> String {
        let path = "/people/\(two.jean)/merging/\(two.jeannie)"
        let empty = try await here.sends(path, [:], as: here.amara)
        #expect(empty.status == 422 && empty.says("Choose which of the two is right"))
        #expect(empty.says("Say how you know that they are one"))

        let nonce = Submission.ID()
        let sure: KeyValuePairs = ["right": "\(two.jean)", "reason": "She told me on the phone"]
        let done = try await here.sends(path, sure, as: here.amara, nonce: nonce)
        let twice = try await here.sends(path, sure, as: here.amara, nonce: nonce)
        #expect(done.status == 303 && twice.location == done.location)
        let late = try await here.sends(path, sure, as: here.amara)
        #expect(late.status == 409 && late.says("These two have been brought together already."))
        return try #require(done.location)
    }

    private func theirPageSaysSo(_ merging: String) async throws {
        let page = try await here.opens("/people/\(two.jean)", as: here.amara)
        #expect(page.says(merging) && page.says("With Sam Reed") && page.says("Brought together"))
        let seen = try await here.opens(merging, as: here.amara)
        for words in [
            "Amara Okafor brought Jeannie Moss together with Jean Moss", "She told me on the phone",
            "1 referral", "1 case", "These are two people after all",
        ] { #expect(seen.says(words), "\(words)") }
    }

    private func amaraSeparatesThem(_ merging: String) async throws {
        let empty = try await here.sends("\(merging)/separation", ["reason": " "], as: here.amara)
        #expect(empty.status == 422 && empty.says("Say how you know that they are two"))
        let met: KeyValuePairs = ["reason": "Met her sister-in-law Jeannie"]
        #expect(try await here.sends("\(merging)/separation", met, as: here.amara).location == merging)
        let seen = try await here.opens(merging, as: here.amara)
        #expect(seen.says("Two people after all") && seen.says("stays with"))
        let again = try await here.sends("\(merging)/separation", met, as: here.sam)
        #expect(again.status == 404 || again.says("These have been separated already."))
        #expect(try await here.opens("/people/\(two.jeannie)", as: here.sam).says("Jeannie Moss"))
        #expect(try await here.opens("/people/\(two.jeannie)", as: here.amara).status == 404)
    }

    private func whatWasSentStillOpens(_ links: [String]) async throws {
        for token in links { #expect(try await here.opens("/l/\(token)", as: nil).status == 200) }
    }
}
