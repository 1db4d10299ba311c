import Foundation
import Kernel
import Store
import Testing

@testable import Belong

@Suite("A story for the practice meeting")
struct StoryTests {
    let it: StoryInHand
    var here: Neighbourhood { it.here }

    init() async throws {
        it = try await StoryInHand()
    }

    private func sends(_ words: String, stays: String? = nil, as member: Member? = nil) async throws -> Seen {
        let fields: KeyValuePairs = [
            "kind": "worked", "title": "Soup first", "words": words, "stays[]": stays ?? "nothing",
        ]
        return try await here.sends(it.path, fields, as: member ?? here.amara)
    }

    @Test func `is not kept while a word could give them away, and the words are shown marked`() async throws
    {
        let seen = try await sends("Jean ate alone. It was in Whitby.")
        #expect(seen.status == 422 && seen.says("2 words to look at: change each, or say that it can stay"))
        #expect(seen.says("<mark>Jean</mark> ate alone. It was in <mark>Whitby</mark>."))
        #expect(seen.says("“Whitby”: a capital inside a sentence: a name, a place?"))
        #expect(try await here.count("meeting_story") == 0)
    }

    @Test func `is kept when the link worker decided, and what stays is kept with it`() async throws {
        let sent = try await sends("It was in Whitby.", stays: "capital whitby")
        #expect(sent.status == 303)
        #expect(try await here.count("story_kept_word WHERE words = 'Whitby' AND kind = 'capital'") == 1)
    }

    @Test func `never keeps a number, whatever is ticked`() async throws {
        let seen = try await sends("Her number is 943 476 5919.", stays: "nhs_number 943 476 5919")
        #expect(seen.status == 422)
        #expect(seen.says("Take out “943 476 5919”: an NHS number never stays in a story"))
        #expect(try await here.count("meeting_story") == 0)
    }

    @Test func `asks for all that is missing at once, and keeps what was typed`() async throws {
        let seen = try await here.sends(it.path, ["title": "", "words": " "], as: here.amara)
        for problem in [
            "Say whether it worked or not", "Give it a title that names nobody", "Write what happened",
        ] {
            #expect(seen.says(problem), "\(problem)")
        }
    }

