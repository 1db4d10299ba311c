import Foundation
import Kernel
import Store
import Testing

@testable import Belong

@Suite("What of the measures a link worker finds in the morning")
struct MeasuresTodayTests {
    let it: Asked
    var here: Neighbourhood { it.here }

    init() async throws {
        it = try await Asked()
    }

    private func reads(_ words: String, _ member: Member) async throws -> Bool {
        try await here.opens("/today", as: member).says(words)
    }

    @Test func `is an answer that came by link, until it was looked at together`() async throws {
        let words = "answered what you asked, to look at together"
        try await it.asks(at: .now)
        #expect(try await !reads(words, here.amara))
        let asking: MeasureAsking.ID? = try await here.store.read {
            try $0.value("SELECT id FROM measure_asking")
        }
        let fields: KeyValuePairs = ["asking": try #require(asking).description, "marks[q1]": "6"]
        _ = try await here.sends("\(it.own())/answers", fields, as: nil)
        #expect(try await reads(words, here.amara))
        #expect(try await !reads(words, here.sam))
        let said = try #require(await it.answerings().first)
        try await it.story.cases().lookedTogether(at: said.id, of: it.story.id)
        #expect(try await !reads(words, here.amara))
    }

    @Test func `is a talk about asking everybody, until it is answered`() async throws {
        let words = "wants a measure answered by everybody: talk about why"
        let door = MeasureTalks(store: here.store, member: here.peter)
        let talk = try await door.open(
            MeasureWish(why: "The board asks.", use: "A chart."),
            for: .ons4,
            at: here.elmStreet.id
        )
        for linkWorker in [here.amara, here.sam] { #expect(try await reads(words, linkWorker)) }
        #expect(try await !reads(words, here.jo))
        try await MeasureTalks(store: here.store, member: here.sam).answer(.asBefore, "No.", to: talk)
        #expect(try await !reads(words, here.amara))
    }
}
