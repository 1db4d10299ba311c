import Foundation
import Kernel
import Store
import Testing

@testable import Belong

@Suite("The sixteen of one placement")
struct SixteenTests {
    let facts: Facts

    init() async throws {
        facts = try await Facts()
    }

    /// A little of everything that Belong keeps.
    private func lives() async throws {
        for days in [20.0, 30, 40, 50] {
            let made = try await facts.refers(days, asking: true)
            try await facts.talks(made, days - 2, knew: "yes", mode: "practice")
            try await facts.tells(made, days - 3, opened: days - 4, verdict: "useful", words: "Thank you")
            try await facts.ends(made, days - 10)
        }
    }

    private func answers(
        _ answers: [String: CheckInAnswer],
        _ days: Double,
        shared: Set<Confidant> = []
    ) async throws {
        let said = CheckIns.Said(
            answers: answers,
            shared: answers.mapValues { _ in shared },
            seconds: 20
        )
        try await CheckIns(store: facts.here.store, member: facts.here.amara)
            .answer(facts.placement, said, on: .own, at: Facts.day(days))
    }

    @Test func `every signal is counted by somebody, asked of somebody, or says why it is not known`()
        throws
    {
        let sounded = Sounding.all.map(\.signal)
        #expect(Set(sounded).count == sounded.count)
        for signal in try Catalogue.standard().signals {
            let ways = [sounded.contains(signal.id), Unkept.reasons[signal.id] != nil].count { $0 }
            #expect(ways == (signal.items.isEmpty || ways > 0 ? 1 : 0), "\(signal.id)")
        }
        let known = Set(try Catalogue.standard().signals.map(\.id))
        #expect(Set(Unkept.reasons.keys).union(sounded).isSubset(of: known))
    }

    @Test func `where nothing happened nothing is known, and each says why`() async throws {
        let sixteen = try await facts.sixteen()

        #expect(sixteen.isAllUnknown)
        #expect(sixteen.counts == "16 not known")
        #expect(!sixteen.isWidelyKnown)
        #expect(sixteen.evidence.count == 94)
    }

    @Test func `what others do elsewhere changes nothing`() async throws {
        try await lives()
        let before = try await facts.sixteen()
        let here = facts.here
        for days in [5.0, 15] {
            let made = try await facts.refers(days, by: here.drOsei, at: here.harbour, asking: true)
            try await facts.talks(made, days - 1, knew: "no")
            try await facts.ends(made, days - 1)
            let jo = try await facts.refers(days, at: here.moorLane, to: here.jo)
            try await facts.talks(jo, days - 1, knew: "no")
        }
        let after = try await facts.sixteen()

        #expect(after.evidence == before.evidence)
        #expect(after.positions == before.positions)
    }

    @Test(arguments: [0.0, 10, 25, 60]) func `the past stays what it was when the future comes`(
        _ days: Double
    ) async throws {
        let then = Facts.day(days + 1)
        try await lives()
        let made = try await facts.refers(days + 30)
        try await facts.talks(made, days + 20, knew: "no")
        let before = try await facts.sixteen(at: then)

        let later = try await facts.refers(days, asking: true)
        try await facts.talks(later, days, knew: "yes")
        try await facts.talks(made, days, knew: nil)
        try await facts.tells(made, days, opened: days - 0.1, verdict: "not_for_me", words: "Why?")
        try await facts.ends(made, days)
        try await facts.asks(days, by: facts.here.drLowe, answered: true)

        #expect(try await facts.sixteen(at: then).evidence == before.evidence)
    }

    @Test func `evidence that is old leaves, and what it said fades`() async throws {
        try await lives()

        let aYearOn = try await facts.sixteen(at: Facts.now + 400 * 86_400)
        #expect(aYearOn.isAllUnknown)
    }

    @Test func `what a link worker answered counts for themselves, and for others once it is shared`()
        async throws
    {
        try await answers(["LW5": .fully, "LW6": .notAtAll], 30)
        try await answers(["LW5": .mostly, "LW6": .cannotSay], 10, shared: [.practice])

        let own = try await facts.sixteen()
        let said = Evidence.Answers(tally: Tally(fittingIn: 1, belonging: 1), credit: 1.5)
        #expect(own.evidence["C05.o1"] == .answers([.linkWorker: said]))
        let peter = try await facts.sixteen(by: .colleague([.practice]))
        #expect(peter.evidence["C05.o1"] == .answers([.linkWorker: said]))
        for audiences in [[], [.network], [.supervisor]] as [Set<Confidant>] {
            let other = try await facts.sixteen(by: .colleague(audiences))
            #expect(other.evidence["C05.o1"] == .unknown(.notShared))
        }
    }

    @Test func `what is taken back is gone for others on any date, and stays the link worker's own`()
        async throws
    {
        try await answers(["LW5": .fully], 30, shared: [.practice])
        try await answers(["LW5": .fully], 20, shared: [.practice])
        try await CheckIns(store: facts.here.store, member: facts.here.amara)
            .share(facts.placement, ["LW5": []], at: Facts.day(5))

        let peter = try await facts.sixteen(at: Facts.day(10), by: .colleague([.practice]))
        #expect(peter.evidence["C05.o1"] == .unknown(.notShared))
        #expect(try await facts.sixteen().evidence["C05.o1"] != .unknown(.nothing))
    }

    @Test func `the last word on each question is the link worker's voice`() async throws {
        let catalogue = try Catalogue.standard()
        let support = try #require(catalogue.configuration("C14"))
        func voice(_ said: [(String, CheckInAnswer, Double)]) -> Position.Voice {
            let all = said.map { item, answer, days in
                Answered.One(
                    item: item,
                    respondent: .linkWorker,
                    who: nil,
                    answer: answer,
                    at: Facts.day(days)
                )
            }
            return Answered(all: all, onlooker: .linkWorker).voice(
                on: support,
                catalogue.items,
                at: Facts.now
            )
        }

        #expect(voice([]) == .silent)
        #expect(voice([("LW10", .cannotSay, 5)]) == .silent)
        #expect(voice([("LW10", .notAtAll, 91)]) == .silent)
        #expect(voice([("LW10", .notAtAll, 40), ("LW10", .mostly, 5)]) == .heard)
        #expect(voice([("LW10", .fully, 5), ("LW11", .notAtAll, 30)]) == .saysNo)
        #expect(voice([("LW6", .notAtAll, 5)]) == .silent)
    }
}
