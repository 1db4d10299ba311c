import Foundation
import Kernel
import Store
import Testing

@testable import Belong

@Suite("What changes say")
struct ChangeSoundingTests {
    let facts: Facts
    var here: Neighbourhood { facts.here }

    init() async throws { facts = try await Facts() }

    /// A change that began so many days ago, and who was heard how many days before it began.
    @discardableResult
    private func changes(
        _ began: Int,
        linkWorker: Int? = nil,
        vcse: Int? = nil,
        patient: Int? = nil,
        told: Double? = nil,
        matters: Bool = true,
        at practice: Organisation? = nil,
        in network: Organisation? = nil
    ) async throws -> ChangeNotice.ID {
        let (id, who) = (ChangeNotice.ID(), here.nadia.id)
        let (network, begins) = ((network ?? here.network).id, Day(Facts.now).advanced(by: -began))
        let written = London.instant(begins.advanced(by: -30), hour: 9)
        try await here.store.write { work in
            try work.run(
                """
                INSERT INTO change_notice (id, network, practice, kind, words, starts_on, is_material, why, written_at,
                    written_by)
                VALUES (\(id), \(network), \(practice?.id), 'slots', 'Shorter', \(begins), \(matters), 'Small',
                    \(written), \(who))
                """
            )
            for (kind, days) in [("link_worker", linkWorker), ("vcse", vcse), ("patient", patient)] {
                guard let days else { continue }
                let said = London.instant(begins.advanced(by: -days), hour: 15)
                try work.run(
                    """
                    INSERT INTO change_voice (id, notice, kind, said_as, is_own, words, said_at, said_by)
                    VALUES (\(Key<ChangeNotice.Voice>()), \(id), \(kind), 'A role', \(kind == "link_worker"), 'So',
                        \(said), \(who))
                    """
                )
            }
            guard let told else { return }
            try work.run(
                """
                INSERT INTO change_answer (notice, is_altered, words, published_at, published_by)
                VALUES (\(id), \(true), 'It stays', \(Facts.day(told)), \(who))
                """
            )
        }
        return id
    }

    @Test func `C01.c1 counts changes before which all three were heard a week ahead`() async throws {
        #expect(try await facts.evidence("C01.c1") == nil)
        try await changes(100, linkWorker: 7, vcse: 8, patient: 20)
        #expect(try await facts.evidence("C01.c1") == .share(Proportion(1, of: 1)))
        #expect(try !facts.isKnown("C01.c1", await facts.evidence("C01.c1")))
        try await changes(90, linkWorker: 7, vcse: 6, patient: 20)
        try await changes(80, linkWorker: 10, vcse: 10)
        try await changes(0, linkWorker: 10, vcse: 10, patient: 10)
        try await changes(-1, linkWorker: 10, vcse: 10, patient: 10)
        try await changes(365, linkWorker: 10, vcse: 10, patient: 10)
        try await changes(50, matters: false)
        try await changes(50, in: here.moorNetwork)
        try await changes(50, at: here.harbour)

        #expect(try await facts.evidence("C01.c1") == .share(Proportion(2, of: 4)))
        #expect(try facts.isKnown("C01.c1", await facts.evidence("C01.c1")))
        let harbour = try await here.placement(of: here.amara, at: here.harbour)
        #expect(try await facts.evidence("C01.c1", of: harbour) == .share(Proportion(2, of: 5)))
    }

    @Test func `C01.c1 of a past date is not changed by what came after`() async throws {
        let first = try await changes(100)
        let before = try await facts.evidence("C01.c1", at: Facts.day(60))
        #expect(before == .share(Proportion(0, of: 1)))
        let who = here.nadia.id
        try await here.store.write { work in
            try work.run(
                """
                INSERT INTO change_withdrawal (notice, words, withdrawn_at, withdrawn_by)
                VALUES (\(first), 'Off', \(Facts.day(50)), \(who))
                """
            )
        }
        try await changes(20, linkWorker: 10, vcse: 10, patient: 10)
        #expect(try await facts.evidence("C01.c1", at: Facts.day(60)) == before)
        #expect(try await facts.evidence("C01.c1") == .share(Proportion(1, of: 1)))
    }

    @Test func `C01.c1 counts what was called small once it was settled that it matters`() async throws {
        let id = try await changes(90, matters: false)
        #expect(try await facts.evidence("C01.c1") == nil)
        let (who, begins) = (here.nadia.id, Day(Facts.now).advanced(by: -40))
        try await here.store.write { work in
            try work.run(
                """
                INSERT INTO change_dispute (notice, words, disputed_at, disputed_by)
                VALUES (\(id), 'It matters', \(Facts.day(80)), \(who))
                """
            )
            try work.run(
                """
                INSERT INTO change_settling (notice, is_material, words, starts_on, settled_at, settled_by)
                VALUES (\(id), \(true), 'It does', \(begins), \(Facts.day(70)), \(who))
                """
            )
        }
        #expect(try await facts.evidence("C01.c1") == .share(Proportion(0, of: 1)))
        #expect(try await facts.evidence("C01.c1", at: Facts.day(41)) == nil)
        #expect(try await facts.evidence("C01.c1", at: Facts.day(75)) == nil)
    }

    @Test func `C01.c2 counts, of those that were asked about in time, the ones that were answered`()
        async throws
    {
        try await changes(100, linkWorker: 10, told: 90)
        #expect(try await facts.evidence("C01.c2") == .unknown(.nothing))
        try await changes(100, linkWorker: 10, vcse: 10, patient: 10, told: 90)
        try await changes(90, linkWorker: 10, vcse: 10, patient: 10)
        try await changes(80, linkWorker: 10, vcse: 10, patient: 10, told: 5)
        try await changes(80, linkWorker: 10, vcse: 10, patient: 10, told: 5, in: here.moorNetwork)

        #expect(try await facts.evidence("C01.c2") == .share(Proportion(2, of: 3)))
        #expect(try await facts.evidence("C01.c2", at: Facts.day(6)) == .share(Proportion(1, of: 3)))
        #expect(try await facts.evidence("C01.c2", at: Facts.day(91)) == .share(Proportion(0, of: 1)))
    }
}
