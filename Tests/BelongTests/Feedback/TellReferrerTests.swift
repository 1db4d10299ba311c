import Foundation
import Kernel
import Store
import Testing

@testable import Belong

@Suite("Writing to the referrer without losing a word")
struct TellReferrerTests {
    let here: Neighbourhood
    let open: Case.ID
    let draft = Draft.ID()
    var page: String { "/cases/\(open)/news" }

    init() async throws {
        here = try await Neighbourhood()
        open = try await here.accepts(here.refers())
    }

    private func sends(_ path: String, agreed: String = "") async throws -> Seen {
        try await here.sends(
            path,
            [
                "milestone": "plan", "isAsking": "yes", "asked": "A letter for the landlord",
                "words": "Jean cooks again, on Tuesdays.", "draft": "\(draft)", "agreed": agreed,
            ],
            as: here.amara
        )
    }

    @Test func `their yes, written down meanwhile, leaves the edited words as they are`() async throws {
        let said = try await sends("/cases/\(open)/agreement", agreed: "yes")

        let next = try await here.opens(#require(said.location), as: here.amara)
        #expect(next.says("Jean cooks again, on Tuesdays."))
        #expect(next.says("A letter for the landlord"))
        #expect(next.says("Yes, on"))
    }

    @Test func `it is kept as it is typed, and the draft ends when it goes`() async throws {
        _ = try await here.sends(
            "/drafts/news/\(open.uuid.hexadecimal)",
            ["milestone": "plan", "words": "Half a sentence", "asked": "", "draft": "\(draft)"],
            as: here.amara,
            accepting: "*/*"
        )
        let again = try await here.opens("\(page)?draft=\(draft)", as: here.amara)
        #expect(again.says("Half a sentence"))
        #expect(try await here.opens(page, as: here.amara).says("You began this"))

        #expect(try await sends(page).status == 303)
        #expect(try await here.count("draft") == 0)
        #expect(try await !here.opens(page, as: here.amara).says("You began this"))
    }

    @Test func `what was taken back from a group is not told to the referrer`() async throws {
        let introduction = try await here.introduces(open, to: here.group())
        try await here.introductions().hear(GroupAnswer(kind: .yes, from: nil, words: ""), on: introduction)
        #expect(try await here.opens(page, as: here.amara).says("has said welcome"))

        try await here.introducing().withdraw(introduction)

        #expect(try await !here.opens(page, as: here.amara).says("has said welcome"))
        let story = try await here.opens("/cases/\(open)", as: here.amara)
        #expect(story.says("Taken back from Tuesday lunch"))
    }
}
