import Foundation
import Kernel
import Store
import Testing
import Web

@testable import Belong

@Suite("What an invitation promises")
struct InvitationWordsTests {
    let here: Neighbourhood

    init() async throws {
        here = try await Neighbourhood()
    }

    private func bodies() async throws -> [String] {
        try await here.store.read {
            try $0.values("SELECT body FROM message WHERE channel <> 'email' ORDER BY made_at, id")
        }
    }

    private func isIn(_ linkWorker: Member, on weekday: Weekday) async throws {
        try await here.store.write { work in
            try work.run(
                """
                INSERT INTO agreed_hours (placement, weekday, said_at, from_minute, until_minute, room)
                SELECT id, \(weekday.rawValue), CAST(\(Neighbourhood.now - 86_400) AS TIMESTAMPTZ), 540, 960, ''
                FROM placement
                WHERE link_worker = \(linkWorker.id) AND practice = \(here.elmStreet.id)
                """
            )
        }
    }

    @Test func `who was asked for, how long people wait for them, and no day before they accept`()
        async throws
    {
        try await isIn(here.sam, on: .thursday)
        for days in [4.0, 6, 9] {
            let then = Neighbourhood.now - 20 * 86_400
            let waited = try await here.refers(
                Neighbourhood.particulars("Bo \(days)", phone: nil, bornOn: nil),
                at: then
            )
            try await here.accepts(waited, by: here.sam, at: then + days * 86_400)
        }
        let referral = try await here.refers(askedFor: here.sam, at: Neighbourhood.now - 60)

        let words = try #require(try await bodies().last)
        #expect(words.contains("Sam Reed, a link worker at Elm Street Surgery,"))
        #expect(words.contains("would like to ring you, usually in 4 to 9 days."))
        #expect(!words.contains("April"))

        try await here.accepts(referral, by: here.sam)
        #expect(
            try await bodies().last?.contains("will ring you on Thursday 16 April or soon after.") == true
        )
    }

    @Test func `that it was suggested, and what it is, where nobody has talked with them`() async throws {
        try await here.refers(told: [], at: .now)

        let words = try #require(try await bodies().first)
        #expect(
            words.contains(
                "Dr Patel at Elm Street Surgery thought that some extra help might be good for you, and suggested a link worker."
            )
        )
        #expect(words.contains("knows what goes on round here") && !words.contains("talked"))
    }

    @Test func `to answer by text only where texts that come back are read`() async throws {
        try await here.refers()
        #expect(try await bodies().first?.contains("YES or NO") == false)

        let arrival = Arrival(id: Arrival.ID(), notification: "one", sender: "07700 900999", body: "Hello")
        try await Arriving(store: here.store, site: here.site().address).take(arrival)
        try await here.refers(
            Neighbourhood.particulars("Ada Hall", phone: "07700 900114", bornOn: nil),
            at: Neighbourhood.now + 60
        )

        #expect(try await bodies().last?.contains("Or answer YES or NO to this text.") == true)
    }

    @Test func `behind its link who will ring, roughly when, from which number, and that no is fine`()
        async throws
    {
        let phone = PhoneNumber("07700 900101")
        try await Profiles(store: here.store, member: here.sam)
            .write(Profile(brings: "Housing.", languages: "", phone: phone))
        try await here.refers(askedFor: here.sam, at: .now)
        let link = try #require(try await bodies().last?.firstMatch(of: /\/l\/[0-9a-f]{64}/)).output

        for path in ["\(link)", "\(link)/letter"] {
            let page = try await here.opens(path, as: nil)
            #expect(
                page.says(
                    "Sam Reed, a link worker at Elm Street Surgery, would like to ring you, usually within two weeks."
                )
            )
            #expect(page.says("The call comes from 07700 900101."))
            #expect(page.says("Ring Elm Street Surgery on 0161 496 0000"))
            #expect(page.says("It is fine to say no"))
        }
    }

    @Test(arguments: [
        ("462 Northenden Road Sale Cheshire", "462 Northenden Road, Sale, Cheshire"),
        (
            "Lloyd House 7 Lloyd Street  Altrincham Cheshire",
            "Lloyd House 7 Lloyd Street, Altrincham, Cheshire"
        ),
        ("12 Elm Street, Sale", "12 Elm Street, Sale"), ("The Surgery", "The Surgery"), ("", ""),
    ])
    func `under an address with the commas of an envelope`(_ listed: String, _ written: String) {
        #expect(listed.asAddress == written)
    }
}
