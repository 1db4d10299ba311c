import Foundation
import Kernel
import Store
import Testing

@testable import Belong

/// V5 (paper, line 47): a link worker went along to a relaxation group, and the
/// front desk, who could not find her, thought her idle. It was in the diary.
@Suite("The front desk looks for a link worker who has gone along with somebody")
struct WhereIsSheTests {
    let here: Neighbourhood
    let ends: Date

    init() async throws {
        here = try await Neighbourhood()
        let jean = try await here.accepts(here.refers())
        let now = Date.now
        let begins = max(London.instant(Day(now), hour: 0), now - 600)
        ends = now + 3_600
        let plan = DiaryEntry.Plan(
            kind: .goingAlong,
            caseID: jean,
            beginsAt: begins,
            endsAt: ends,
            backAt: ends + 900,
            words: "Her first time",
            place: "the leisure centre",
            ownPlace: "Relaxation group, hall B"
        )
        try await here.diary(of: here.amara).plan(DiaryAsked(plan: plan))
    }

    @Test func `she is on their first page: with someone, planned, part of the job, and when she is back`()
        async throws
    {
        let home = try #require(try await here.opens("/", as: here.mina).location)
        #expect(home == "/front-desk")

        let desk = try await here.opens(home, as: here.mina)

        #expect(
            desk.says(
                "with someone at the leisure centre until \(London.time(ends)), planned, part of the job; "
                    + "back \(London.time(ends + 900))"
            )
        )
        #expect(desk.says("Going along to a first session is part of a link worker’s work."))
    }

    @Test func `nothing tells them with whom, or at which group`() async throws {
        let desk = try await here.opens("/front-desk", as: here.mina)

        for word in ["Jean", "Moss", "Relaxation", "hall B", "first time"] {
            #expect(!desk.says(word), "\(word)")
        }
    }

    @Test func `whoever rings about a message is helped with one form, and nothing is told besides`()
        async throws
    {
        let answer = try await here.sends(
            "/front-desk/caller",
            ["surname": "moss", "born": ""],
            as: here.mina
        )

        #expect(answer.status == 200)
        #expect(answer.says("moss: yes, known. You can say:"))
        #expect(answer.says("“Dr Patel suggested it.”") && answer.says("“Amara Okafor will be in touch.”"))
        for word in ["Jean", "husband", "Relaxation", "1953"] { #expect(!answer.says(word), "\(word)") }
    }

    @Test func `an empty surname comes back with a word`() async throws {
        let answer = try await here.sends("/front-desk/caller", ["surname": " "], as: here.mina)

        #expect(answer.status == 422 && answer.says("Type their surname"))
    }

    @Test func `her own page shows all of it`() async throws {
        let today = try await here.opens("/today", as: here.amara)

        #expect(today.says("Jean M.") && today.says("Relaxation group, hall B"))
    }
}
