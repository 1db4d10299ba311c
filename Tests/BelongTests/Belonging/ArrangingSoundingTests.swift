import Foundation
import Kernel
import Store
import Testing

@testable import Belong

@Suite("What a network settles")
struct ArrangingSoundingTests {
    let facts: Facts
    var here: Neighbourhood { facts.here }

    init() async throws { facts = try await Facts() }

    private func confirms(_ days: Double, _ network: Organisation? = nil) async throws {
        let (network, at, who) = ((network ?? here.network).id, Facts.day(days), here.nadia.id)
        try await here.store.write { work in
            try work.run(
                """
                INSERT INTO target_confirmation (id, network, confirmed_at, confirmed_by)
                VALUES (\(Key<TargetConfirmation>()), \(network), \(at), \(who))
                """
            )
        }
    }

    @discardableResult
    private func counts(
        _ days: Double,
        _ kind: Target.Kind = .pace,
        _ way: Target.Way = .imposed,
        paired: String = "",
        at practice: Organisation? = nil,
        in network: Organisation? = nil,
        since: Double? = nil
    ) async throws -> Target.ID {
        let (id, at, who) = (Target.ID(), Facts.day(days), here.nadia.id)
        let (network, since) = ((network ?? here.network).id, Day(Facts.day(since ?? days)))
        try await here.store.write { work in
            try work.run(
                """
                INSERT INTO target (id, network, practice, kind, words, set_by, since_day, added_at, added_by)
                VALUES (\(id), \(network), \(practice?.id), \(kind), 'Eight a day', 'The board', \(since), \(at),
                    \(who))
                """
            )
        }
        try await means(way, paired: paired, id, days)
        return id
    }

    private func means(
        _ way: Target.Way,
        paired: String = "",
        _ id: Target.ID,
        _ days: Double
    ) async throws {
        let (at, who) = (Facts.day(days), here.nadia.id)
        try await here.store.write { work in
            try work.run(
                """
                INSERT INTO target_terms (id, target, way, paired, from_link_worker, said_at, said_by)
                VALUES (\(Key<Target.Terms>()), \(id), \(way), \(paired), \(false), \(at), \(who))
                """
            )
        }
    }

    private func ends(_ id: Target.ID, _ days: Double) async throws {
        let (at, who) = (Facts.day(days), here.nadia.id)
        try await here.store.write { work in
            try work.run(
                "INSERT INTO target_end (target, words, ended_at, ended_by) VALUES (\(id), 'Over', \(at), \(who))"
            )
        }
    }

    private func band(at days: Double = 0, of placement: Placement.ID? = nil) async throws -> Evidence? {
        try await facts.evidence("C12.c1", of: placement, at: Facts.day(days))
    }

    @Test func `C12.c1 is not known until the list was said to be whole, and not for longer than 180 days`()
        async throws
    {
        let unknown = Evidence.unknown(.unconfirmed(days: 180))
        #expect(try await band() == unknown)
        try await counts(200)
        #expect(try await band() == unknown)
        try await confirms(180)
        #expect(try await band() == unknown)
        #expect(try await band(at: 0.5) == .band(.boltedOn))
        try await confirms(10, here.moorNetwork)
        #expect(try await band() == unknown)
        try await confirms(3)
        #expect(try await band() == .band(.boltedOn))
        #expect(try await band(at: 4) == .band(.boltedOn))
        #expect(try await band(at: 181) == unknown)
    }

    @Test func `C12.c1 is belonging where nobody is held to a number`() async throws {
        try await confirms(20)
        #expect(try await band() == .band(.belonging))
        try await counts(10, .planning)
        #expect(try await band() == .band(.belonging))
        try await counts(10, in: here.moorNetwork)
        try await counts(10, at: here.harbour)
        #expect(try await band() == .band(.belonging))
        let harbour = try await here.placement(of: here.amara, at: here.harbour)
        #expect(try await band(of: harbour) == .band(.boltedOn))
    }

    @Test func `C12.c1 follows how a target is meant, and one that was set alone decides`() async throws {
        try await confirms(100)
        let first = try await counts(90)
        try await means(.imposed, paired: "Time to talk", first, 60)
        #expect(try await band() == .band(.fittingIn))
        #expect(try await band(at: 61) == .band(.boltedOn))
        try await counts(50, .cap, .negotiated)
        #expect(try await band() == .band(.fittingIn))
        let third = try await counts(40, .share)
        #expect(try await band() == .band(.boltedOn))
        try await ends(third, 30)
        try await ends(first, 20)
        #expect(try await band() == .band(.fittingIn))
        #expect(try await band(at: 31) == .band(.boltedOn))
        #expect(try await band(at: 95) == .band(.belonging))
    }

    @Test func `C12.c1 counts a target from its day, and not before anybody wrote it down`() async throws {
        try await confirms(100)
        try await counts(30, since: 10)
        #expect(try await band(at: 11) == .band(.belonging))
        #expect(try await band(at: 10) == .band(.boltedOn))
        try await counts(5, .cap, since: 80)
        #expect(try await band(at: 20) == .band(.belonging))
    }
}
