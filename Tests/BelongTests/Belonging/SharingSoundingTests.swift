import Foundation
import Kernel
import Store
import Testing

@testable import Belong

@Suite("Whether what was shared is read")
struct SharingSoundingTests {
    let facts: Facts
    let checkIns: CheckIns

    init() async throws {
        facts = try await Facts()
        checkIns = CheckIns(store: facts.here.store, member: facts.here.amara)
    }

    private func says(_ days: Double, shared: Set<Confidant>) async throws {
        let said = CheckIns.Said(answers: ["LW5": .mostly], shared: ["LW5": shared], seconds: 5)
        try await checkIns.answer(facts.placement, said, on: .own, at: Facts.day(days))
    }

    private func looks(_ member: Member, _ days: Double) async throws {
        _ = try await Standings(store: facts.here.store, member: member)
            .page(facts.placement, on: nil, at: Facts.day(days))
    }

    @Test func `C16.c2 counts check-ins that somebody else read within a week of sharing`() async throws {
        #expect(try await facts.evidence("C16.c2") == nil)
        try await says(60, shared: [.practice])
        try await looks(facts.here.peter, 55)
        try await says(40, shared: [.practice])
        try await looks(facts.here.amara, 39)
        try await looks(facts.here.peter, 32)

        #expect(try await facts.evidence("C16.c2") == .share(Proportion(1, of: 2)))
        #expect(try await facts.evidence("C16.c2", at: Facts.day(56)) == .unknown(.nothing))
    }

    @Test func `C16.c2 leaves out what was shared with nobody, or too lately to say`() async throws {
        try await says(60, shared: [])
        #expect(try await facts.evidence("C16.c2") == nil)
        try await says(3, shared: [.network])
        #expect(try await facts.evidence("C16.c2") == .unknown(.nothing))
        try await looks(facts.here.nadia, 1)
        // Whoever may read an answer to a question may read what was answered to it before.
        #expect(try await facts.evidence("C16.c2") == .share(Proportion(2, of: 2)))
    }
}
