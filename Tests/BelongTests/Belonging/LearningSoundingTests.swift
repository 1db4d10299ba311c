import Foundation
import Kernel
import Store
import Testing

@testable import Belong

@Suite("What was asked to be learned says")
struct LearningSoundingTests {
    let facts: Facts

    init() async throws {
        facts = try await Facts()
    }

    private func elsewhere() async throws -> (sams: Placement.ID, harbour: Placement.ID) {
        let here = facts.here
        return try await (here.placement(of: here.sam), here.placement(of: here.amara, at: here.harbour))
    }

    private func asks(
        _ days: Double,
        answered: Double? = nil,
        yes: Bool = true,
        of placement: Placement.ID? = nil
    ) async throws {
        let (id, own, who) = (LearningAsk.ID(), facts.here.amara.id, facts.here.nadia.id)
        let placement = placement ?? facts.placement
        try await facts.here.store.write { work in
            try work.run(
                """
                INSERT INTO learning_ask (id, placement, words, cost, wanted_on, asked_at, asked_by)
                VALUES (\(id), \(placement), 'Tenancy law', '', NULL, \(Facts.day(days)), \(own))
                """
            )
            guard let answered else { return }
            try work.run(
                """
                INSERT INTO learning_answer (ask, is_yes, words, answered_at, answered_by)
                VALUES (\(id), \(yes), 'Full until May', \(Facts.day(answered)), \(who))
                """
            )
        }
    }

    @Test func `C14.c4 counts asks answered within thirty days, with yes or no, of all`() async throws {
        #expect(try await facts.evidence("C14.c4") == nil)
        try await asks(370, answered: 369)
        try await asks(200, answered: 180)
        let one = try await facts.evidence("C14.c4")
        #expect(one == .share(Proportion(1, of: 1)))
        #expect(try !facts.isKnown("C14.c4", one))

        try await asks(150, answered: 120, yes: false)
        try await asks(100, answered: 69)
        try await asks(50)
        try await asks(10)
        try await asks(5, answered: 4)
        #expect(try await facts.evidence("C14.c4") == .share(Proportion(3, of: 5)))
    }

    @Test func `C14.c4 leaves out other placements, and the past stays as it was`() async throws {
        let (sams, harbour) = try await elsewhere()
        try await asks(100, answered: 99, of: sams)
        try await asks(100, of: harbour)
        #expect(try await facts.evidence("C14.c4") == nil)

        try await asks(60, answered: 20)
        #expect(try await facts.evidence("C14.c4", at: Facts.day(40)) == .unknown(.nothing))
        #expect(try await facts.evidence("C14.c4", at: Facts.day(29)) == .share(Proportion(0, of: 1)))
        #expect(try await facts.evidence("C14.c4") == .share(Proportion(0, of: 1)))
    }
}
