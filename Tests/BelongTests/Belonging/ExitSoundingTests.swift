import Foundation
import Kernel
import Store
import Testing

@testable import Belong

private typealias Issue = Belong.Issue

@Suite("What was open when somebody left says")
struct ExitSoundingTests {
    let facts: Facts

    init() async throws {
        facts = try await Facts()
    }

    private func elsewhere() async throws -> (sams: Placement.ID, harbour: Placement.ID) {
        let here = facts.here
        return try await (here.placement(of: here.sam), here.placement(of: here.amara, at: here.harbour))
    }

    private func ends(_ days: Double, of placement: Placement.ID) async throws {
        let day = Day(Facts.day(days))
        try await facts.here.store.write { work in
            try work.run("INSERT INTO placement_end (placement, ended_on) VALUES (\(placement), \(day))")
        }
    }

    private func raised(_ days: Double, in placement: Placement.ID, closed: Double? = nil) async throws {
        let (id, here) = (Issue.ID(), facts.here)
        try await here.store.write { work in
            try work.run(
                """
                INSERT INTO issue (id, practice, placement, kind, words, whose, raised_at, raised_by, raised_as)
                VALUES (\(id), \(here.elmStreet.id), \(placement), 'room', 'Cold', \(here.peter.id),
                    \(Facts.day(days)), \(here.sam.id), 'link_worker')
                """
            )
            guard let closed else { return }
            try work.run(
                """
                INSERT INTO issue_turn (id, issue, act, words, handed_to, said_at, said_by)
                VALUES (\(Key<Issue.Turn>()), \(id), 'closed', '', NULL, \(Facts.day(closed)), \(here.sam.id))
                """
            )
        }
    }

    @Test func `C16.o3 counts placements of the practice that ended with something long open`() async throws {
        let (sams, harbour) = try await elsewhere()
        #expect(try await facts.evidence("C16.o3") == nil)
        try await raised(80, in: sams)
        try await ends(15, of: sams)
        try await raised(200, in: harbour)
        try await ends(10, of: harbour)

        #expect(try await facts.evidence("C16.o3") == .count(1, of: 1))
        #expect(try await facts.evidence("C16.o3", at: Facts.day(16)) == nil)
        #expect(try await facts.evidence("C16.o3", at: Facts.day(-800)) == nil)
    }

    @Test(arguments: [(75.0, nil), (200.0, 16.0)])
    func `C16.o3 does not count what had not been open for long, or was closed`(
        _ days: Double,
        _ closed: Double?
    ) async throws {
        let (sams, _) = try await elsewhere()
        try await raised(days, in: sams, closed: closed)
        try await ends(15, of: sams)

        #expect(try await facts.evidence("C16.o3") == .count(0, of: 1))
    }
}
