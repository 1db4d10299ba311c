import Foundation
import Kernel
import Store
import Testing

@testable import Belong

/// Vignette V8: a practice wants its mood score from everybody. Belong has no switch for
/// that; it opens a talk, and shows what the score is used for.
@Suite("A mood score for everybody")
struct MoodForEverybodyTests {
    let it: Asked
    var here: Neighbourhood { it.here }

    init() async throws {
        it = try await Asked()
        for _ in 1...6 { try await it.says([3: 5], at: .now) }
    }

    private static let wish: KeyValuePairs = [
        "why": "The network asks us for a mood score from every patient.", "use": "A chart for the board.",
    ]

    private func opens() async throws -> String {
        try #require(await here.sends("/measures/ons4/talks", Self.wish, as: here.peter).location)
    }

    @Test func `the manager presses what would be the switch, and reads that there is none`() async throws {
        #expect(try await here.opens("/measures", as: here.peter).says("href=\"/measures/ons4/talks/new\""))

        let page = try await here.opens("/measures/ons4/talks/new", as: here.peter)

        #expect(page.says("<h1>Nothing here can be made mandatory</h1>"))
        #expect(page.says("Of 6 sets of answers in half a year none was looked at with the person."))
        #expect(page.says("Why would you want everybody to answer it?"))
    }

    @Test func `asked without a reason nothing opens, and what was typed stays`() async throws {
        let bare = try await here.sends(
            "/measures/ons4/talks",
            ["why": " ", "use": "A chart"],
            as: here.peter
        )
        #expect(bare.status == 422 && bare.says("Say why you would want everybody to answer it"))
        #expect(bare.says("A chart</textarea>"))
        #expect(try await here.count("measure_talk") == 0)
    }

    @Test func `the link workers find the talk, say what they think and record the answer`() async throws {
        let talk = try await opens()
        #expect(try await here.opens("/measures", as: here.amara).says("not answered yet"))
        _ = try await here.sends("\(talk)/turns", ["words": "What would they have of it?"], as: here.amara)
        _ = try await here.sends("\(talk)/turns", ["words": "Nothing that I can name."], as: here.peter)

        let bare = try await here.sends("\(talk)/answer", [:], as: here.amara)
        #expect(bare.says("Choose what comes of it") && bare.says("Say why, so that they can follow"))
        let answer: KeyValuePairs = ["answer": "other_way", "words": "Tell the board two stories instead."]
        #expect(try await here.sends("\(talk)/answer", answer, as: here.amara).status == 303)

        let seen = try await here.opens(talk, as: here.peter)
        #expect(seen.says("What you want to know can be known in another way."))
        #expect(seen.says("Tell the board two stories instead.") && seen.says("Nothing that I can name."))
        let again = try await here.sends("\(talk)/answer", answer, as: here.sam)
        #expect(again.status == 409 && again.says("This has been answered already. Read the answer first."))
    }

    @Test func `whatever comes of it, no answer is ever required of anybody`() async throws {
        _ = try await opens()
        #expect(MeasureTalk.Answer.allCases.allSatisfy { !$0.name.contains("must") })
        let sent = try await here.sends(
            "\(it.path)/ons4",
            ["way": "together", "skip": "rather_not"],
            as: here.amara
        )
        #expect(sent.status == 303)
        let page = try await here.opens("\(it.path)/ons4", as: here.amara)
        #expect(!page.says(" required"))
    }

    @Test func `the manager does not answer for the link workers`() async throws {
        let talk = try await opens()
        let answer: KeyValuePairs = ["answer": "offered_more", "words": "All of them."]
        let sent = try await here.sends("\(talk)/answer", answer, as: here.peter)
        #expect(sent.status == 409)
        #expect(
            sent.says("The link workers of the practice answer this. You can say more, and they read it.")
        )
        #expect(try await here.count("measure_talk_answer") == 0)
    }

    @Test func `nobody from elsewhere opens, reads or answers it`() async throws {
        let talk = try await opens()
        for other in [here.jo, here.drOsei, here.mina, here.walter, here.nadia, here.ruth, here.stranger] {
            #expect(try await here.opens(talk, as: other).status == 404, "\(other.name)")
            let said = try await here.sends("\(talk)/turns", ["words": "x"], as: other)
            #expect(said.status == 404, "\(other.name)")
        }
        for other in [here.mina, here.amara, here.stranger] {
            let sent = try await here.sends("/measures/ons4/talks", Self.wish, as: other)
            #expect(sent.status == 404, "\(other.name)")
        }
    }

    @Test func `two link workers who answer at once give one answer`() async throws {
        let path = try await opens()
        let talk = try #require(MeasureTalk.ID(String(path.split(separator: "/").last ?? "")))
        let given = try await withThrowingTaskGroup(of: Bool.self) { group in
            for member in [here.amara, here.sam, here.amara, here.sam] {
                group.addTask {
                    do {
                        try await MeasureTalks(store: here.store, member: member).answer(
                            .fewer,
                            "So.",
                            to: talk
                        )
                        return true
                    } catch MeasureTalk.Refused.answered {
                        return false
                    }
                }
            }
            return try await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
        }
        #expect(given == 1)
        #expect(try await here.count("measure_talk_answer") == 1)
    }
}
