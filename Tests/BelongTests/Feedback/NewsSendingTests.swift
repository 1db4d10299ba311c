import Foundation
import Kernel
import Store
import Testing

@testable import Belong

@Suite("Telling the referrer how it goes")
struct NewsSendingTests {
    let here: Neighbourhood

    init() async throws {
        here = try await Neighbourhood()
    }

    private func news(of member: Member) -> CaseNews {
        CaseNews(store: here.store, member: member)
    }

    private let plan = NewsToSend(
        milestone: .plan,
        asked: nil,
        words: "“I want to eat with others.” Lunch, Tuesdays."
    )

    @Test func `reaches whoever referred them, with what is asked above everything`() async throws {
        let open = try await here.accepts(here.refers())
        let id = try await news(of: here.amara).send(plan, of: open)

        let seen = try await here.opens("/news/\(id)", as: here.drPatel)
        #expect(seen.status == 200)
        #expect(seen.says("Asked of you: none"))
        #expect(seen.says("From a link worker. Not clinical advice."))
        #expect(seen.says("I want to eat with others"))
        let heading = try #require(seen.body.range(of: "Asked of you"))
        let words = try #require(seen.body.range(of: "I want to eat"))
        #expect(heading.lowerBound < words.lowerBound)
    }

    @Test func `carries what is asked, where something is`() async throws {
        let open = try await here.accepts(here.refers())
        let asking = NewsToSend(
            milestone: .plan,
            asked: "a letter for the landlord",
            words: "The damp is bad."
        )
        let id = try await news(of: here.amara).send(asking, of: open)

        #expect(
            try await here.opens("/news/\(id)", as: here.drPatel).says(
                "Asked of you: a letter for the landlord"
            )
        )
    }

    @Test func `is stopped by a no, and allowed again by a yes`() async throws {
        let open = try await here.accepts(here.refers())
        try await news(of: here.amara).write(agreed: false, of: open)

        await #expect(throws: News.Refused.objected) { try await news(of: here.amara).send(plan, of: open) }
        #expect(
            News.Refused.objected.sentence
                == "They said no to this. Nothing may be told unless they change their mind."
        )
        #expect(
            try await here.opens("/cases/\(open)/news", as: here.amara).says(News.Refused.objected.sentence)
        )

        try await news(of: here.amara).write(agreed: true, of: open)
        try await news(of: here.amara).send(plan, of: open)
    }

    @Test func `takes back what was not read when the person says no`() async throws {
        let open = try await here.accepts(here.refers())
        let (unread, read) = try await (
            news(of: here.amara).send(plan, of: open), news(of: here.amara).send(plan, of: open)
        )
        _ = try await here.opens("/news/\(read)", as: here.drPatel)
        try await news(of: here.amara).write(agreed: false, of: open)

        #expect(try await here.opens("/news/\(unread)", as: here.drPatel).status == 404)
        #expect(try await here.opens("/news/\(read)", as: here.drPatel).status == 200)
    }

    @Test func `where nobody asked, tells the person once that they may say no`() async throws {
        let open = try await here.accepts(here.refers())
        let before = try await here.count("message")
        try await news(of: here.amara).send(plan, of: open)
        try await news(of: here.amara).send(plan, of: open)

        #expect(try await here.count("message") == before + 1)
        let words: String? = try await here.store.read {
            try $0.value("SELECT body FROM message ORDER BY made_at DESC, id DESC LIMIT 1")
        }
        #expect(words?.contains("It is fine to say no, and nothing else changes.") == true)
    }

    @Test func `names nobody and nothing where someone else may read it`() async throws {
        let neutral = NewsNotice(
            givenName: "Jean",
            linkWorker: "Amara",
            practice: "Elm Street",
            isNeutral: true
        )
        #expect(
            neutral.words
                == "Hello Jean. We may pass on a line about how things are. You can say no: just tell us."
        )
    }

    @Test func `goes to a group only after a clear yes`() async throws {
        let open = try await here.accepts(here.refers(by: here.walter))
        await #expect(throws: News.Refused.groupNeedsYes) {
            try await news(of: here.amara).send(plan, of: open)
        }
        #expect(
            News.Refused.groupNeedsYes.sentence
                == "A group referred them, and a group hears only after a clear yes. Ask them first."
        )
        try await news(of: here.amara).write(agreed: true, of: open)
        let id = try await news(of: here.amara).send(plan, of: open)
        #expect(try await here.opens("/news/\(id)", as: here.walter).status == 200)
    }

    @Test func `has nobody to tell where they came themselves`() {
        let alone = Listener(
            name: nil,
            referrer: nil,
            route: .own,
            isReading: false,
            agreement: .notAsked,
            extent: .summary
        )
        #expect(throws: News.Refused.cameThemselves) { try alone.told() }
        #expect(
            News.Refused.cameThemselves.sentence == "They came by themselves, so there is nobody to tell."
        )
    }

    @Test func `does not go to the front desk, which hears nothing of it`() async throws {
        let open = try await here.accepts(here.refers(by: here.mina))
        await #expect(throws: News.Refused.nobodyReads) {
            try await news(of: here.amara).send(plan, of: open)
        }
        #expect(
            News.Refused.nobodyReads.sentence
                == "Whoever referred them has left, or gets no news in what they do. Nothing was sent."
        )
    }

    @Test func `does not follow a referrer who has left`() async throws {
        let open = try await here.accepts(here.refers())
        let id = try await news(of: here.amara).send(plan, of: open)
        try await Members(store: here.store).end(here.drPatel.id, at: here.elmStreet.id)

        await #expect(throws: News.Refused.nobodyReads) {
            try await news(of: here.amara).send(plan, of: open)
        }
        let gone = Member(id: here.drPatel.id, name: "Dr Patel", memberships: [])
        #expect(try await here.opens("/news/\(id)", as: gone).status == 404)
    }

    @Test func `cannot be done, or even noticed, by anyone else`() async throws {
        let open = try await here.accepts(here.refers())
        for other in here.everyone where other.id != here.amara.id {
            #expect(try await here.opens("/cases/\(open)/news", as: other).status == 404)
            let typed: KeyValuePairs = ["milestone": "plan", "isAsking": "no", "asked": "", "words": "Hello"]
            #expect(try await here.sends("/cases/\(open)/news", typed, as: other).status == 404)
            #expect(
                try await here.sends("/cases/\(open)/agreement", ["agreed": "no"], as: other).status == 404
            )
        }
        #expect(
            try await here.opens("/cases/\(open)/news", as: nil).location?.hasPrefix("/signing-in") == true
        )
        #expect(try await here.count("news") == 0)
        #expect(try await here.count("agreement") == 0)
    }

    @Test func `sent twice is sent once`() async throws {
        let open = try await here.accepts(here.refers())
        let (nonce, words) = (Submission.ID(), "<script>alert('é 🌱 \u{202E}אב')</script>")
        let typed: KeyValuePairs = ["milestone": "plan", "isAsking": "no", "asked": "", "words": words]
        for _ in 1...2 {
            let seen = try await here.sends("/cases/\(open)/news", typed, as: here.amara, nonce: nonce)
            #expect(seen.status == 303)
        }
        #expect(try await here.count("news") == 1)
        let list = try await here.opens("/news", as: here.drPatel)
        let link = try #require(list.body.firstMatch(of: /\/news\/[0-9a-f-]{36}/))
        let shown = try await here.opens(String(link.output), as: here.drPatel)
        #expect(!shown.says("<script>alert"))
        #expect(shown.says("&lt;script&gt;"))
    }
}
