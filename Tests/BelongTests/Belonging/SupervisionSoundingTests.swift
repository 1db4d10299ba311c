import Foundation
import Kernel
import Store
import Testing

@testable import Belong

@Suite("Supervision, and how many people")
struct SupervisionSoundingTests {
    let facts: Facts

    init() async throws {
        facts = try await Facts()
    }

    @Test func `C14.c2 counts what was held of what was agreed, hat by hat`() async throws {
        #expect(try await facts.evidence("C14.c2") == nil)
        try await facts.agrees(.cases, every: 30, 120)
        try await facts.agrees(.wellbeing, every: 31, 62)
        try await facts.supervised(.cases, 80, .yes)
        try await facts.supervised(.cases, 50, .partly)
        try await facts.supervised(.wellbeing, 40, .no)
        try await facts.supervised(.cases, 20, nil)
        try await facts.supervised(.cases, 91, .yes)
        try await facts.supervised(.cases, 10, .yes, who: facts.here.sam)

        // Three about cases were due and two about oneself; one was of use, one partly.
        #expect(try await facts.evidence("C14.c2") == .share(Proportion(1.5, of: 5)))
    }

    @Test func `C14.c2 one hat does not make up for another`() async throws {
        try await facts.agrees(.employment, every: 30, 200)
        try await facts.agrees(.cases, every: 30, 200)
        for days in [80.0, 60, 40, 20] { try await facts.supervised(.employment, days, .yes) }

        #expect(try await facts.evidence("C14.c2") == .share(Proportion(3, of: 6)))
    }

    @Test func `C14.c2 is not known of one time that was due, and stays what it was`() async throws {
        try await facts.agrees(.cases, every: 30, 45)
        try await facts.supervised(.cases, 20, .yes, said: 5)

        let one = try await facts.evidence("C14.c2")
        #expect(one == .share(Proportion(1, of: 1)))
        #expect(try !facts.isKnown("C14.c2", one))
        #expect(try await facts.evidence("C14.c2", at: Facts.day(10)) == .share(Proportion(0, of: 1)))
        #expect(try await facts.evidence("C14.c2", at: Facts.day(30)) == nil)
    }

    @Test func `C14.c3 is the longest time without, and until now`() async throws {
        #expect(try await facts.evidence("C14.c3") == nil)
        try await facts.supervised(.cases, 100, .yes)
        let one = try await facts.evidence("C14.c3")
        #expect(one == .figure(100, of: 1))
        #expect(try !facts.isKnown("C14.c3", one))

        try await facts.supervised(.wellbeing, 70, .yes)
        try await facts.supervised(.employment, 50, .yes)
        try await facts.supervised(.cases, 20, .partly)
        #expect(try await facts.evidence("C14.c3") == .figure(50, of: 3))
        #expect(try await facts.evidence("C14.c3", at: Facts.day(30)) == .figure(40, of: 2))
    }

    @Test func `C14.o3 counts people held then, once each, over how many were agreed`() async throws {
        #expect(try await facts.evidence("C14.o3") == nil)
        try await agrees(20, said: 60, yes: 50)
        for days in [40.0, 30] { try await facts.refers(days) }
        try await facts.ends(facts.refers(45), 10)
        try await facts.refers(20, to: facts.here.sam)
        try await facts.refers(20, at: facts.here.harbour)

        #expect(try await facts.evidence("C14.o3") == .figure(3.0 / 20, of: 1))
        #expect(try await facts.evidence("C14.o3", at: Facts.day(25)) == .figure(3.0 / 20, of: 1))
        #expect(try await facts.evidence("C14.o3", at: Facts.day(55)) == nil)

        try await agrees(10, said: 5, yes: nil)
        #expect(try await facts.evidence("C14.o3") == .figure(3.0 / 20, of: 1))
    }

    private func agrees(_ people: Int, said: Double, yes: Double?) async throws {
        let (id, amara, ruth) = (AgreedLoad.ID(), facts.here.amara.id, facts.here.ruth.id)
        try await facts.here.store.write { work in
            try work.run(
                """
                INSERT INTO agreed_load (id, link_worker, people, words, said_at, said_by)
                VALUES (\(id), \(amara), \(people), '', \(Facts.day(said)), \(amara))
                """
            )
            guard let yes else { return }
            try work.run(
                "INSERT INTO agreed_load_yes (agreed_load, agreed_at, agreed_by) VALUES (\(id), \(Facts.day(yes)), \(ruth))"
            )
        }
    }
}
