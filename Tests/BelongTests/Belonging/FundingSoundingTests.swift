import Foundation
import Kernel
import Store
import Testing

@testable import Belong

@Suite("How long the post is paid says")
struct FundingSoundingTests {
    let facts: Facts

    init() async throws {
        facts = try await Facts()
    }

    private func elsewhere() async throws -> (sams: Placement.ID, harbour: Placement.ID) {
        let here = facts.here
        return try await (here.placement(of: here.sam), here.placement(of: here.amara, at: here.harbour))
    }

    private func confirms(_ until: String, _ days: Double, of placement: Placement.ID? = nil) async throws {
        let (id, who, at) = (Funding.ID(), facts.here.nadia.id, Facts.day(days))
        let (placement, until) = try (placement ?? facts.placement, #require(Day(until)))
        try await facts.here.store.write { work in
            try work.run(
                """
                INSERT INTO post_funding (id, placement, source, funded_until, notice_weeks, confirmed_at, confirmed_by)
                VALUES (\(id), \(placement), 'A grant', \(until), 4, \(at), \(who))
                """
            )
        }
    }

    @Test func `C09.o2 is the whole months that are confirmed, as of that day`() async throws {
        #expect(try await facts.evidence("C09.o2") == nil)
        try await confirms("2026-05-13", 100)
        try await confirms("2027-04-13", 10)

        #expect(try await facts.evidence("C09.o2") == .figure(12, of: 1))
        #expect(try await facts.isKnown("C09.o2", facts.evidence("C09.o2")))
        #expect(try await facts.evidence("C09.o2", at: Facts.day(11)) == .figure(1, of: 1))
        #expect(try await facts.evidence("C09.o2", at: Facts.day(101)) == nil)
        #expect(try await facts.evidence("C09.o2", at: Facts.day(-400)) == .figure(0, of: 1))
    }

    @Test func `C09.o2 is of one placement, not of another at the practice or of the same link worker`()
        async throws
    {
        let (sams, harbour) = try await elsewhere()
        try await confirms("2027-04-13", 10, of: sams)
        try await confirms("2026-07-13", 10, of: harbour)

        #expect(try await facts.evidence("C09.o2") == nil)
        #expect(try await facts.evidence("C09.o2", of: harbour) == .figure(3, of: 1))
    }
}
