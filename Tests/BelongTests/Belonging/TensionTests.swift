import Foundation
import Kernel
import Store
import Testing

@testable import Belong

@Suite("The three tensions, and the first step")
struct TensionTests {
    let facts: Facts

    init() async throws {
        facts = try await Facts()
    }

    @Test func `have facts on both ends and no middle`() async throws {
        for days in [10.0, 20, 30] { try await facts.refers(days, asking: days > 15) }
        let tension = try #require(try await facts.sixteen().tensions.first)

        #expect(tension.one.facts == ["2 of 3 referrals were talked over first"])
        #expect(tension.other.facts == ["1 of 3 referrals came without a word before"])
    }

    @Test func `say nothing of what nobody knows`() async throws {
        let tensions = try await facts.sixteen().tensions

        #expect(tensions.count == 3)
        #expect(tensions.allSatisfy { $0.one.facts.isEmpty && $0.other.facts.isEmpty })
    }

    @Test func `of a placement nobody knows anything of there is no first step`() async throws {
        #expect(FirstStep(try await facts.sixteen(), of: facts.placement) == nil)
    }

    @Test func `the first step is one, with its reason, and leads to where it begins`() async throws {
        for question in [Rule.Question.leave, .sickness] { try await facts.owns(question, 50, confirmed: 40) }
        for days in [10.0, 25, 40] {
            try await facts.says("LW2", .notAtAll, days)
            try await facts.says("LW3", .notAtAll, days)
        }
        for days in [30.0, 40, 50, 60] { try await facts.differs(days) }

        let step = try #require(FirstStep(try await facts.sixteen(), of: facts.placement))
        #expect(step.configuration == "C02")
        #expect(step.path == "/placements/\(facts.placement)/rules")
        #expect(!step.why.isEmpty)
    }
}
