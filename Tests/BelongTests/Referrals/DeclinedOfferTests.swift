import Foundation
import Kernel
import Store
import Testing

@testable import Belong

@Suite("Offered, and said no today")
struct DeclinedOfferTests {
    @Test func `comes back on its day to whoever offered, and to nobody else`() async throws {
        let here = try await Neighbourhood()
        let day = Day(Neighbourhood.now).advanced(by: 28)
        try await DeclinedOffers(store: here.store, member: here.drPatel)
            .note("The lady with the tandem", at: here.elmStreet.id, remindOn: day, at: Neighbourhood.now)
        let due = { (member: Member, ahead: Int) in
            try await DeclinedOffers(store: here.store, member: member)
                .due(at: Neighbourhood.now.addingTimeInterval(Double(ahead) * 86_400)).map(\.words)
        }

        #expect(try await due(here.drPatel, 27).isEmpty)
        #expect(try await due(here.drPatel, 28) == ["The lady with the tandem"])
        #expect(try await due(here.drPatel, 80) == ["The lady with the tandem"])
        #expect(try await due(here.drLowe, 28).isEmpty)
    }

    @Test func `stays until they were asked again, which only whoever offered can say`() async throws {
        let here = try await Neighbourhood()
        let offers = DeclinedOffers(store: here.store, member: here.drPatel)
        let long = Neighbourhood.now.addingTimeInterval(-90 * 86_400)
        try await offers.note(
            "The tandem",
            at: here.elmStreet.id,
            remindOn: Day(long).advanced(by: 28),
            at: long
        )
        let offer = try #require(try await offers.due().first)
        let path = "/declined-offers/\(offer.id)/end"

        #expect(try await here.opens("/desk", as: here.drPatel).says("action=\"\(path)\""))
        #expect(try await here.sends(path, [:], as: here.drLowe).status == 404)
        #expect(try await here.sends(path, [:], as: here.drPatel).status == 303)
        #expect(try await here.sends(path, [:], as: here.drPatel).status == 303)
        #expect(try await offers.due().isEmpty)
    }

    @Test func `is asked of which practice where somebody works at several`() async throws {
        let here = try await Neighbourhood()
        let page = try await here.opens("/desk", as: here.amara)
        #expect(page.says("At which practice?"))
        let typed: KeyValuePairs = ["words": "The tandem", "remind": "4"]

        let unsaid = try await here.sends("/declined-offers", typed, as: here.amara)
        #expect(unsaid.status == 422 && unsaid.says("Choose the practice") && unsaid.says("The tandem"))

        let sent = try await here.sends(
            "/declined-offers",
            ["words": "The tandem", "remind": "4", "practice": here.harbour.id.description],
            as: here.amara
        )
        #expect(sent.status == 303)
        #expect(try await here.count("declined_offer WHERE practice = \(here.harbour.id)") == 1)
    }

    @Test func `with nothing written comes back to be put right`() async throws {
        let here = try await Neighbourhood()

        let page = try await here.sends("/declined-offers", ["words": " ", "remind": "13"], as: here.drPatel)

        #expect(page.status == 422 && page.says("Write a line first."))
        #expect(page.says("value=\"13\" selected"))
    }

    @Test func `becomes a referral with its words in it, and is asked of no more`() async throws {
        let here = try await Neighbourhood()
        let offers = DeclinedOffers(store: here.store, member: here.drPatel)
        let long = Neighbourhood.now.addingTimeInterval(-90 * 86_400)
        try await offers.note("The tandem", at: here.elmStreet.id, remindOn: Day(long), at: long)
        let offer = try #require(try await offers.due().first)
        let path = "/referrals/new?offer=\(offer.id)"
        #expect(try await here.opens("/desk", as: here.drPatel).says("href=\"\(path)\""))
        #expect(try await here.opens(path, as: here.drPatel).says("The tandem</textarea>"))
        #expect(try await !here.opens(path, as: here.drLowe).says("The tandem"))

        let sent = try await here.sends(
            "/referrals",
            [
                "practice": here.elmStreet.id.description, "offer": offer.id.description, "givenName": "Ada",
                "familyName": "Hall", "born": "3 3 1950", "postcode": "M33 7ZF", "phone": "07700 900114",
                "reasons[]": "isolation", "words": "The tandem", "safe": "plain", "risk": "nothing",
            ],
            as: here.drPatel
        )

        #expect(sent.status == 303)
        #expect(try await offers.due().isEmpty)
    }

    @Test func `stands in the weekly digest of whoever offered`() async throws {
        let here = try await Neighbourhood()
        let offers = DeclinedOffers(store: here.store, member: here.drPatel)
        let (now, site) = (Neighbourhood.now, try #require(WebAddress("https://belong.example")))
        try await offers.note(
            "The tandem",
            at: here.elmStreet.id,
            remindOn: Day(now).advanced(by: 1),
            at: now
        )
        let digest = Digest(store: here.store, site: site)

        #expect(try await digest.round(at: now) == 0)
        #expect(try await digest.round(at: now + 86_400) == 1)
        #expect(try await digest.round(at: now + 2 * 86_400) == 0)
        let body: String? = try await here.store.read { try $0.value("SELECT body FROM message") }
        #expect(
            body
                == "You wanted to ask somebody again. Read it here: https://belong.example/desk"
        )
    }
}
