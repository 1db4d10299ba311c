import Foundation
import Kernel
import Store
import Testing

@testable import Belong

@Suite("What is still planned")
struct PlannedTests {
    let story: CaseInHand
    var here: Neighbourhood { story.here }
    let now = Date.now
    let entry: DiaryEntry.ID
    private var path: String { "\(story.path)/planned" }

    init() async throws {
        story = try await CaseInHand()
        let plan = try Neighbourhood.plan(
            .goingAlong,
            with: story.id,
            on: Day(.now).advanced(by: 3),
            place: "the library"
        )
        entry = try await story.here.diary(of: story.here.amara).plan(plan, at: .now)
    }

    private func handsOver() async throws {
        let asked = HandOverAsked(to: here.sam.id, why: "I leave.", toKnow: "")
        let offer = try await HandOvers(store: here.store, member: here.amara).offer(story.id, asked, at: now)
        let sent = try await here.sends("/hand-overs/\(offer)/taking-over", [:], as: here.sam)
        #expect(sent.location == path)
    }

    @Test func `is offered to whoever takes over, into their own diary`() async throws {
        try await handsOver()
        let page = try await here.opens(path, as: here.sam)
        #expect(page.says("in Amara Okafor’s diary") && page.says("Take into my diary"))

        let sent = try await here.sends(path, ["entries[]": "\(entry)", "act": "take"], as: here.sam)
        #expect(sent.location == story.path)
        let taken = try await here.count(
            "diary_entry WHERE member = \(here.sam.id) AND replaced_by IS NULL AND because = 'taken over from Amara Okafor'"
        )
        #expect(taken == 1)
        #expect(
            try await here.count("diary_entry WHERE member = \(here.amara.id) AND replaced_by IS NULL") == 0
        )
    }

    @Test func `asks before it meets what is there already`() async throws {
        let own = try Neighbourhood.plan(.learning, on: Day(now).advanced(by: 3))
        try await here.diary(of: here.sam).plan(own, at: now)
        try await handsOver()

        let met = try await here.sends(path, ["entries[]": "\(entry)", "act": "take"], as: here.sam)
        #expect(met.status == 422 && met.says("You already have this from 14:00 to 15:30: Learning."))
        let meant = try await here.sends(
            path,
            ["entries[]": "\(entry)", "act": "take", "mayMeet[]": "yes"],
            as: here.sam
        )
        #expect(meant.status == 303)
    }

    @Test func `is offered to be cancelled once the case is closed`() async throws {
        let sent = try await here.sends(
            "\(story.path)/closing",
            ["outcome": "listening", "words": "Heard.", "wayBack": "Ring us."],
            as: here.amara
        )
        #expect(sent.location == path)
        let page = try await here.opens(path, as: here.amara)
        #expect(page.says("The case is closed") && !page.says("Take into my diary"))

        #expect(
            try await here.sends(path, ["act": "cancel"], as: here.amara).says("Choose at least one of them")
        )
        let done = try await here.sends(path, ["entries[]": "\(entry)", "act": "cancel"], as: here.amara)
        #expect(done.location == story.path)
        #expect(try await here.count("diary_cancelling WHERE words = 'The case was closed.'") == 1)
        #expect(try await here.opens(path, as: here.amara).says("Nothing is planned any more."))
    }

    @Test func `leads on as before where nothing is planned`() async throws {
        try await here.diary(of: here.amara).cancel(entry, .init(why: .person, words: ""), at: now)
        let sent = try await here.sends(
            "\(story.path)/closing",
            ["outcome": "listening", "words": "Heard.", "wayBack": "Ring us."],
            as: here.amara
        )
        #expect(sent.location != path && sent.status == 303)
    }

    @Test func `is for whoever has the case`() async throws {
        for other in here.everyone where other.id != here.amara.id {
            #expect(try await here.opens(path, as: other).status == 404, "\(other.name)")
            let fields: KeyValuePairs = ["entries[]": "\(entry)", "act": "cancel"]
            #expect(try await here.sends(path, fields, as: other).status == 404, "\(other.name)")
        }
    }
}
