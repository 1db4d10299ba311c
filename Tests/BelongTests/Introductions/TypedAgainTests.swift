import Foundation
import Kernel
import Store
import Testing

@testable import Belong

@Suite("What was typed about a group comes back until it is right")
struct TypedAgainTests {
    let here: Neighbourhood
    let open: Case.ID
    let id: Introduction.ID
    let long = String(repeating: "So very kind. ", count: 40)

    init() async throws {
        here = try await Neighbourhood()
        open = try await here.accepts(here.refers())
        id = try await here.introduces(open, to: here.group())
    }

    private func sends(_ form: String, _ fields: KeyValuePairs<String, String>) async throws -> Seen {
        try await here.sends("/introductions/\(id)/\(form)", fields, as: here.amara)
    }

    @Test func `an answer heard on the phone`() async throws {
        let seen = try await sends("answer", ["answer": "yes_from", "from": "", "words": "Ask for Joan"])

        #expect(seen.status == 422 && seen.says("Say from which day, some time in the coming year"))
        #expect(seen.says("value=\"Ask for Joan\"") && seen.says("value=\"yes_from\" selected"))
    }

    @Test func `how it went, beside its own fields`() async throws {
        let seen = try await sends("attendance", ["answer": "stopped", "toldBy": "person", "words": long])

        #expect(seen.status == 422 && seen.says("Keep it to 500 characters"))
        #expect(seen.says(long) && seen.says("value=\"stopped\" selected"))
        #expect(seen.says("value=\"person\" selected"))
        #expect(seen.says("id=\"went-words-problem\"") && !seen.says("id=\"f-words-problem\""))
    }

    @Test func `a line of thanks`() async throws {
        try await here.introductions().hear(GroupAnswer(kind: .yes, from: nil, words: ""), on: id)
        let seen = try await sends("thanks", ["words": long])

        #expect(seen.status == 422 && seen.says("Write a line of thanks, 300 characters at most"))
        #expect(seen.says(long))
    }

    @Test func `somebody's own words beside what was said of them`() async throws {
        let news = NewsToSend(milestone: .plan, asked: nil, words: "Jean has made a plan.")
        let told = try await CaseNews(store: here.store, member: here.amara).send(news, of: open)
        try await Cases(store: here.store, member: here.amara)
            .give(open, at: here.site().address, at: .now)
        let token = try await here.lastToken()
        let longer = String(repeating: "I would say it differently. ", count: 40)

        let seen = try await here.sends("/l/\(token)", ["news": "\(told)", "words": longer], as: nil)

        #expect(seen.status == 422 && seen.says(longer))
        #expect(seen.says("<details open>"))
    }

    @Test func `what would be told of them is kept as it is written, and ends when it goes`() async throws {
        let choir = try await here.group("Choir")
        let draft = Draft.ID()
        let fields: KeyValuePairs = [
            "activity": "\(choir)", "part[]": "hope", "hope": "To sing the low part", "draft": "\(draft)",
        ]
        let wording = try await here.sends("/cases/\(open)/introductions/wording", fields, as: here.amara)
        #expect(wording.says("To sing the low part"))

        let again = "/cases/\(open)/introductions/new?draft=\(draft)"
        let goingOn = try await here.opens(again, as: here.amara)
        #expect(goingOn.says("To sing the low part") && goingOn.says("to Choir"))
        let begun = try await here.opens(
            "/cases/\(open)/introductions/new?activity=\(choir)",
            as: here.amara
        )
        #expect(begun.says("You began this"))
        #expect(try await here.opens(again, as: here.sam).status == 404)

        let sent = try await here.sends(
            "/cases/\(open)/introductions",
            [
                "activity": "\(choir)", "part[]": "hope", "hope": "To sing the low part",
                "draft": "\(draft)", "agreed": "phone", "way": "message",
                "heard": "Someone would like to join Choir.\nWhat they hope for: To sing the low part",
            ],
            as: here.amara
        )
        #expect(sent.status == 303)
        #expect(try await here.count("draft") == 0)
    }
}
