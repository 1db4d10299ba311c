import Foundation
import Kernel
import Store
import Testing
import Web

@testable import Belong

@Suite("Writing a note")
struct NoteTests {
    let story: CaseInHand
    var here: Neighbourhood { story.here }

    init() async throws {
        story = try await CaseInHand()
    }

    private func notes(_ member: Member? = nil) -> Notes {
        Notes(store: here.store, member: member ?? here.amara)
    }

    private func writes(
        _ words: String = "A long silence.",
        _ audience: Audience = .team
    ) async throws
        -> Note.ID
    {
        try await notes().write(NoteToWrite(words: words, audience: audience), on: story.id)
    }

    @Test func `says on the form in plain words who will read it`() async throws {
        let seen = try await here.opens("\(story.path)/notes/new", as: here.amara)
        #expect(seen.says("If somebody must act on it, say that you are worried as well"))
        #expect(seen.says("Nobody else here: not whoever covers for you, not your supervisor."))
        #expect(
            seen.says("You, whoever covers for you or takes over, and a supervisor you show the page to.")
        )
        #expect(
            seen.says(
                "Whoever has the case, and the clinicians of Elm Street Surgery, for as long as Jean lets words"
            )
        )
    }

    @Test func `offers no reader at the practice where the person does not want that`() async throws {
        try await CaseNews(store: here.store, member: here.amara).write(.nothing, of: story.id)
        let seen = try await here.opens("\(story.path)/notes/new", as: here.amara)
        #expect(!seen.says("value=\"gp\""))
        #expect(seen.says("Jean does not want words to go to the practice"))
        #expect(
            Note.Refused.notForPractice.sentence
                == "They do not want words to go to the practice. Choose another, or ask them first."
        )
    }

    @Test func `says everything that must be put right, and keeps what was typed`() async throws {
        let seen = try await here.sends("\(story.path)/notes", ["words": " "], as: here.amara)
        #expect(seen.status == 422)
        #expect(seen.says("Write something first") && seen.says("Choose who reads it"))
        let kept = try await here.sends("\(story.path)/notes", ["words": "A silence"], as: here.amara)
        #expect(kept.status == 422 && kept.says("A silence"))
    }

    @Test func `is kept once however often it is sent, and stands in the story`() async throws {
        let nonce = Submission.ID()
        let fields: KeyValuePairs = ["words": "A long silence.", "audience": "mine"]
        let first = try await here.sends("\(story.path)/notes", fields, as: here.amara, nonce: nonce)
        let again = try await here.sends("\(story.path)/notes", fields, as: here.amara, nonce: nonce)
        #expect(first.status == 303 && first.location == again.location)
        #expect(try await here.count("note") == 1)
        #expect(try await here.opens(story.path, as: here.amara).says("A long silence."))
    }

    @Test func `put right keeps what was written first, and says why`() async throws {
        let wrong = try await writes("Her son")
        let right = try await notes().putRight(
            wrong,
            on: story.id,
            "Her brother",
            because: "She said brother"
        )

        let page = try await notes().page(wrong, on: story.id)
        #expect(page.note.id == right && page.note.words == "Her brother")
        #expect(page.earlier.map(\.words) == ["Her son"])
        await #expect(throws: Note.Refused.alreadyPutRight) {
            try await notes().putRight(wrong, on: story.id, "His", because: "x")
        }
        #expect(Note.Refused.alreadyPutRight.sentence.hasPrefix("This has been put right already."))
    }

    @Test func `for somebody else to read from now on is a new fact`() async throws {
        let note = try await writes("For the GP", .mine)
        #expect(try await here.opens("/notes/\(note)", as: here.drPatel).status == 404)
        try await notes().address(note, on: story.id, to: .gp)
        #expect(try await here.opens("/notes/\(note)", as: here.drPatel).status == 200)
        try await notes().address(note, on: story.id, to: .mine)
        #expect(try await here.opens("/notes/\(note)", as: here.drPatel).status == 404)

        #expect(try await here.count("note_audience") == 3)
        #expect(try await notes().page(note, on: story.id).readBy.first?.hasPrefix("Dr Patel, ") == true)
    }

    @Test func `has its readers chosen by its writer and nobody else`() async throws {
        let note = try await writes()
        let asked = CoverAsked(
            linkWorker: here.amara.id,
            practice: here.elmStreet.id,
            coveredBy: here.sam.id,
            from: Day(.now),
            until: Day(.now)
        )
        try await Covers(store: here.store, member: here.amara).arrange(asked)
        await #expect(throws: Note.Refused.notYours) {
            try await notes(here.sam).address(note, on: story.id, to: .gp)
        }
        #expect(Note.Refused.notYours.sentence == "Only whoever wrote it says who reads it. Ask them.")
        await #expect(throws: Missing.self) {
            try await notes(here.jo).address(note, on: story.id, to: .gp)
        }
    }

    @Test func `is refused in a closed case`() async throws {
        try await story.ends()
        await #expect(throws: Cases.Refused.closed) { try await writes() }
    }

    @Test func `is new for a clinician until it was opened, and every opening is logged`() async throws {
        let note = try await writes("Could somebody look at her knee?", .gp)
        #expect(try await here.opens("/news", as: here.drPatel).says("Notes for the practice</a>: 1 new"))
        let before = try await story.looks()
        _ = try await here.opens("/notes/\(note)", as: here.drPatel)
        #expect(try await story.looks() == before + 1)
        #expect(try await !here.opens("/news", as: here.drPatel).says("new for you"))
        #expect(try await here.opens("/news", as: here.drLowe).says("1 new for you"))
    }
}
