import Kernel
import Store
import Testing

@testable import Belong

@Suite("A question before referral")
struct QuestionTests {
    @Test func `is answered where it was asked, and becomes a referral with its words in it`() async throws {
        let here = try await Neighbourhood()
        let asked = Questions(store: here.store, member: here.drLowe)
        let id = try await asked.ask(
            here.amara.id,
            at: here.elmStreet.id,
            "Widowed, not eating with others. One for you?"
        )

        try await Questions(store: here.store, member: here.amara).answer(
            id,
            "Gladly. Tell him I ring Thursday."
        )

        #expect(try await here.opens("/desk", as: here.drLowe).says("Gladly. Tell him I ring Thursday."))
        let form = try await here.opens("/referrals/new?question=\(id)", as: here.drLowe)
        #expect(form.says("Widowed, not eating with others. One for you?"))
    }

    @Test(arguments: [
        "Jean, 999 000 1235, one for you?", "Lives at M33 7ZF, lonely", "Ring 07700 900112 please",
        "jean@example.org is very low",
    ])
    func `says nothing that tells who it is about`(_ typed: String) {
        #expect(throws: Question.Refused.identifies) { try Question.asked(typed) }
        #expect(
            Question.Refused.identifies.sentence
                == "That looks like a number or an address. Ask without saying who it is."
        )
    }

    @Test(arguments: [
        "72, widowed in January, 3 grandchildren", "Off work 6 weeks, 2 small children, rent due on 1st",
    ])
    func `may hold ages and numbers as people say them`(_ typed: String) throws {
        #expect(try Question.asked(typed) == typed)
    }

    @Test func `goes only to a link worker of one's own practice`() async throws {
        let here = try await Neighbourhood()

        await #expect(throws: Missing.self) {
            try await Questions(store: here.store, member: here.drPatel)
                .ask(here.jo.id, at: here.moorLane.id, "One for you?")
        }
        await #expect(throws: Missing.self) {
            try await Questions(store: here.store, member: here.walter)
                .ask(here.amara.id, at: here.elmStreet.id, "One for you?")
        }
    }

    @Test func `is read by the two who talk and by nobody else`() async throws {
        let here = try await Neighbourhood()
        let id = try await Questions(store: here.store, member: here.drPatel)
            .ask(here.amara.id, at: here.elmStreet.id, "One for you?")

        for reader in here.everyone {
            let isTheirs = [here.drPatel.id, here.amara.id].contains(reader.id)
            let page = try await here.opens("/questions/\(id)", as: reader)
            #expect(page.status == (isTheirs ? 200 : 404), "\(reader.name)")
        }
    }

    @Test func `that cannot be asked comes back as it was typed`() async throws {
        let here = try await Neighbourhood()

        let page = try await here.sends(
            "/questions",
            [
                "linkWorker": here.amara.id.description, "practice": here.elmStreet.id.description,
                "words": "Ring 07700 900112 please",
            ],
            as: here.drPatel
        )

        #expect(page.status == 422 && page.says("Ring 07700 900112 please"))
    }

    @Test func `is not used up by its page: what could not be said is looked at again, as often as it takes`()
        async throws
    {
        let here = try await Neighbourhood()
        let id = try await Questions(store: here.store, member: here.drPatel)
            .ask(here.amara.id, at: here.elmStreet.id, "One for you?")
        let nonce = Submission.ID()

        for _ in 0..<2 {
            let page = try await here.sends(
                "/questions/\(id)/remarks",
                ["words": " "],
                as: here.drPatel,
                nonce: nonce
            )
            #expect(page.status == 422 && page.says("Write something first."))
        }
        #expect(try await here.count("submission") == 0)
    }
}
