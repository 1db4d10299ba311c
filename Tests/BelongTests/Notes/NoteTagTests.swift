import Kernel
import Store
import Testing
import Web

@testable import Belong

@Suite("Tagging a note")
struct NoteTagTests {
    let story: CaseInHand
    var here: Neighbourhood { story.here }
    let note: Note.ID
    private static let words = "The damp is back. She walked to the shop by herself."

    init() async throws {
        story = try await CaseInHand()
        note = try await Notes(store: story.here.store, member: story.here.amara)
            .write(NoteToWrite(words: Self.words, audience: .team), on: story.id)
    }

    private func tags(_ form: NoteTagForm) async throws {
        try await Notes(store: here.store, member: here.amara).tag(note, on: story.id, form)
    }

    private func names() async throws -> [String] {
        let note = note
        return try await here.store.read { try $0.tags(of: note).map(\.name) }
    }

    @Test func `comes after, on a passage or on all of it, with a reason, a sign or a theme`() async throws {
        try await tags(NoteTagForm(passage: "The damp is back", reason: "housing"))
        try await tags(NoteTagForm(sign: "left_house", theme: "getting about"))
        #expect(try await names() == ["Housing", "sign of change: left the house", "getting about"])
    }

    @Test func `with a sign notes it on the case as well, once`() async throws {
        for _ in 1...2 { try await tags(NoteTagForm(sign: "left_house")) }
        #expect(try await here.count("sign WHERE kind = 'left_house'") == 1)
        #expect(try await here.count("note_tag") == 1)
    }

    @Test func `is refused for words that are not in the note, and without a tag`() async throws {
        let seen = try await here.sends(
            "\(story.path)/notes/\(note)/tags",
            ["passage": "the mould", "reason": "", "sign": "", "theme": ""],
            as: here.amara
        )
        #expect(seen.status == 422)
        #expect(seen.says("These words are not in the note. Copy them as they stand there"))
        #expect(seen.says("Choose what to tag it with") && seen.says("value=\"the mould\""))
    }

    @Test func `can be taken off again, and what it was is kept`() async throws {
        try await tags(NoteTagForm(reason: "housing"))
        let note = note
        let tag = try #require(try await here.store.read { try $0.tags(of: note).first })
        try await Notes(store: here.store, member: here.amara).takeOff(tag.id, of: note, on: story.id)
        #expect(try await names().isEmpty)
        #expect(try await here.count("note_tag WHERE ended_at IS NOT NULL") == 1)
    }

    @Test func `is suggested and never done by itself`() async throws {
        let seen = try await here.opens("\(story.path)/notes/\(note)", as: here.amara)
        #expect(seen.says("“damp”") && seen.says("Tag it: Housing"))
        #expect(try await names().isEmpty)
        try await tags(NoteTagForm(passage: "damp", reason: "housing"))
        #expect(try await !here.opens("\(story.path)/notes/\(note)", as: here.amara).says("Tag it: Housing"))
    }

    @Test func `cannot be done by somebody else`() async throws {
        for member in [here.sam, here.jo, here.drPatel, here.ruth] {
            let seen = try await here.sends(
                "\(story.path)/notes/\(note)/tags",
                ["reason": "housing"],
                as: member
            )
            #expect(seen.status == 404, "\(member.name)")
        }
    }
}
