import Kernel
import Store
import Testing

@testable import Belong

extension Neighbourhood {
    /// Zoë Bell asks for a link worker on the public page.
    func asks(_ typed: [String: String] = [:]) async throws -> Seen {
        try await sends(
            "/ask",
            [
                "givenName": typed["givenName"] ?? "Zoë", "familyName": "Bell", "born": "3 3 1980",
                "postcode": "M33 7ZF", "nhsNumber": typed["nhsNumber"] ?? "",
                "practice": elmStreet.id.description, "reasons[]": "isolation",
                "words": typed["words"] ?? "New here.", "channels[]": "text", "neutral": "no",
                "phone": typed["phone"] ?? "07700 900113", "risk": "nothing",
                "needs[]": typed["needs[]"] ?? "", "language": typed["language"] ?? "",
                "heeded": typed["heeded"] ?? "",
            ],
            as: nil
        )
    }
}

@Suite("Asking for a link worker oneself")
struct AskingTests {
    let here: Neighbourhood
    let number = "9990001235"

    init() async throws {
        here = try await Neighbourhood()
    }

    /// Jean is known by this number.
    private func jean() async throws {
        var jean = Neighbourhood.particulars()
        jean.nhsNumber = NHSNumber(number)
        try await here.refers(jean)
    }

    @Test func `tells nobody whose NHS number is known`() async throws {
        let stranger = try await here.asks(["nhsNumber": number])
        let fresh = try await Neighbourhood()
        var jean = Neighbourhood.particulars()
        jean.nhsNumber = NHSNumber(number)
        try await fresh.refers(jean)

        let known = try await fresh.asks(["nhsNumber": number])

        #expect(stranger.status == known.status)
        #expect(stranger.location == "/asked?practice=\(here.elmStreet.id)")
        #expect(known.location == "/asked?practice=\(fresh.elmStreet.id)")
        #expect(stranger.body == known.body)
    }

    @Test func `is kept for a link worker to find out whose the number is`() async throws {
        try await jean()
        _ = try await here.asks(["nhsNumber": number])

        let asked: Referral.ID? = try await here.store.read {
            try $0.value("SELECT id FROM referral WHERE route = 'self'")
        }
        let referral = try #require(asked)
        let page = try await here.opens("/referrals/\(referral)", as: here.amara)

        #expect(
            page.says("NHS number 999 000 1235. It is kept with another name or birthday: look whose it is")
        )
        #expect(try await here.count("person") == 2)
        #expect(try await here.count("particulars WHERE nhs_number IS NOT NULL") == 1)
    }

    @Test func `by a group with a number of somebody else tells the group nothing either`() async throws {
        try await jean()
        var other = Neighbourhood.particulars("Tomasz Kowal", bornOn: Day("1980-01-01"))
        other.nhsNumber = NHSNumber(number)

        try await here.refers(other, by: here.walter)

        #expect(try await here.count("referral WHERE route = 'vcse' AND said_number IS NOT NULL") == 1)
    }

    @Test func `adds no need to what is known of somebody`() async throws {
        var zoe = Neighbourhood.particulars("Zoë Bell", phone: "07700 900113", bornOn: Day("1980-03-03"))
        zoe.nhsNumber = NHSNumber(number)
        try await here.refers(zoe)

        _ = try await here.asks(["nhsNumber": number, "needs[]": "interpreter", "language": "Polish"])

        #expect(try await here.count("person") == 1)
        #expect(try await here.count("access_need") == 0)
    }

    @Test func `says what is missing in words for whoever asks, and picks no surgery for them`() async throws
    {
        let blank = try await here.sends("/ask", ["givenName": "Zoë"], as: nil)

        #expect(blank.status == 422)
        for sentence in [
            "Choose your surgery", "Enter your date of birth and your postcode, or your NHS number below",
            "Write a line: a few words are enough", "Choose at least one way that is safe for you",
        ] {
            #expect(blank.says(sentence), "\(sentence)")
        }
        #expect(!blank.says("Ask the person") && !blank.says("Enter the NHS number"))
        let form = try await here.opens("/ask", as: nil)
        #expect(form.says("<option value=\"\">Choose the surgery</option>"))
        #expect(form.says("Not in the list?") && form.says("social prescribing link worker"))
    }

    @Test func `promises what the message promises, and whom to ring if nothing comes`() async throws {
        let sent = try await here.asks()
        let thanks = try await here.opens(try #require(sent.location), as: nil)

        #expect(thanks.says("reaches you the way you said is safe, usually within two weeks."))
        #expect(thanks.says("Ring Elm Street Surgery on"))
        let text: String? = try await here.store.read { try $0.value("SELECT body FROM message") }
        #expect(text?.contains("usually within two weeks") == true)
        #expect(try await here.opens("/asked", as: nil).status == 200)
        #expect(try await !here.opens("/asked?practice=\(here.lunchClub.id)", as: nil).says("St Mark"))
    }

    @Test func `is no talk with a referrer, for there is none`() async throws {
        _ = try await here.asks()
        let asked: Referral.ID? = try await here.store.read { try $0.value("SELECT id FROM referral") }
        let referral = try #require(asked)

        let page = try await here.opens("/referrals/\(referral)", as: here.amara)
        #expect(page.says("They asked for themselves") && !page.says("Ask or tell the referrer"))
        #expect(!page.says("has not been told yet"))
        #expect(try await !here.opens("/waiting", as: here.amara).says("has not been told yet"))

        let said = try await here.sends(
            "/referrals/\(referral)/remarks",
            ["words": "All right?"],
            as: here.amara
        )
        #expect(said.status == 409 && said.says("Nobody referred them, so nobody else reads along."))
        #expect(try await here.count("remark") == 0)
    }

    @Test func `by a group says where whoever asked works`() async throws {
        let referral = try await here.refers(by: here.walter)

        #expect(
            try await here.opens("/referrals/\(referral)", as: here.amara)
                .says("Referred by Walter Green, St Mark&#39;s Lunch Club, to Elm Street Surgery")
        )
        #expect(
            try await here.opens("/waiting", as: here.amara)
                .says("from Walter Green of St Mark&#39;s Lunch Club, Elm Street Surgery")
        )
    }
}
