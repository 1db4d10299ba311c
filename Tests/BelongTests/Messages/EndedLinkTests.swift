import Foundation
import Kernel
import Store
import Testing

@testable import Belong

@Suite("A link that is over")
struct EndedLinkTests {
    let here: Neighbourhood

    init() async throws {
        here = try await Neighbourhood()
    }

    private func link() async throws -> String {
        let body: String? = try await here.store.read { view in
            try view.value("SELECT body FROM message WHERE body LIKE '%/l/%' ORDER BY made_at DESC LIMIT 1")
        }
        return String(try #require(body?.firstMatch(of: /\/l\/[0-9a-f]{64}/)).output)
    }

    private func declines(_ referral: Referral.ID) async throws {
        try await here.referrals(seenBy: here.amara)
            .decline(referral, Decline(reason: .elsewhere, words: "The carers' centre does this better."))
    }

    @Test func `after a decline says whom to ring, and that nothing more happens`() async throws {
        let referral = try await here.refers(at: .now)
        let link = try await link()
        try await declines(referral)

        let page = try await here.opens(link, as: nil)

        #expect(page.status == 410)
        #expect(page.says("<h1>This link has come to its end</h1>"))
        #expect(page.says("To talk to someone, ring Elm Street Surgery on"))
        #expect(page.says("0161 496 0000") && page.says("href=\"/ask\""))
        #expect(!page.says("Jean") && !page.says("carers"))
        #expect(try await here.opens("\(link)/letter", as: nil).location == link)
    }

    @Test func `because it is too old says the same`() async throws {
        try await here.refers(at: .now)
        let link = try await link()
        try await here.store.write { try $0.run("UPDATE link SET expires_at = \(Neighbourhood.now)") }

        #expect(try await here.opens(link, as: nil).status == 410)
    }

    @Test func `gives nothing away where words must be neutral`() async throws {
        let neutral = Reaching(channels: [.text], mayLeaveVoicemail: false, isNeutral: true, words: "")
        let referral = try await here.refers(reaching: neutral, at: .now)
        let link = try await link()
        try await declines(referral)

        let page = try await here.opens(link, as: nil)

        #expect(page.says("ring Elm Street Surgery on") && !page.says("link worker"))
    }

    /// Elm Street has no number in the list of practices; Amara has one, and has Jean.
    private func withoutNumber(_ reaching: Reaching = Neighbourhood.reaching) async throws -> String {
        try await here.accepts(here.refers(reaching: reaching, at: .now), at: .now)
        let (link, amara) = try await (link(), here.amara.id)
        try await here.store.write { work in
            try work.run("UPDATE organisation SET phone = NULL")
            try work.run(
                """
                INSERT INTO profile (id, member, brings, languages, phone, written_at)
                VALUES (\(Key<Profile>()), \(amara), '', '', '07700 900777', \(Neighbourhood.now))
                """
            )
            try work.run("UPDATE link SET expires_at = \(Neighbourhood.now)")
        }
        return link
    }

    @Test func `says the link worker's number where the practice has none`() async throws {
        let page = try await here.opens(withoutNumber(), as: nil)

        #expect(page.says("ring Amara Okafor on") && page.says("href=\"tel:07700900777\""))
    }

    @Test func `names no link worker where words must be neutral, number or not`() async throws {
        let neutral = Reaching(channels: [.text], mayLeaveVoicemail: false, isNeutral: true, words: "")
        let page = try await here.opens(withoutNumber(neutral), as: nil)

        #expect(!page.says("Amara") && !page.says("07700"))
        #expect(page.says("write to Elm Street Surgery"))
    }

    @Test func `keeps what somebody wrote, for them to say on the telephone`() async throws {
        let referral = try await here.refers(at: .now)
        let link = try await link()
        try await declines(referral)

        let sent = try await here.sends(link, ["answer": "yes", "words": "After four, please."], as: nil)

        #expect(sent.status == 409 && sent.says("After four, please."))
        #expect(
            sent.says(
                "This link has come to its end. To talk to someone, ring Elm Street Surgery on 0161 496 0000."
            )
        )
    }

    @Test func `is not told from none where it was never ours`() async throws {
        let forged = "/l/" + String(repeating: "a", count: 64)

        #expect(try await here.opens(forged, as: nil).status == 404)
        #expect(try await here.sends(forged, ["answer": "yes"], as: nil).status == 404)
    }
}
