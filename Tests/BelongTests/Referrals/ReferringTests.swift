import Foundation
import Kernel
import Store
import Testing

@testable import Belong

@Suite("Referring somebody")
struct ReferringTests {
    @Test(arguments: ["drPatel", "mina", "peter"])
    func `is open to every role of the practice`(_ who: String) async throws {
        let here = try await Neighbourhood()
        let referrer = try #require(["drPatel": here.drPatel, "mina": here.mina, "peter": here.peter][who])

        try await here.refers(by: referrer)

        #expect(try await here.count("referral WHERE route = 'practice'") == 1)
    }

    @Test func `is open to a VCSE, and to the person themselves on a public page`() async throws {
        let here = try await Neighbourhood()

        try await here.refers(by: here.walter)
        let sent = try await here.sends(
            "/ask",
            [
                "givenName": "Zoë", "familyName": "Bell", "born": "3 3 1980", "postcode": "M33 7ZF",
                "practice": here.elmStreet.id.description, "reasons[]": "isolation", "words": "New here.",
                "channels[]": "call", "phone": "07700 900113", "risk": "nothing",
            ],
            as: nil
        )

        #expect(sent.location == "/asked?practice=\(here.elmStreet.id)")
        #expect(try await here.count("referral WHERE route = 'vcse'") == 1)
        #expect(try await here.count("referral WHERE route = 'self' AND referrer IS NULL") == 1)
    }

    @Test func `is refused for another practice`() async throws {
        let here = try await Neighbourhood()

        await #expect(throws: Referring.Refused.notYourPractice) {
            try await here.refers(by: here.drOsei, from: here.elmStreet)
        }
    }

    @Test func `shows who may be meant before a new person is made`() async throws {
        let here = try await Neighbourhood()
        let known = try await here.person(of: here.refers())
        let fields: KeyValuePairs = [
            "givenName": "Jeannie", "familyName": "Moss", "born": "4 2 1953", "postcode": "M33 3AA",
            "practice": here.elmStreet.id.description, "reasons[]": "money", "words": "The heating bill.",
            "channels[]": "call", "phone": "07700 900112", "risk": "nothing",
        ]

        let asked = try await here.sends("/referrals", fields, as: here.drLowe)

        #expect(asked.status == 422 && asked.says("Someone like this is known already"))
        #expect(asked.says("value=\"\(known)\"") && asked.says("The heating bill."))
        #expect(try await here.count("person") == 1)
        #expect(try await here.count("referral") == 1)
    }

    @Test func `is about the one who is meant, once that is said`() async throws {
        let here = try await Neighbourhood()
        let known = try await here.person(of: here.refers())
        let fields: KeyValuePairs = [
            "person": known.description, "givenName": "Jean", "familyName": "Moss", "born": "4 2 1953",
            "postcode": "M33 3AA", "practice": here.elmStreet.id.description, "reasons[]": "money",
            "words": "The heating bill.", "channels[]": "call", "phone": "07700 900112", "risk": "nothing",
        ]

        #expect(try await here.sends("/referrals", fields, as: here.drLowe).status == 303)

        #expect(try await here.count("person") == 1)
        #expect(try await here.count("referral") == 2)
    }

    @Test func `with the NHS number of somebody with another name and birthday is refused`() async throws {
        let here = try await Neighbourhood()
        var jean = Neighbourhood.particulars()
        jean.nhsNumber = NHSNumber("9990001235")
        try await here.refers(jean)
        var other = Neighbourhood.particulars("Tomasz Kowal", bornOn: Day("1980-01-01"))
        other.nhsNumber = jean.nhsNumber
        let told = other

        await #expect(throws: Referring.Refused.numberOfSomeoneElse) { try await here.refers(told) }
    }

    @Test func `asks to check where only the first name goes with the NHS number`() async throws {
        let here = try await Neighbourhood()
        var jean = Neighbourhood.particulars()
        jean.nhsNumber = NHSNumber("9990001235")
        try await here.refers(jean)
        (jean.familyName, jean.bornOn) = ("Hall", nil)
        let told = jean

        await #expect(throws: Referring.Refused.numberOfSomeoneElse) { try await here.refers(told) }
        #expect(
            Referring.Refused.numberOfSomeoneElse.sentence
                == "That NHS number is known with another name or birthday. Check all three, or leave the number out."
        )
    }

    @Test func `never shows a group or the public who is known`() async throws {
        let here = try await Neighbourhood()
        try await here.refers()

        try await here.refers(by: here.walter)

        #expect(try await here.count("person") == 2)
    }

    @Test func `writes to the outbox what the person is told, in the same moment`() async throws {
        let here = try await Neighbourhood()
        try await here.refers()

        let body: String? = try await here.store.read { try $0.value("SELECT body FROM message") }
        #expect(body?.contains("Dr Patel at Elm Street Surgery") == true)
        #expect(body?.contains("It is fine to say no") == true)
    }

    @Test func `is possible where a practice has given no telephone number`() async throws {
        let here = try await Neighbourhood()
        try await here.store.write { try $0.run("UPDATE organisation SET phone = NULL") }

        try await here.refers()

        #expect(try await here.count("message") == 1)
    }

    @Test func `gives nothing away where words must be neutral`() async throws {
        let here = try await Neighbourhood()
        try await here.refers(
            reaching: Reaching(channels: [.text], mayLeaveVoicemail: false, isNeutral: true, words: "")
        )

        let body: String? = try await here.store.read { try $0.value("SELECT body FROM message") }
        #expect(body?.contains("link worker") == false && body?.contains("Dr Patel") == false)
    }

    @Test func `writes to nobody whom no safe channel reaches`() async throws {
        let here = try await Neighbourhood()
        try await here.refers(
            Neighbourhood.particulars(phone: "0161 496 0000"),
            reaching: Reaching(
                channels: [.text, .call],
                mayLeaveVoicemail: false,
                isNeutral: false,
                words: ""
            )
        )

        #expect(try await here.count("message") == 0)
        #expect(try await here.count("invitation") == 1)
    }

    @Test func `keeps what was typed and escapes it`() async throws {
        let here = try await Neighbourhood()
        let typed = "<script>alert(1)</script> \u{202E}שלום 🌻"
        let referral = try await here.refers(words: typed)

        let page = try await here.opens("/referrals/\(referral)", as: here.amara)
        #expect(page.says("&lt;script&gt;") && !page.says("<script>alert") && page.says("שלום 🌻"))
    }

    @Test func `sent twice makes one referral`() async throws {
        let here = try await Neighbourhood()
        let fields: KeyValuePairs = [
            "givenName": "Ada", "familyName": "Hall", "nhsNumber": "9990001235",
            "practice": here.elmStreet.id.description, "reasons[]": "money", "words": "Bills.",
            "channels[]": "call", "phone": "07700 900112", "risk": "nothing",
        ]
        let nonce = Submission.ID()

        let first = try await here.sends("/referrals", fields, as: here.drPatel, nonce: nonce)
        let second = try await here.sends("/referrals", fields, as: here.drPatel, nonce: nonce)

        #expect(first.status == 303 && first.location == second.location)
        #expect(try await here.count("referral") == 1)
    }
}
