import Foundation
import Kernel
import Store
import Testing

@testable import Belong

@Suite("What is looked at again says")
struct AttendingSoundingTests {
    let facts: Facts

    init() async throws {
        facts = try await Facts()
    }

    /// A review that was planned for a day, and held so many days ago with the link worker there, or not.
    private func plans(
        _ days: Double,
        held: Double? = nil,
        there: Bool = true,
        of placement: Placement.ID? = nil
    ) async throws {
        let (id, who, own) = (Review.ID(), facts.here.peter.id, facts.here.amara.id)
        let (placement, planned) = (placement ?? facts.placement, Facts.day(days))
        try await facts.here.store.write { work in
            try work.run(
                """
                INSERT INTO review (id, placement, begins_at, planned_at, planned_by)
                VALUES (\(id), \(placement), \(planned), \(planned - 30 * 86_400), \(who))
                """
            )
            guard let held else { return }
            let at = Facts.day(held)
            try work.run(
                """
                INSERT INTO review_commitment (review, words, whose, due_on, made_at, made_by)
                VALUES (\(id), 'A key', \(who), \(Day(at).advanced(by: 20)), \(at), \(who))
                """
            )
            try work.run(
                """
                INSERT INTO review_presence (review, was_there, said_at, said_by)
                VALUES (\(id), \(there), \(at), \(own))
                """
            )
        }
    }

    @Test func `C16.c1 counts the reviews that were held with the link worker, of those planned`()
        async throws
    {
        try await plans(400, held: 400)
        try await plans(300, held: 300)
        try await plans(200, held: 198, there: false)
        try await plans(100)
        try await plans(10)
        try await plans(-5)

        #expect(try await facts.evidence("C16.c1") == .share(Proportion(1, of: 3)))
    }

    @Test func `C16.c1 says nothing without reviews, and too little of one`() async throws {
        #expect(try await facts.evidence("C16.c1") == nil)
        try await plans(100, held: 100)
        let one = try await facts.evidence("C16.c1")
        #expect(one == .share(Proportion(1, of: 1)))
        #expect(try !facts.isKnown("C16.c1", one))
        try await plans(10, held: 9)
        #expect(try await facts.isKnown("C16.c1", facts.evidence("C16.c1")))
    }

    @Test func `C16.c1 leaves out other placements, at the same practice and elsewhere`() async throws {
        let here = facts.here
        let (sams, harbour) = try await (
            here.placement(of: here.sam), here.placement(of: here.amara, at: here.harbour)
        )
        try await plans(100, of: sams)
        try await plans(100, held: 100, of: harbour)

        #expect(try await facts.evidence("C16.c1") == nil)
        #expect(try await facts.evidence("C16.c1", of: sams) == .share(Proportion(0, of: 1)))
        #expect(try await facts.evidence("C16.c1", of: harbour) == .share(Proportion(1, of: 1)))
    }

    @Test func `C16.c1 counts one that was held late from that day on, and the past stays`() async throws {
        try await plans(60, held: 20)
        try await plans(0.5, held: -3)

        for days in [50.0, 19.9] {
            let got = days > 20 ? 0.0 : 1.0
            let found = try await facts.evidence("C16.c1", at: Facts.day(days))
            #expect(days > 46 ? found == .unknown(.nothing) : found == .share(Proportion(got, of: 1)))
        }
        #expect(try await facts.evidence("C16.c1", at: Facts.day(30)) == .share(Proportion(0, of: 1)))
        #expect(try await facts.evidence("C16.c1") == .share(Proportion(1, of: 1)))
    }

    @Test func `C16.c1 does not ask for reviews that were to be after they left`() async throws {
        try await plans(100, held: 100)
        try await plans(20)
        let (placement, day) = (facts.placement, Day(Facts.day(40)))
        try await facts.here.store.write { work in
            try work.run("INSERT INTO placement_end (placement, ended_on) VALUES (\(placement), \(day))")
        }

        #expect(try await facts.evidence("C16.c1") == .share(Proportion(1, of: 1)))
    }
}
