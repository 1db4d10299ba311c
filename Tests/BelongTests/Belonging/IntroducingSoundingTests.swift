import Foundation
import Kernel
import Store
import Testing

@testable import Belong

@Suite("What introductions to groups say")
struct IntroducingSoundingTests {
    let facts: Facts
    let lunch: Activity.ID

    init() async throws {
        facts = try await Facts()
        lunch = try await facts.here.group()
    }

    private func introduces(
        _ days: Double,
        to group: Activity.ID? = nil,
        by linkWorker: Member? = nil,
        at practice: Organisation? = nil,
        answered: Double? = nil,
        answer: String = "yes",
        told: Double? = nil,
        withdrawn: Double? = nil
    ) async throws {
        try await facts.introduces(
            days,
            to: group ?? lunch,
            by: linkWorker,
            at: practice,
            answered: answered,
            answer: answer,
            told: told,
            withdrawn: withdrawn
        )
    }

    private func says(
        _ state: Capacity.State,
        _ days: Double,
        _ group: Activity.ID? = nil
    )
        async throws
    {
        let (said, group) = (CapacitySaid(state: state, wait: nil, by: nil), group ?? lunch)
        try await facts.here.store.write {
            try $0.note(said, of: group, from: nil, at: Facts.day(days))
        }
    }

    @Test func `C03.c3 counts introductions to groups that had said they have room`() async throws {
        #expect(try await facts.evidence("C03.c3") == nil)
        try await introduces(80)
        try await says(.few, 70)
        try await introduces(60)
        try await introduces(39)
        try await says(.full, 30)
        try await introduces(20)
        try await introduces(20, by: facts.here.sam)
        try await introduces(91)

        // Nobody had asked; a few; too long ago; full.
        #expect(try await facts.evidence("C03.c3") == .share(Proportion(1, of: 4)))
    }

    @Test func `C03.o1 counts answers in time, and waits for those that may still come`() async throws {
        try await introduces(60, answered: 50)
        try await introduces(60, answered: 49)
        try await introduces(60)
        try await introduces(9)
        try await introduces(60, withdrawn: 55)
        try await introduces(60, at: facts.here.harbour, answered: 58)

        #expect(try await facts.evidence("C03.o1") == .share(Proportion(1, of: 3)))
        #expect(try await facts.evidence("C03.o1", at: Facts.day(51)) == .unknown(.nothing))
    }

    @Test func `C10.c2 counts groups that say how it goes within a month of the beginning`()
        async throws
    {
        try await introduces(80, answered: 75, told: 45)
        try await introduces(80, answered: 75, told: 44)
        try await introduces(80, answered: 75)
        try await introduces(30, answered: 25)
        try await introduces(80, answered: 75, answer: "full")

        #expect(try await facts.evidence("C10.c2") == .share(Proportion(1, of: 3)))
    }

    @Test func `C03.o2 and C03.o3 show who pauses, and who gets most`() async throws {
        let choir = try await facts.here.group("Choir", email: "choir@example.org")
        for _ in 0..<3 { try await introduces(60) }
        try await introduces(60, to: choir)
        try await says(.pausing, 10, choir)

        #expect(try await facts.evidence("C03.o3") == .count(3, of: 4))
        #expect(try await facts.evidence("C03.o2") == .count(1, of: 2))
        #expect(try await facts.evidence("C03.o2", at: Facts.day(11)) == .count(0, of: 2))
    }
}
