import Kernel
import Store
import Testing

@testable import Belong

@Suite("What is known about somebody's safety")
struct SafetyTests {
    private func reaching(
        _ channels: Set<Reaching.Channel>,
        voicemail: Bool = false,
        neutral: Bool = false,
        _ words: String = ""
    ) -> Reaching {
        Reaching(channels: channels, mayLeaveVoicemail: voicemail, isNeutral: neutral, words: words)
    }

    private func safety(of here: Neighbourhood) async throws -> Safety {
        let referral: Referral.ID? = try await here.store.read {
            try $0.value("SELECT id FROM referral LIMIT 1")
        }
        let person = try await here.person(of: #require(referral))
        return try await here.store.read { view in
            try Safety(reaching: view.reaching(person), risk: view.visitRisk(of: person))
        }
    }

    /// Jean, with her NHS number, so that whoever refers her again means her.
    private var jean: Particulars {
        var jean = Neighbourhood.particulars()
        jean.nhsNumber = NHSNumber("9990001235")
        return jean
    }

    @Test func `keeps the ways that were called safe both times`() {
        let known = reaching([.letter, .call])

        #expect(known.tightened(by: reaching([.text, .call])).channels == [.call])
        #expect(known.tightened(by: reaching([.text])).channels == [.letter, .call])
        #expect(known.agreed(with: reaching([.text])).channels.isEmpty)
    }

    @Test func `keeps nobody reachable who was not: whoever has died is not written to again`() {
        #expect(reaching([], "has died").tightened(by: reaching([.text])).channels.isEmpty)
    }

    @Test func `keeps words neutral once they had to be, and a voicemail only with a yes both times`() {
        let (open, closed) = (reaching([.call], voicemail: true), reaching([.call], neutral: true))

        for heard in [open.tightened(by: closed), closed.tightened(by: open)] {
            #expect(heard.isNeutral && !heard.mayLeaveVoicemail)
        }
        #expect(open.tightened(by: open).mayLeaveVoicemail)
    }

    @Test func `joins words that differ, and says nothing twice`() {
        let known = reaching([.text], "Never after six")

        #expect(
            known.tightened(by: reaching([.text], "He reads her mail")).words
                == "Never after six; He reads her mail"
        )
        #expect(known.tightened(by: reaching([.text], "never after six ")).words == "Never after six")
        #expect(known.tightened(by: reaching([.text])).words == "Never after six")
        #expect(reaching([.text]).tightened(by: known).words == "Never after six")
    }

    @Test func `keeps a risk that is known and adds another`() {
        let known = VisitRisk.known("No dog, but a brother with a temper")

        #expect(known.tightened(by: .nothingKnown) == known)
        #expect(VisitRisk.nothingKnown.tightened(by: known) == known)
        #expect(known.tightened(by: .known("Dog")).words == "No dog, but a brother with a temper; also: Dog")
        #expect(known.tightened(by: known) == known)
    }

    @Test func `is not loosened by another referral, and the invitation goes by the stricter way`()
        async throws
    {
        let here = try await Neighbourhood()
        let careful = reaching([.letter], neutral: true, "He reads her messages")
        try await here.refers(jean, reaching: careful, risk: .known("Husband, violent"))

        try await here.refers(jean, by: here.mina, reaching: reaching([.text, .letter]), risk: .nothingKnown)

        #expect(try await safety(of: here) == Safety(reaching: careful, risk: .known("Husband, violent")))
        #expect(try await here.count("message WHERE channel = 'text'") == 0)
        #expect(try await here.count("message WHERE body LIKE '%link worker%'") == 0)
        #expect(try await here.count("message") == 2)
    }

    @Test func `lets nobody be written to where no way was called safe both times`() async throws {
        let here = try await Neighbourhood()
        try await here.refers(jean, reaching: reaching([.text]))

        let again = try await here.refers(jean, by: here.drLowe, reaching: reaching([.letter]))

        #expect(try await here.count("message") == 1)
        #expect(try await safety(of: here).reaching?.channels == [.text])
        let page = try await here.opens("/referrals/\(again)", as: here.amara)
        #expect(page.says("Said differently this time") && page.says("safe by letter"))
    }

    @Test
    func
        `is not changed at all by a group or from the public page, and the link worker reads what they said`()
        async throws
    {
        let here = try await Neighbourhood()
        let careful = reaching([.text, .call], neutral: true)
        let first = try await here.refers(jean, reaching: careful, risk: .known("Husband, violent"))
        let sent = try await here.sends(
            "/ask",
            [
                "givenName": "Jean", "familyName": "Moss", "nhsNumber": "9990001235",
                "practice": here.elmStreet.id.description, "reasons[]": "isolation", "words": "Ring me.",
                "channels[]": "text", "neutral": "no", "phone": "07700 900666", "risk": "known",
                "riskWords": "Mind the stairs",
            ],
            as: nil
        )
        try await here.refers(jean, by: here.walter, reaching: reaching([.call]), risk: .nothingKnown)

        #expect(sent.status == 303)
        #expect(try await here.count("person") == 1)
        #expect(try await safety(of: here) == Safety(reaching: careful, risk: .known("Husband, violent")))
        #expect(try await here.count("message WHERE recipient LIKE '%900666%'") == 0)
        let own: Referral.ID? = try await here.store.read {
            try $0.value("SELECT id FROM referral WHERE route = 'self'")
        }
        let asked = try #require(own)
        let page = try await here.opens("/referrals/\(asked)", as: here.sam)
        #expect(page.says("Mind the stairs") && page.says("Husband, violent"))
        let before = try await here.opens("/referrals/\(first)", as: here.sam)
        #expect(!before.says("Said differently"))
    }

    @Test func `takes needs besides those known, and removes none`() async throws {
        let here = try await Neighbourhood()
        try await here.refers(jean, needs: [AccessNeed(kind: .interpreter, words: "Polish")])

        try await here.refers(jean, by: here.drLowe, needs: [AccessNeed(kind: .stepFree, words: "")])
        try await here.refers(jean, by: here.walter, needs: [AccessNeed(kind: .largePrint, words: "")])

        #expect(try await here.count("access_need") == 2)
        #expect(try await here.count("said_need") == 1)
        #expect(try await here.count("access_need_end") == 0)
    }
}
