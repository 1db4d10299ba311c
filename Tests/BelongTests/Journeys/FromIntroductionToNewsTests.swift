import Foundation
import Kernel
import Store
import Testing

@testable import Belong

/// Jean would like to eat with others; by the end Dr Patel reads how it went.
@Suite("From an introduction to the news")
struct FromIntroductionToNewsTests {
    let here: Neighbourhood
    let open: Case.ID
    let lunch: Activity.ID

    init() async throws {
        here = try await Neighbourhood()
        open = try await here.accepts(here.refers())
        lunch = try await here.group()
    }

    @Test func `a group is told what Jean agreed to, says yes, says how it went, and her GP reads it`()
        async throws
    {
        try await amaraReadsItOutAndJeanSaysYes()
        try await theGroupSaysYes()
        try await fourWeeksLaterTheGroupSaysHowItWent()
        try await amaraThanksThem()
        try await jeanAgreesThatHerDoctorHears()
        try await amaraTellsDrPatel()
        try await drPatelReadsAndAnswers()
        try await amaraReadsTheAnswer()
    }

    private func amaraReadsItOutAndJeanSaysYes() async throws {
        let fields: KeyValuePairs = [
            "activity": "\(lunch)", "part[]": "name", "part[]": "hope", "hope": "To eat with others again",
        ]
        let wording = try await here.sends("/cases/\(open)/introductions/wording", fields, as: here.amara)
        #expect(wording.says("You can read this out."))
        let sent = try await here.sends(
            "/cases/\(open)/introductions",
            [
                "activity": "\(lunch)", "part[]": "name", "part[]": "hope",
                "hope": "To eat with others again",
                "heard": "Someone would like to join Tuesday lunch.\r\nFirst name: Jean\r\n"
                    + "What they hope for: To eat with others again",
                "agreed": "phone", "way": "message",
            ],
            as: here.amara
        )
        #expect(sent.status == 303)
    }

    private func theGroupSaysYes() async throws {
        let token = try await here.lastToken()
        #expect(try await here.opens("/l/\(token)", as: nil).says("To eat with others again"))
        let answer: KeyValuePairs = ["answer": "yes", "words": "A chair by the window is free."]
        #expect(try await here.sends("/l/\(token)", answer, as: nil).status == 303)
    }

    private func fourWeeksLaterTheGroupSaysHowItWent() async throws {
        let site = try #require(WebAddress("http://localhost:8080"))
        let later = Date.now.addingTimeInterval(29 * 86_400)
        #expect(try await IntroductionWatch(store: here.store, site: site).round(at: later) == 2)
        let token = try await here.lastToken(in: "How did it go?")
        #expect(try await here.opens("/l/\(token)", as: nil).says("How did it go?"))
        let answer: KeyValuePairs = ["answer": "coming", "words": "She runs the tea now."]
        #expect(try await here.sends("/l/\(token)", answer, as: nil).status == 303)
    }

    private func amaraThanksThem() async throws {
        let list = try await here.opens("/introductions", as: here.amara)
        #expect(list.says("They said how it went: thank them?"))
        let id = try #require(await here.introductions().all().first).introduction.id
        let thanks: KeyValuePairs = ["words": "Thank you for the chair by the window."]
        #expect(try await here.sends("/introductions/\(id)/thanks", thanks, as: here.amara).status == 303)
    }

    private func jeanAgreesThatHerDoctorHears() async throws {
        #expect(try await here.opens("/cases/\(open)/news", as: here.amara).says("It is fine to say no"))
        let yes = try await here.sends("/cases/\(open)/agreement", ["agreed": "yes"], as: here.amara)
        #expect(yes.location == "/cases/\(open)/news")
    }

    private func amaraTellsDrPatel() async throws {
        let draft = try await here.opens("/cases/\(open)/news", as: here.amara)
        #expect(draft.says("Tuesday lunch: coming along."))
        let words = "“To eat with others again.” Jean runs the tea at Tuesday lunch."
        let news: KeyValuePairs = [
            "milestone": "introduction", "isAsking": "no", "asked": "", "words": words,
        ]
        #expect(try await here.sends("/cases/\(open)/news", news, as: here.amara).status == 303)
    }

    private func drPatelReadsAndAnswers() async throws {
        let list = try await here.opens("/news", as: here.drPatel)
        #expect(list.says("Jean M."))
        let found = try #require(list.body.firstMatch(of: /\/news\/([0-9a-f\-]{36})/))
        let page = try await here.opens("/news/\(found.output.1)", as: here.drPatel)
        #expect(page.says("Asked of you: none"))
        let reply: KeyValuePairs = ["words": "That made my day."]
        #expect(
            try await here.sends("/news/\(found.output.1)/verdict", ["verdict": "useful"], as: here.drPatel)
                .status == 303
        )
        #expect(try await here.sends("/news/\(found.output.1)/reply", reply, as: here.drPatel).status == 303)
    }

    private func amaraReadsTheAnswer() async throws {
        #expect(try await here.opens("/replies", as: here.amara).says("That made my day."))
        let story = try await here.opens("/cases/\(open)", as: here.amara)
        for told in [
            "Introduced to Tuesday lunch", "Tuesday lunch answered", "Tuesday lunch wrote back: Coming along",
            "Told Dr Patel", "Dr Patel answered",
        ] { #expect(story.says(told)) }
    }
}
