import Foundation
import Kernel
import Store
import Testing

@testable import Belong

@Suite("The registry of measures")
struct MeasuresTests {
    let it: Asked
    var here: Neighbourhood { it.here }

    init() async throws {
        it = try await Asked()
    }

    private func entry(_ measure: Measure = .ons4, as member: Member? = nil) async throws -> Measures.Entry {
        try await Measures(store: here.store, member: member ?? here.amara).find(measure)
    }

    @Test func `says of each what the person gains, who sees it and when it was last reviewed`() async throws
    {
        let seen = try await here.opens("/measures", as: here.peter)
        for measure in Measure.builtIn { #expect(seen.says(measure.gain), "\(measure.path)") }
        #expect(seen.says("Nobody else: not the GP, not the practice, not the network."))
        #expect(seen.says("Not reviewed by link workers here yet."))
        #expect(seen.says("Open Government Licence"))
    }

    @Test func `is reviewed by link workers, in their words, for their own network`() async throws {
        let words = "Jean found her own words for it."
        let sent = try await here.sends("/measures/ons4/review", ["words": words], as: here.amara)
        #expect(sent.status == 303)
        #expect(try await entry().review?.gain == words)
        #expect(try await here.opens("/measures", as: here.drOsei).says(words))
        #expect(try await !here.opens("/measures", as: here.jo).says(words))
        let bare = try await here.sends("/measures/ons4/review", ["words": " "], as: here.amara)
        #expect(bare.status == 422 && bare.says("Say what the person gains by it"))
        for other in [here.peter, here.drPatel, here.nadia] {
            let sent = try await here.sends("/measures/ons4/review", ["words": "x"], as: other)
            #expect(sent.status == 404, "\(other.name)")
        }
    }

    @Test func `says when it is over a year ago`() async throws {
        let before = Date.now - 400 * 86_400
        try await Measures(store: here.store, member: here.amara).review(.ons4, "Something", at: before)
        #expect(
            try await here.opens("/measures", as: here.amara)
                .says("That is over a year ago: look again, or let it go.")
        )
    }

    @Test func `counts how often answers were looked at with the person, and nothing under five`()
        async throws
    {
        #expect(try await entry().used.sentence == "Not asked in half a year.")
        for _ in 1...4 { try await it.says([1: 5], at: .now) }
        #expect(try await entry().used.sentence == "Asked fewer than five times in half a year.")
        try await it.says([1: 5], at: .now)
        let none = "Of 5 sets of answers in half a year none was looked at with the person."
        #expect(try await entry(as: here.peter).used.sentence == none)
        let first = try #require(await it.answerings().first)
        try await it.story.cases().lookedTogether(at: first.id, of: it.story.id)
        let few = "Of 5 sets of answers in half a year fewer than five were looked at with the person."
        #expect(try await entry(as: here.peter).used.sentence == few)
        #expect(try await entry(as: here.jo).used.sentence == "Not asked in half a year.")
    }

    @Test func `never says who answered, or what`() async throws {
        for _ in 1...6 { try await it.says([1: 5], at: .now) }
        for member in here.everyone where Measures.isFor(member) {
            let seen = try await here.opens("/measures", as: member)
            #expect(!seen.says("Jean") && !seen.says("5 of 10"), "\(member.name)")
        }
        for other in here.everyone where !Measures.isFor(other) {
            #expect(try await here.opens("/measures", as: other).status == 404, "\(other.name)")
        }
    }

    @Test func `has no tag, colour or rank on any answer`() throws {
        for markup in [MeasuresPage.sample.main, AnswersPage.sample.main, OwnAnswersPage.sample.main] {
            for word in ["tag leaf", "tag clay", "tag sun", "tag sky", "progress"] {
                #expect(!"\(markup)".contains(word), "\(word)")
            }
        }
    }
}
