import Foundation
import Kernel
import Store
import Testing

@testable import Belong

/// Hazard H04: words that need somebody today must not wait in a list for next week.
@Suite("A referral with words that may mean danger")
struct LookAgainTests {
    let here: Neighbourhood
    let words = "He says he wants to end it all and has chest pain."

    init() async throws {
        here = try await Neighbourhood()
    }

    /// Mina at the desk sends what he said.
    private func sends(_ words: String, heeded: String = "", by member: Member? = nil) async throws -> Seen {
        try await here.sends(
            "/referrals",
            [
                "givenName": "Red", "familyName": "Flagg", "born": "3 3 1950", "postcode": "M33 7ZF",
                "practice": here.elmStreet.id.description, "reasons[]": "mood", "words": words,
                "safe": "plain", "phone": "07700 900113", "risk": "nothing", "heeded": heeded,
            ],
            as: member ?? here.mina
        )
    }

    private func flagged() async throws -> Referral.ID {
        try await here.refers(words: words, at: .now)
    }

    private func link() async throws -> String {
        let body: String? = try await here.store.read {
            try $0.value("SELECT body FROM message WHERE body LIKE '%/l/%' ORDER BY made_at DESC LIMIT 1")
        }
        return String(try #require(body?.firstMatch(of: /\/l\/[0-9a-f]{64}/)).output)
    }

    @Test func `says whom to tell before it goes, and loses nothing that was typed`() async throws {
        let asked = try await sends(words)

        #expect(asked.status == 422 && asked.says("Before this goes:"))
        for number in ["tel:999", "tel:111", "tel:116123", "tel:01614960000"] {
            #expect(asked.says(number), "\(number)")
        }
        #expect(asked.says("Dr Lowe or another clinician at Elm Street Surgery"))
        #expect(asked.says("wants to end it all") && asked.says("value=\"Flagg\""))
        #expect(asked.says("I have told somebody; send it as well"))
        #expect(try await here.count("referral") == 0)
    }

    @Test func `goes with one more press, for help is never kept back`() async throws {
        let sent = try await sends(words, heeded: "yes")

        #expect(sent.status == 303)
        #expect(try await here.count("referral") == 1)
    }

    @Test func `of a group names no clinician to it, and still goes`() async throws {
        let asked = try await sends(words, by: here.walter)

        #expect(asked.status == 422 && asked.says("the duty clinician at Elm Street Surgery"))
        #expect(!asked.says("Dr Lowe"))
        #expect(try await sends(words, heeded: "yes", by: here.walter).status == 303)
    }

    @Test func `is not asked about where nothing is said that may mean it`() async throws {
        #expect(try await sends("She has cut herself off since the spring.").status == 303)
    }

    @Test func `asks somebody who asks for themselves as well, in words for them`() async throws {
        let typed = "I do not want to be here any more. I have taken tablets."
        let asked = try await here.asks(["words": typed])

        #expect(asked.status == 422 && asked.says("Please talk to somebody now."))
        #expect(asked.says("tel:116123") && asked.says("I have taken tablets."))
        #expect(!asked.says("Dr Lowe"))
        #expect(try await here.count("referral") == 0)

        let sent = try await here.asks(["words": typed, "heeded": "yes"])
        #expect(sent.status == 303)
        #expect(try await here.opens(try #require(sent.location), as: nil).says("tel:999"))
    }

    @Test func `is read before all else by every link worker there, with its words and whom to ring`()
        async throws
    {
        let referral = try await flagged()

        for page in ["/waiting", "/today", "/referrals/\(referral)"] {
            let seen = try await here.opens(page, as: here.sam)
            #expect(seen.says("Would you look at this again?"), "\(page)")
            #expect(seen.says("wants to end it all and has chest pain"), "\(page)")
            #expect(seen.says("ring Dr Lowe or another clinician at Elm Street Surgery"), "\(page)")
        }
        #expect(try await !here.opens("/today", as: here.jo).says("Would you look"))
    }

    @Test func `asks no more once somebody raised a worry`() async throws {
        let referral = try await flagged()
        let person = try await here.person(of: referral)
        let worrying = try Worrying(store: here.store, member: here.amara, site: here.site().address)

        try await worrying.raise(.now, about: person, to: here.drLowe.id, "See him today.", at: .now + 1)

        for page in ["/waiting", "/today", "/referrals/\(referral)"] {
            #expect(try await !here.opens(page, as: here.amara).says("Would you look"), "\(page)")
        }
    }

    @Test func `answered by a no with such words is not only “do not ring”`() async throws {
        let referral = try await here.refers(at: .now)
        let link = try await link()

        _ = try await here.sends(
            link,
            ["answer": "no", "words": "I am going to kill myself"],
            as: nil
        )

        let own = try await here.opens(link, as: nil)
        #expect(own.says("You said: No, thank you") && own.says("I am going to kill myself"))
        #expect(own.says("please do not wait for us"))
        for page in ["/waiting", "/today", "/referrals/\(referral)"] {
            let seen = try await here.opens(page, as: here.amara)
            #expect(seen.says("Would you look at this again?"), "\(page)")
            #expect(seen.says("I am going to kill myself") && !seen.says("do not ring"), "\(page)")
        }
        let waiting = try await here.opens("/waiting", as: here.amara)
        #expect(waiting.says("Jean said no to a call. Look at their words first"))
    }

    @Test func `stays to be looked at when they answer otherwise later`() async throws {
        try await here.refers(at: .now)
        let link = try await link()
        _ = try await here.sends(link, ["answer": "no", "words": "I want to die"], as: nil)

        _ = try await here.sends(link, ["answer": "yes", "words": ""], as: nil)

        #expect(try await here.opens("/today", as: here.amara).says("I want to die"))
    }

    @Test func `answered so when a link worker has them stands on that link worker's day and before a call`()
        async throws
    {
        let referral = try await here.refers(at: .now)
        let link = try await link()
        let opened = try await here.accepts(referral, at: .now)
        _ = try await here.sends(link, ["answer": "no", "words": "I want to die"], as: nil)

        for page in ["/today", "/cases/\(opened)", "/cases/\(opened)/call"] {
            #expect(
                try await here.opens(page, as: here.amara).says("Would you look at this again?"),
                "\(page)"
            )
        }
        #expect(try await here.opens("/cases/\(opened)/call", as: here.amara).says("tel:07700900112"))
        #expect(try await !here.opens("/today", as: here.sam).says("I want to die"))
    }
}
