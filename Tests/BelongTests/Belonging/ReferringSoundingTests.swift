import Foundation
import Kernel
import Store
import Testing

@testable import Belong

@Suite("What asking and referring say")
struct ReferringSoundingTests {
    let facts: Facts

    init() async throws {
        facts = try await Facts()
    }

    @Test func `C06.o1 counts referrals that were talked over first`() async throws {
        #expect(try await facts.evidence("C06.o1") == nil)
        for asking in [true, true, false, false, true, false, false] {
            try await facts.refers(20, asking: asking)
        }
        try await facts.refers(20, route: "self")
        try await facts.refers(91, asking: true)
        try await facts.refers(20, to: facts.here.sam, asking: true)
        try await facts.refers(20, by: facts.here.drOsei, at: facts.here.harbour, asking: true)

        let seven = try await facts.evidence("C06.o1")
        #expect(seven == .share(Proportion(3, of: 7)))
        #expect(try !facts.isKnown("C06.o1", seven))
        try await facts.refers(20)
        let eight = try await facts.evidence("C06.o1")
        #expect(eight == .share(Proportion(3, of: 8)))
        #expect(try facts.isKnown("C06.o1", eight))
        let harbour = try await facts.here.placement(of: facts.here.amara, at: facts.here.harbour)
        #expect(try await facts.evidence("C06.o1", of: harbour) == .share(Proportion(1, of: 1)))
    }

    @Test func `C07.c1 counts referrals of somebody who was told`() async throws {
        for told in [true, true, false] { try await facts.refers(30, told: told) }
        try await facts.refers(30, told: false, route: "self")
        try await facts.refers(30, told: false, accepted: false)

        #expect(try await facts.evidence("C07.c1") == .share(Proportion(2, of: 3)))
    }

    @Test func `C08.c1 counts people who came without a clinician`() async throws {
        try await facts.refers(30)
        try await facts.refers(30, by: facts.here.mina)
        try await facts.refers(30, by: facts.here.walter, route: "vcse")
        try await facts.refers(30, route: "self")
        try await facts.refers(30, route: "self", accepted: false)
        try await facts.refers(181, route: "self")

        #expect(try await facts.evidence("C08.c1") == .share(Proportion(3, of: 4)))
    }

    @Test func `C04.m2 counts staff who see patients and ever turned to the link worker`() async throws {
        // Dr Patel, Dr Lowe and Mina see patients at Elm Street; Peter manages.
        #expect(try await facts.evidence("C04.m2") == .share(Proportion(0, of: 3)))
        try await facts.refers(30)
        try await facts.refers(40)
        try await facts.asks(30, by: facts.here.mina)
        try await facts.refers(30, by: facts.here.drLowe, to: facts.here.sam)
        try await facts.asks(181, by: facts.here.drLowe)

        #expect(try await facts.evidence("C04.m2") == .share(Proportion(2, of: 3)))
    }

    @Test func `C06.m1 counts staff who were answered, or answered`() async throws {
        try await facts.asks(30, answered: true)
        try await facts.asks(30, by: facts.here.mina)
        let made = try await facts.refers(30, by: facts.here.drLowe)
        try await facts.tells(made, 20, to: facts.here.drLowe, words: "Thank you, that helps")

        // Dr Patel and Dr Lowe, of those two, Mina and Peter.
        #expect(try await facts.evidence("C06.m1") == .share(Proportion(2, of: 4)))
        // Nobody worked there then, as far as anybody had said.
        #expect(try await facts.evidence("C06.m1", at: Facts.day(29.5)) == nil)
    }

    @Test func `C15.c1 counts who began each talk`() async throws {
        try await facts.asks(30)
        try await facts.asks(91)
        try await facts.asks(30, of: facts.here.sam)
        let made = try await facts.refers(30)
        try await facts.tells(made, 20, words: "Good to hear")
        try await facts.tells(made, 10)
        let (id, amara, patel) = (made.referral, facts.here.amara.id, facts.here.drPatel.id)
        try await facts.here.store.write { work in
            for (speaker, hours) in [(amara, 1.0), (patel, 2.0), (amara, 3.0)] {
                try work.run(
                    """
                    INSERT INTO remark (id, referral, said_by, words, said_at)
                    VALUES (\(Key<Remark>()), \(id), \(speaker), 'A word', \(Facts.day(30) + hours * 3600))
                    """
                )
            }
        }

        // One question by the practice; a talk and one piece of news that the link worker began.
        #expect(try await facts.evidence("C15.c1") == .share(Proportion(1, of: 3)))
    }

    @Test func `C09.o1 counts referrers who referred again, and waits for those who still may`() async throws
    {
        let first = try await facts.refers(300)
        try await facts.ends(first, 250)
        try await facts.refers(100)
        let second = try await facts.refers(300, by: facts.here.drLowe)
        try await facts.ends(second, 250)
        try await facts.refers(60, by: facts.here.drLowe)
        let third = try await facts.refers(120, by: facts.here.mina)
        try await facts.ends(third, 100)

        // Dr Patel within 180 days; Dr Lowe after 190; Mina still may.
        #expect(try await facts.evidence("C09.o1") == .share(Proportion(1, of: 2)))
        #expect(try await facts.evidence("C09.o1", at: Facts.day(99)) == .share(Proportion(1, of: 1)))
    }
}