    @Test func `is asked for by their link, in words that give nothing away, and read as it will be told`()
        async throws
    {
        let id = try await it.tells()
        #expect(try await !it.seen(by: here.drPatel).says("Soup first"))
        try await it.asks(id)
        let words = try await here.lastMessage()
        #expect(
            words.hasPrefix(
                "Hello Jean. Here is what we talked about. Read it, and say yes or no; both are fine: "
            )
        )
        let own = "/l/\(try await here.lastToken())"
        #expect(try await here.opens(own, as: nil).says("Something to read: a story that is yours"))
        let seen = try await here.opens("\(own)/story", as: nil)
        #expect(seen.says(StoryInHand.words) && seen.says("no is as good an answer"))
        #expect(try await !it.seen(by: here.drPatel).says("Soup first"))
    }

    @Test func `is told once they say yes, by link, and goes when they take it back`() async throws {
        let id = try await it.tells()
        try await it.asks(id)
        let own = try await it.own()
        let version = try await it.current(id).version.id
        let yes: KeyValuePairs = ["version": "\(version)", "answer": "yes", "words": ""]
        #expect(try await here.sends("\(own)/story", yes, as: nil).status == 303)
        #expect(try await it.seen(by: here.drPatel).says(StoryInHand.words))
        #expect(try await here.opens(it.story.path, as: here.amara).says("A story of theirs may be told"))

        _ = try await here.sends("\(own)/story/withdrawal", ["story": "\(id)"], as: nil)

        #expect(try await !it.seen(by: here.drPatel).says(StoryInHand.words))
        #expect(try await here.count("story_version WHERE words <> '' OR title <> ''") == 0)
        #expect(try await here.count("story_end WHERE why = 'taken_back' AND ended_by IS NULL") == 1)
        #expect(try await here.count("log_entry WHERE act = 'cleared' AND actor = 'person'") == 1)
        #expect(try await here.opens("\(own)/story", as: nil).says("There is no story of yours here."))
    }

    @Test func `is not told after a no, which says what they would change`() async throws {
        let id = try await it.tells()
        try await it.asks(id)
        let (own, version) = try await (it.own(), it.current(id).version.id)
        let no: KeyValuePairs = ["version": "\(version)", "answer": "no", "words": "Leave out the soup."]
        _ = try await here.sends("\(own)/story", no, as: nil)
        #expect(try await !it.seen(by: here.drPatel).says("Soup first"))
        #expect(try await here.opens(it.path, as: here.amara).says("Leave out the soup."))
        let bare = try await here.sends("\(own)/story", ["version": "\(version)"], as: nil)
        #expect(bare.status == 422 && bare.says("Say yes or no"))
    }

    @Test func `with other words is another story to agree to`() async throws {
        let id = try await it.tells()
        try await it.asks(id)
        let (own, before) = try await (it.own(), it.current(id).version.id)
        try await it.agrees(id)
        let fields: KeyValuePairs = ["kind": "worked", "title": "Soup", "words": "They sing again."]
        #expect(try await here.sends("\(it.path)/\(id)", fields, as: here.amara).status == 303)
        #expect(try await it.current(id).progress == .written)
        #expect(try await !it.seen(by: here.drPatel).says("They sing again."))
        let late: KeyValuePairs = ["version": "\(before)", "answer": "yes"]
        let refused = try await here.sends("\(own)/story", late, as: nil)
        #expect(refused.status == 409)
        #expect(refused.says("The words have changed since you read them. Read them again, please."))
    }

    @Test func `is heard in person by whoever read it out`() async throws {
        let id = try await it.tells()
        let version = try await it.current(id).version.id
        let fields: KeyValuePairs = ["version": "\(version)", "answer": "yes"]
        #expect(try await here.sends("\(it.path)/\(id)/agreement", fields, as: here.amara).status == 303)
        #expect(try await here.count("story_agreement WHERE agreed AND heard_by = \(here.amara.id)") == 1)
        #expect(try await here.sends("\(it.path)/\(id)/withdrawal", [:], as: here.amara).status == 303)
        #expect(try await !it.seen(by: here.drPatel).says("Soup first"))
        let again = try await here.sends("\(it.path)/\(id)/asking", [:], as: here.amara)
        #expect(again.status == 409 && again.says("This story has gone. Nothing more is kept of it."))
    }

    @Test func `is not told any more of somebody who has died`() async throws {
        let id = try await it.tells()
        try await it.agrees(id)
        #expect(try await it.seen(by: here.drPatel).says("Soup first"))
        try await it.story.ends(.died, at: .now)
        #expect(try await !it.seen(by: here.drPatel).says("Soup first"))
    }

    @Test func `is written by whoever has the case and nobody else`() async throws {
        let id = try await it.tells()
        for other in here.everyone where other.id != here.amara.id {
            #expect(try await here.opens(it.path, as: other).status == 404, "\(other.name)")
            #expect(try await here.opens("\(it.path)/\(id)", as: other).status == 404, "\(other.name)")
            #expect(try await sends("Quiet words.", as: other).status == 404, "\(other.name)")
            let end = try await here.sends("\(it.path)/\(id)/end", [:], as: other)
            #expect(end.status == 404, "\(other.name)")
        }
        #expect(try await here.count("meeting_story") == 1)
    }

    @Test func `is in the copy of their record, with what they said to it`() async throws {
        let id = try await it.tells()
        try await it.agrees(id)
        let words = try await it.story.cases().record(it.story.id, at: .now).passages.map(\.words)
        #expect(words.contains { $0.contains(StoryInHand.words) })
        #expect(words.contains { $0.hasPrefix("Yes.") })
    }
}
