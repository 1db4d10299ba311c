import Kernel
import Store
import Testing

@testable import Belong

/// Journeys 5.4 and 5.5: nothing is typed twice, and what a link worker thinks aloud stays theirs.
@Suite("What is written once")
struct WrittenOnceTests {
    @Test func `serves the colleague, the GP, the record and the group, and none of them more than theirs`()
        async throws
    {
        let story = try await CaseInHand()
        let (here, path) = (story.here, story.path)
        let aloud = "I was impatient today."
        let told = "She would sing again, if somebody went with her."

        // Two notes: one for herself, one for the practice as well.
        for (words, audience) in [(aloud, "mine"), (told, "gp")] {
            let fields: KeyValuePairs = ["words": words, "audience": audience]
            let sent = try await here.sends("\(path)/notes", fields, as: here.amara)
            #expect(sent.status == 303)
        }

        // The GP finds the second where the news is, and not the first.
        let note: Note.ID? = try await here.store.read {
            try $0.value("SELECT id FROM note WHERE words = \(told)")
        }
        let gp = try #require(note)
        #expect(try await here.opens("/notes", as: here.drPatel).says("/notes/\(gp)"))
        #expect(try await here.opens("/notes/\(gp)", as: here.drPatel).says(told))

        // From the same words the news and the introduction are drafted; only she sends them.
        let lunch = try await here.group()
        #expect(try await here.opens("\(path)/news?note=\(gp)", as: here.amara).says(told))
        let introduction = "\(path)/introductions/new?activity=\(lunch)&note=\(gp)"
        #expect(try await here.opens(introduction, as: here.amara).says(told))
        #expect(try await here.count("news") == 0)
        #expect(try await here.count("introduction") == 0)

        // The supervisor to whom she shows the page reads what is the team's, never what is hers.
        try await story.cases().show(story.id)
        let shown = try await here.opens(path, as: here.ruth)
        #expect(shown.says(told) && !shown.says(aloud))

        // And Jean may have all of it.
        let record = try await story.cases().record(story.id).passages.map(\.words)
        #expect(record.contains(told) && record.contains(aloud))
    }
}
