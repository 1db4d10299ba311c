import Foundation
import Kernel
import Store
import Testing

@testable import Belong

@Suite("What somebody said of how things are")
struct AnswersTests {
    let it: Asked
    var here: Neighbourhood { it.here }

    init() async throws {
        it = try await Asked()
        try await it.says([1: 4, 2: 5, 3: 3, 4: 7], at: it.now)
        try await it.says([1: 8, 2: 6], at: it.now + 3600)
    }

    @Test func `is shown question by question, each with its day, its hour and how it was asked`()
        async throws
    {
        let seen = try await here.opens(it.path, as: here.amara)
        #expect(seen.says("4 of 10, which ONS calls low") && seen.says("8 of 10, which ONS calls high"))
        #expect(seen.says("14 April 2026 at 10:00, together"))
        #expect(seen.says("between 1 and 7 higher") && seen.says("too small to tell"))
        #expect(!seen.says("Total") && !seen.says("20 of 40"))
    }

    @Test func `is looked at together, which is noted once`() async throws {
        let first = try #require(await it.answerings().first)
        for _ in 1...2 {
            let fields: KeyValuePairs = ["answering": "\(first.id)"]
            #expect(try await here.sends("\(it.path)/look", fields, as: here.amara).status == 303)
        }
        #expect(try await here.count("answering_look WHERE looked_by = \(here.amara.id)") == 1)
        #expect(try await here.opens(it.path, as: here.amara).says("looked at together on"))
    }

    @Test func `is theirs to have taken away, answer by answer, and then it is gone`() async throws {
        let first = try #require(await it.answerings().first)
        let own = try await it.own()
        let fields: KeyValuePairs = ["answering": "\(first.id)", "item": "1"]
        #expect(try await here.sends("\(own)/answers/removal", fields, as: nil).status == 303)
        #expect(try await here.count("answer WHERE answering = \(first.id)") == 3)
        #expect(try await here.count("answer_removal WHERE removed_by IS NULL") == 1)
        #expect(try await here.count("log_entry WHERE act = 'cleared' AND actor = 'person'") == 1)
        let seen = try await here.opens("\(own)/answers", as: nil)
        #expect(seen.says("taken away on") && !seen.says("4 of 10"))
        let record = try await it.story.cases().record(it.story.id, at: .now).passages
        #expect(!record.contains { $0.words.contains("4 of 10") })
    }

    @Test func `is taken away by the link worker as well, when they ask for it`() async throws {
        let first = try #require(await it.answerings().first)
        let fields: KeyValuePairs = ["answering": "\(first.id)"]
        #expect(try await here.sends("\(it.path)/removal", fields, as: here.amara).status == 303)
        #expect(try await here.count("answer WHERE answering = \(first.id)") == 0)
        #expect(try await here.count("answer_removal WHERE removed_by = \(here.amara.id)") == 4)
    }

    @Test func `of somebody else cannot be taken away by a link that is not theirs`() async throws {
        let first = try #require(await it.answerings().first)
        let other = try await here.accepts(
            here.refers(Neighbourhood.particulars("Bill Ash", phone: "07700 900199", bornOn: nil))
        )
        let own = try await here.store.write { try $0.makeLink(to: .ownPage, other, at: .now).token }
        let fields: KeyValuePairs = ["answering": "\(first.id)", "item": "1"]
        #expect(try await here.sends("/l/\(own)/answers/removal", fields, as: nil).status == 404)
        #expect(try await here.count("answer WHERE answering = \(first.id)") == 4)
    }

    @Test func `is in the copy of their record, every answer of it`() async throws {
        let words = try await it.story.cases().record(it.story.id, at: .now).passages
            .filter { $0.heading.hasPrefix("What you answered") }.map(\.words).joined()
        for said in ["4 of 10", "5 of 10", "3 of 10", "7 of 10", "8 of 10", "left out"] {
            #expect(words.contains(said), "\(said)")
        }
    }

    @Test func `is in their story as something that happened, without what it was`() async throws {
        let seen = try await here.opens(it.story.path, as: here.amara)
        #expect(seen.says("Said how things are") && !seen.says("4 of 10"))
    }

    @Test func `is read by whoever has the case and nobody else, each look written down`() async throws {
        let looks = try await it.story.looks()
        _ = try await here.opens(it.path, as: here.amara)
        #expect(try await it.story.looks() == looks + 1)
        for other in here.everyone + [it.ada] where other.id != here.amara.id {
            #expect(try await here.opens(it.path, as: other).status == 404, "\(other.name)")
            #expect(try await here.opens("\(it.path)/ons4", as: other).status == 404, "\(other.name)")
            let sent = try await here.sends(
                "\(it.path)/ons4",
                ["way": "together", "marks[q1]": "9"],
                as: other
            )
            #expect(sent.status == 404, "\(other.name)")
            let asked = try await here.sends("\(it.story.path)/askings", ["measure": "ons4"], as: other)
            #expect(asked.status == 404, "\(other.name)")
        }
        #expect(try await here.count("answering") == 2)
    }

    @Test func `is read by a supervisor who is shown the case, and changed by them in nothing`() async throws
    {
        try await it.story.cases().show(it.story.id)
        let seen = try await here.opens(it.path, as: here.ruth)
        #expect(seen.says("4 of 10") && !seen.says("Take this answer away") && !seen.says("Ask by link"))
        let first = try #require(await it.answerings().first)
        let sent = try await here.sends("\(it.path)/look", ["answering": "\(first.id)"], as: here.ruth)
        #expect(sent.status == 409)
    }

    @Test func `can be read by nobody behind a link that is over`() async throws {
        let own = try await it.own()
        try await it.story.ends(.died)
        #expect(try await here.opens("\(own)/answers", as: nil).location == own)
        #expect(try await here.opens(own, as: nil).status == 410)
        #expect(
            try await here.sends("\(own)/answers", ["asking": "\(MeasureAsking.ID())"], as: nil).status == 404
        )
    }

    @Test func `by link shows on the page of the case until it was looked at`() async throws {
        try await it.asks(.goals, goals: ["Sing again"], at: .now)
        let asking: MeasureAsking.ID? = try await here.store.read {
            try $0.value("SELECT id FROM measure_asking")
        }
        let fields: KeyValuePairs = ["asking": try #require(asking).description, "marks[q1]": "2"]
        _ = try await here.sends("\(it.own())/answers", fields, as: nil)
        #expect(try await here.opens(it.story.path, as: here.amara).says("They answered a question"))
        let last = try #require(await it.answerings().last)
        try await it.story.cases().lookedTogether(at: last.id, of: it.story.id)
        #expect(try await !here.opens(it.story.path, as: here.amara).says("They answered a question"))
    }
}
