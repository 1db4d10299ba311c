import Foundation
import Kernel
import Store
import Testing
import Web

@testable import Belong

@Suite("What an invitation says")
struct InvitingTests {
    let here: Neighbourhood

    init() async throws {
        here = try await Neighbourhood()
    }

    private func bodies() async throws -> [String] {
        try await here.store.read {
            try $0.values("SELECT body FROM message WHERE channel <> 'email' ORDER BY made_at, id")
        }
    }

    private func reaching(_ channels: Set<Reaching.Channel>, neutral: Bool = false) -> Reaching {
        Reaching(channels: channels, mayLeaveVoicemail: false, isNeutral: neutral, words: "")
    }

    @Test func `who suggested it, at their own place, and when somebody will ring`() async throws {
        try await here.refers(by: here.walter)

        let words = try #require(try await bodies().first)
        #expect(words.contains("Walter Green at St Mark's Lunch Club and you talked about some extra help."))
        #expect(
            words.contains(
                "A link worker at Elm Street Surgery would like to ring you, usually within two weeks."
            )
        )
    }

    @Test func `nothing of ringing where a call is not safe or cannot be heard`() async throws {
        let deaf = try await here.refers(needs: [AccessNeed(kind: .signLanguage, words: "")], at: .now)
        try await here.refers(
            Neighbourhood.particulars("Ada Hall", bornOn: nil),
            reaching: reaching([.text]),
            at: .now
        )
        try await here.accepts(deaf, at: .now)

        let words = try await bodies()
        #expect(words.count == 3)
        for message in words { #expect(!message.lowercased().contains(" ring ")) }
        for message in words.prefix(2) {
            let link = try #require(message.firstMatch(of: /\/l\/[0-9a-f]{64}/))
            for page in ["\(link.output)", "\(link.output)/letter"] {
                let seen = try await here.opens(page, as: nil)
                #expect(seen.status == 200 && !seen.says("ring you") && !seen.says("ring us"))
            }
        }
    }

    @Test func `on the page behind the link who suggested it, unless words are neutral`() async throws {
        try await here.refers(at: .now)
        let link = try #require(try await bodies().last?.firstMatch(of: /\/l\/[0-9a-f]{64}/)).output
        #expect(
            try await here.opens("\(link)", as: nil)
                .says("Dr Patel at Elm Street Surgery and you talked about some extra help.")
        )

        let quiet = Neighbourhood.particulars("Ada Hall", bornOn: nil)
        try await here.refers(quiet, reaching: reaching([.text], neutral: true), at: .now)
        let neutral = try #require(try await bodies().last?.firstMatch(of: /\/l\/[0-9a-f]{64}/)).output
        #expect(try await here.opens("\(neutral)", as: nil).says("Dr Patel") == false)
    }

    @Test func `who takes them on, once somebody does`() async throws {
        try await here.accepts(here.refers(at: Neighbourhood.now - 60))
        #expect(
            try await bodies().last
                == "Hello Jean. Amara Okafor, a link worker at Elm Street Surgery, will ring you within five working days. It is fine to say no: the link we sent you before still works."
        )

        let ada = Neighbourhood.particulars("Ada Hall", bornOn: nil)
        try await here.accepts(here.refers(ada, askedFor: here.amara))
        #expect(try await bodies().count == 4)
    }

    @Test func `who takes them on in neutral words, and nothing to whom nobody wrote`() async throws {
        try await here.accepts(
            here.refers(reaching: reaching([.text], neutral: true), at: Neighbourhood.now - 60)
        )
        #expect(
            try await bodies().last
                == "Hello Jean. Amara Okafor from Elm Street Surgery will be in touch within five working days. Nothing is wrong."
        )

        let ada = Neighbourhood.particulars("Ada Hall", bornOn: nil)
        try await here.accepts(here.refers(ada, reaching: reaching([.call])))
        #expect(try await bodies().count == 2)
    }

    @Test func `stands on a letter the link worker prints for those reached by a call or a letter`()
        async throws
    {
        try await here.store.write { try $0.run("UPDATE organisation SET address = '12 Elm Street'") }
        let referral = try await here.refers(reaching: reaching([.call]))

        let letter = try await here.opens("/referrals/\(referral)/letter", as: here.amara)

        #expect(letter.says("12 Elm Street") && letter.says("M33 7ZF") && letter.says(Day(.now).full))
        #expect(letter.says("Dr Patel at Elm Street Surgery and you talked"))
        #expect(try await here.count("log_entry WHERE act = 'printed' AND subject = \(referral)") == 1)
        let page = try await here.opens("/referrals/\(referral)", as: here.amara)
        #expect(page.says("To hand over, not to post: a letter is not called safe."))
        for other in here.everyone where ![here.amara.id, here.sam.id].contains(other.id) {
            #expect(try await here.opens("/referrals/\(referral)/letter", as: other).status == 404)
        }
    }

    @Test func `is not printed for somebody who is reached by text`() async throws {
        let referral = try await here.refers()

        let letter = try await here.opens("/referrals/\(referral)/letter", as: here.amara)

        #expect(letter.status == 409)
        #expect(
            letter.says(
                "A letter is for somebody who is reached by a call or a letter only, or whose message did not go."
            )
        )
    }

    @Test func `cannot name a link worker who is not with that practice`() async throws {
        let sent = try await here.sends(
            "/referrals",
            [
                "givenName": "Ada", "familyName": "Hall", "nhsNumber": "9990001235",
                "practice": here.harbour.id.description, "linkWorker": here.sam.id.description,
                "reasons[]": "money", "words": "Bills.", "channels[]": "call", "phone": "07700 900112",
                "risk": "nothing",
            ],
            as: here.drOsei
        )

        #expect(sent.status == 422)
        #expect(
            sent.says("That link worker is not with this practice now. Choose another, or whoever has room")
        )
        #expect(try await here.count("referral") == 0)
    }

    @Test func `cannot begin with a question that was asked elsewhere or by somebody else`() async throws {
        let asked = try await Questions(store: here.store, member: here.drPatel)
            .ask(here.amara.id, at: here.elmStreet.id, "One for you?")

        for (who, practice) in [(here.drLowe, here.elmStreet), (here.drOsei, here.harbour)] {
            let problems = await #expect(throws: Problems.self) {
                try await here.refers(by: who, from: practice, question: asked)
            }
            #expect(
                problems?.list.map(\.sentence)
                    == [
                        "The question you began with was asked elsewhere. Choose that practice, or begin afresh"
                    ]
            )
        }
        try await here.refers(question: asked)
    }
}
