import Foundation
import Kernel
import Store
import Testing

@testable import Belong

@Suite("A copy of all that is kept of somebody")
struct RecordCopyTests {
    let story: CaseInHand
    var here: Neighbourhood { story.here }
    var path: String { "\(story.path)/record" }
    private static let secret = "Her son drinks."

    init() async throws {
        story = try await CaseInHand()
        var told = CaseInHand.told()
        told.more = Self.secret
        try await story.talks(told)
        try await story.plans()
    }

    private func site() throws -> WebAddress { try #require(WebAddress("http://localhost:8080")) }

    private func passages() async throws -> [Passage] {
        try await story.cases().record(story.id).passages
    }

    private func hides(_ words: String, as member: Member? = nil) async throws -> Seen {
        let passage = try #require(await passages().first { $0.words.contains(words) })
        let fields: KeyValuePairs = [
            "passage": passage.key, "cause": "third_party", "words": "It speaks of her son.",
        ]
        return try await here.sends("\(path)/hidings", fields, as: member ?? here.amara)
    }

    private func gives(_ way: String = "paper", as member: Member? = nil) async throws -> Seen {
        let fields: KeyValuePairs = [
            "seal": RecordCopy.seal(try await passages()), "through[]": "yes", "way": way,
        ]
        return try await here.sends(path, fields, as: member ?? here.amara)
    }

    @Test func `holds what was said once, so that leaving it out leaves it out`() async throws {
        #expect(try await passages().count { $0.words == "A reason to cook again." } == 1)
        _ = try await hides("A reason to cook again.")
        let copy = try #require(try await gives().location)
        #expect(try await !here.opens(copy, as: here.amara).says("A reason to cook again."))
    }

    @Test func `holds what every room keeps, notes included`() async throws {
        let seen = try await here.opens(path, as: here.amara)
        for kept in [
            "Jean Moss", "eats alone", "A reason to cook again.", Self.secret,
            "Eat with somebody twice a week",
            "a secret note", "A message to you",
        ] {
            #expect(seen.says(kept), "\(kept)")
        }
        #expect(!seen.says("/l/"))
    }

    @Test func `leaves out what somebody hid, for a reason that is kept with who and when`() async throws {
        #expect(try await hides(Self.secret).location == path)
        #expect(try await here.opens(path, as: here.amara).says("It speaks of her son."))
        let rows: SQL = "passage_hiding WHERE hidden_by = \(here.amara.id) AND cause = 'third_party'"
        #expect(try await here.count(rows) == 1)
        let copy = try #require(try await gives().location)
        let seen = try await here.opens(copy, as: here.amara)
        #expect(seen.says("A reason to cook again.") && !seen.says(Self.secret))
        #expect(seen.says("1 passage left out") && !seen.says("It speaks of her son."))
    }

    @Test func `asks for a reason, and that all of it was read`() async throws {
        let key = try #require(await passages().first?.key)
        let bare = try await here.sends("\(path)/hidings", ["passage": key], as: here.amara)
        #expect(bare.status == 422 && bare.says("Say why it is left out"))
        #expect(bare.says("Say in a line why it is left out"))
        let typed = try await here.sends(
            "\(path)/hidings",
            ["passage": key, "words": "It names her son."],
            as: here.amara
        )
        #expect(
            typed.status == 422 && typed.says("value=\"It names her son.\"") && typed.says("<details open>")
        )
        let unread = try await here.sends(path, ["seal": "x"], as: here.amara)
        #expect(unread.says("Read every passage first") && unread.says("Choose how they get it"))
        #expect(try await here.count("record_copy") == 0)
    }

    @Test func `is not given when something was written since it was read`() async throws {
        let seal = RecordCopy.seal(try await passages())
        try await story.cases().write(matters: "Something else.", on: story.id)
        await #expect(throws: RecordCopy.Refused.changedSince) {
            try await story.cases().give(.paper, seal, of: story.id, at: site())
        }
        #expect(
            RecordCopy.Refused.changedSince.sentence
                == "What is kept has changed since you read it. Read it again."
        )
    }

    @Test func `can show a passage after all, and the hiding stays readable`() async throws {
        _ = try await hides(Self.secret)
        #expect(try await hides(Self.secret).says("This has been left out already."))
        let hiding = try #require(await passages().compactMap(\.hiding).first)
        _ = try await here.sends("\(path)/hidings/\(hiding.id)/end", [:], as: here.amara)
        #expect(try await passages().compactMap(\.hiding).isEmpty)
        #expect(try await here.count("passage_hiding WHERE shown_by = \(here.amara.id)") == 1)
    }

    @Test func `goes by a link of its own in words that give nothing away`() async throws {
        _ = try await hides(Self.secret)
        #expect(try await gives("link").status == 303)
        let words = try await here.lastMessage()
        #expect(words.hasPrefix("Hello Jean. Here is what you asked for. Open it where nobody looks on: "))
        let token = try await here.lastToken()
        try await story.cases().write(matters: "Written later.", on: story.id)
        let seen = try await here.opens("/l/\(token)", as: nil)
        #expect(seen.says("A reason to cook again.") && seen.says("Given by Amara Okafor, link worker"))
        #expect(!seen.says(Self.secret) && !seen.says("Written later."))
        #expect(try await here.sends("/l/\(token)", ["words": "x"], as: nil).status == 404)
        #expect(try await here.count("log_entry WHERE actor = 'person' AND subject_kind = 'RecordCopy'") == 1)
    }

    @Test func `is not sent where no way is safe`() async throws {
        let person = story.person
        let none = Reaching(channels: [.call], mayLeaveVoicemail: false, isNeutral: true, words: "")
        try await here.store.write { try $0.write(none, of: person, by: nil, at: .now) }
        let seen = try await gives("link")
        #expect(seen.status == 409)
        #expect(seen.says("There is no safe way to send it. Print it, and give it to them."))
        #expect(try await here.count("record_copy") == 0)
    }

    @Test func `is looked at by its link worker and nobody else, each look written down`() async throws {
        let copy = try #require(try await gives().location)
        let looks = try await story.looks()
        _ = try await here.opens(path, as: here.amara)
        #expect(try await story.looks() == looks + 1)
        for other in here.everyone where other.id != here.amara.id {
            #expect(try await here.opens(path, as: other).status == 404, "\(other.name)")
            #expect(try await here.opens(copy, as: other).status == 404, "\(other.name)")
            #expect(try await gives(as: other).status == 404, "\(other.name)")
            #expect(try await hides(Self.secret, as: other).status == 404, "\(other.name)")
        }
        #expect(try await here.opens("\(path)/\(RecordCopy.ID())", as: here.amara).status == 404)
    }

    @Test func `does not open once they have died`() async throws {
        _ = try await gives("link")
        let token = try await here.lastToken()
        try await story.ends(.died)
        #expect(try await here.opens("/l/\(token)", as: nil).status == 410)
    }
}
