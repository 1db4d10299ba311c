import Kernel
import Store
import Testing

@testable import Belong

@Suite("From one note")
struct FromNoteTests {
    let story: CaseInHand
    var here: Neighbourhood { story.here }
    private static let words = "She would sing again, if somebody went with her. The damp is worse."

    init() async throws {
        story = try await CaseInHand()
    }

    private func writes(_ audience: Audience) async throws -> Note.ID {
        try await Notes(store: here.store, member: here.amara)
            .write(NoteToWrite(words: Self.words, audience: audience), on: story.id)
    }

    @Test func `the news is drafted with its words where they are for the practice, and sent by nobody`()
        async throws
    {
        let gp = try await writes(.gp)
        #expect(try await here.opens("\(story.path)/news?note=\(gp)", as: here.amara).says(Self.words))
        for audience in [Audience.mine, .team] {
            let note = try await writes(audience)
            #expect(try await !here.opens("\(story.path)/news?note=\(note)", as: here.amara).says(Self.words))
        }
        #expect(try await here.count("news") == 0)
    }

    @Test func `long words are cut where news ends`() {
        let long = Array(repeating: "word", count: 200).joined(separator: " ")
        #expect(long.cut(toWords: 120).wordCount == 120)
        #expect(long.cut(toCharacters: 500).count <= 500)
        #expect("As it is".cut(toWords: 120) == "As it is")
    }

    @Test func `an introduction is drafted with nothing ticked`() async throws {
        let (lunch, note) = try await (here.group(), writes(.team))
        let path = "\(story.path)/introductions/new?activity=\(lunch)&note=\(note)"
        let seen = try await here.opens(path, as: here.amara)
        #expect(seen.says(Self.words))
        #expect(!seen.says("value=\"hope\" checked") && !seen.says("value=\"name\" checked"))
        #expect(try await here.count("introduction") == 0)
    }

    @Test func `somebody else drafts nothing`() async throws {
        let (lunch, note) = try await (here.group(), writes(.gp))
        for path in ["news?note=\(note)", "introductions/new?activity=\(lunch)&note=\(note)"] {
            for member in [here.sam, here.jo, here.drPatel] {
                #expect(try await here.opens("\(story.path)/\(path)", as: member).status == 404)
            }
        }
    }
}
