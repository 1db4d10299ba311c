import Foundation
import Kernel
import Store
import Testing

@testable import Belong

@Suite("Whose rules apply")
struct RuleSoundingTests {
    let facts: Facts

    init() async throws {
        facts = try await Facts()
    }

    @Test func `C02.c1 is of the twelve, and nothing while nobody has begun`() async throws {
        #expect(try await facts.evidence("C02.c1") == nil)
        for question in [Rule.Question.leave, .sickness, .cover] {
            try await facts.owns(question, 100, confirmed: 90)
        }
        try await facts.owns(.place, 100, confirmed: nil)
        // Beside the twelve, and confirmed more than a year ago.
        try await facts.owns(.expenses, 100, confirmed: 90)
        try await facts.owns(.help, 500, confirmed: 400)

        let three = try await facts.evidence("C02.c1")
        #expect(three == .share(Proportion(3, of: 12)))
        #expect(try facts.isKnown("C02.c1", three))
        #expect(Rule.Question.twelve.count == 12)
    }

    @Test func `C02.c1 counts an owner no more when another is named, from that day on`() async throws {
        try await facts.owns(.leave, 100, confirmed: 90)
        try await facts.owns(.leave, 50, confirmed: nil)

        #expect(try await facts.evidence("C02.c1") == .share(Proportion(0, of: 12)))
        #expect(try await facts.evidence("C02.c1", at: Facts.day(60)) == .share(Proportion(1, of: 12)))
        #expect(try await facts.evidence("C02.c1", at: Facts.day(95)) == .share(Proportion(0, of: 12)))
        #expect(try await facts.evidence("C02.c1", at: Facts.day(101)) == nil)
    }

    @Test func `C02.c1 is nought where two ask for different things and nobody owns anything`() async throws {
        try await facts.differs(3)

        #expect(try await facts.evidence("C02.c1") == .share(Proportion(0, of: 12)))
    }

    @Test func `C02.m1 says nothing until the link worker was asked whose rules to follow`() async throws {
        try await facts.differs(40)
        #expect(try await facts.evidence("C02.m1") == nil)

        try await facts.says("LW2", .mostly, 10)
        #expect(try await facts.evidence("C02.m1") == .rate(Rate(events: 1, exposure: 1), over: 1))
        #expect(try await facts.evidence("C02.m1", at: Facts.day(11)) == nil)
    }

    @Test func `C02.m1 counts conflicts that were open for more than fourteen days in its time`() async throws
    {
        try await facts.says("LW2", .fully, 10)
        try await facts.differs(14)
        try await facts.differs(15)
        try await facts.differs(40, settled: 26)
        try await facts.differs(40, settled: 25)
        try await facts.differs(150, settled: 91)

        #expect(try await facts.evidence("C02.m1") == .rate(Rate(events: 2, exposure: 1), over: 1))
    }

    @Test func `C02.o1 counts working days to an answer, and those without one`() async throws {
        #expect(try await facts.evidence("C02.o1") == nil)
        try await facts.differs(14, settled: 7)
        try await facts.differs(7)
        try await facts.differs(181, settled: 100)

        let two = try await facts.evidence("C02.o1")
        #expect(two == .median(Waits([.init(days: 5, isOver: true), .init(days: 5, isOver: false)])))
        #expect(try !facts.isKnown("C02.o1", two))
    }

    @Test(arguments: ["C02.c1", "C02.m1", "C02.o1"])
    func `what holds at another practice says nothing here`(_ signal: String) async throws {
        let harbour = try await facts.here.placement(of: facts.here.amara, at: facts.here.harbour)
        try await facts.owns(.leave, 50, confirmed: 40, of: harbour)
        try await facts.differs(40, of: harbour)
        try await facts.says("LW2", .mostly, 10, of: harbour)

        #expect(try await facts.evidence(signal) == nil)
        #expect(try await facts.evidence(signal, of: harbour) != nil)
    }
}
