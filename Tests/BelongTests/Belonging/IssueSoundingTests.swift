import Foundation
import Kernel
import Store
import Testing

@testable import Belong

@Suite("What became of what was raised")
struct IssueSoundingTests {
    let facts: Facts

    init() async throws {
        facts = try await Facts()
    }

    private func wait(_ days: Double, _ isOver: Bool) -> Waits.Wait { .init(days: days, isOver: isOver) }

    @Test func `C16.m1 counts working days until somebody has it, and those nobody has`() async throws {
        #expect(try await facts.evidence("C16.m1") == nil)
        // Now is a Tuesday: seven days before is the Tuesday before, with five working days between.
        try await facts.raises(7, .it, (.acknowledged, 5))
        try await facts.raises(14, .room, (.mended, 7), (.closed, 6))
        #expect(
            try await facts.evidence("C16.m1") == .median(Waits([wait(2, true), wait(5, true)]))
        )
        #expect(try !facts.isKnown("C16.m1", try await facts.evidence("C16.m1")))

        try await facts.raises(21, .workload)
        try await facts.raises(181, .support)
        let four = try await facts.evidence("C16.m1")
        #expect(four == .median(Waits([wait(2, true), wait(5, true), wait(15, false)])))
        #expect(try facts.isKnown("C16.m1", four))
    }

    @Test func `C16.m1 of a date before anybody had it knows nothing of who took it up`() async throws {
        try await facts.raises(7, .it, (.acknowledged, 5))

        #expect(try await facts.evidence("C16.m1", at: Facts.day(6)) == .median(Waits([wait(1, false)])))
        #expect(try await facts.evidence("C16.m1", at: Facts.day(8)) == nil)
    }

    @Test func `C16.o1 is over when whoever raised it says so, and not when it is said to be put right`()
        async throws
    {
        try await facts.raises(100, .it, (.mended, 90))
        try await facts.raises(100, .room, (.acknowledged, 95), (.closed, 40))
        try await facts.raises(100, .access, (.closed, 39))

        let found = try await facts.evidence("C16.o1")
        #expect(found == .within(Waits([wait(100, false), wait(60, true), wait(61, true)]), days: 60))
        #expect(try facts.isKnown("C16.o1", found))
        guard case .within(let waits, let days) = found else { return }
        #expect(abs(waits.over(within: days) - 1.0 / 3) < 1e-9)
    }

    @Test func `C16.o2 counts what came back in 90 days, once that can be known`() async throws {
        try await facts.raises(300, .it, (.closed, 250))
        try await facts.raises(170, .it, (.closed, 150))
        try await facts.raises(200, .room, (.closed, 100))
        try await facts.raises(30, .room, (.closed, 20))
        // Of another kind, and closed too lately to say.
        try await facts.raises(90, .access, (.closed, 89))

        // IT came back after 80 days, and not again; the room came back after 70 days.
        #expect(try await facts.evidence("C16.o2") == .share(Proportion(2, of: 3)))
        #expect(try await facts.evidence("C16.o2", at: Facts.day(171)) == .unknown(.nothing))
    }

    @Test(arguments: ["C16.m1", "C16.o1", "C16.o2"])
    func `what was raised at another practice, or by another there, is not theirs`(
        _ signal: String
    ) async throws {
        let sam = try await facts.here.placement(of: facts.here.sam)
        let harbour = try await facts.here.placement(of: facts.here.amara, at: facts.here.harbour)
        try await facts.raises(150, of: sam, by: facts.here.sam, (.acknowledged, 140), (.closed, 130))
        try await facts.raises(150, of: harbour, (.acknowledged, 140), (.closed, 130))

        #expect(try await facts.evidence(signal) == nil)
        #expect(try await facts.evidence(signal, of: sam) != nil)
        #expect(try await facts.evidence(signal, of: harbour) != nil)
    }
}
