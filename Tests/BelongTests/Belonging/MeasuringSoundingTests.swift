import Foundation
import Kernel
import Store
import Testing

@testable import Belong

@Suite("Whether what is asked of people is for them")
struct MeasuringSoundingTests {
    let facts: Facts

    init() async throws {
        facts = try await Facts()
    }

    @Test func `C11.c1 counts questions in use whose gain a link worker stated within the year`() async throws
    {
        let made = try await facts.refers(100)
        #expect(try await facts.evidence("C11.c1") == nil)
        try await answers(made, 50, "ons4", [5, 6, 7, nil])
        try await answers(made, 20, "ons4", [5, 6, 7, 2])
        try await answers(made, 50, "goals", [5, 3])
        try await reviews("ons4", 40)

        let five = try await facts.evidence("C11.c1")
        #expect(five == .share(Proportion(4, of: 5)))
        #expect(try facts.isKnown("C11.c1", five))
        let four = try await facts.evidence("C11.c1", at: Facts.day(45))
        #expect(four == .share(Proportion(0, of: 5)))
    }

    @Test func `C11.c1 is not known of four questions, nor stated for good or by another network`()
        async throws
    {
        let made = try await facts.refers(100)
        try await answers(made, 50, "ons4", [5, 6, 7, 2])
        try await reviews("ons4", 400)
        try await reviews("ons4", 40, in: facts.here.moorNetwork)

        let four = try await facts.evidence("C11.c1")
        #expect(four == .share(Proportion(0, of: 4)))
        #expect(try !facts.isKnown("C11.c1", four))
    }

    @Test func `C11.m2 shows what was left out because it would have been in the way`() async throws {
        let made = try await facts.refers(100)
        try await answers(made, 50, "ons4", [5, 6, nil, nil], skipped: "in_the_way")
        try await answers(made, 30, "ons4", [nil, 6, 3, 3])

        let found = try await facts.evidence("C11.m2")
        #expect(found == .count(2, of: 3))
        #expect(try !facts.isKnown("C11.m2", found))
    }

    @Test func `C11.o1 counts sittings that were looked at with the person`() async throws {
        let made = try await facts.refers(190)
        try await answers(made, 181, "ons4", [5, 6, 7, 2], looked: 180)
        try await answers(made, 50, "ons4", [5, 6, 7, 2], looked: 10)
        try await answers(made, 40, "goals", [5])
        // Nothing was answered, so there is nothing to look at.
        try await answers(made, 30, "goals", [nil])

        #expect(try await facts.evidence("C11.o1") == .share(Proportion(1, of: 2)))
        #expect(try await facts.evidence("C11.o1", at: Facts.day(20)) == .share(Proportion(1, of: 3)))
    }

    @Test(arguments: ["C11.c1", "C11.m2", "C11.o1"])
    func `what was asked at another practice says nothing here`(_ signal: String) async throws {
        let made = try await facts.refers(100, at: facts.here.harbour)
        try await answers(made, 50, "ons4", [5, 6, 7, nil])

        #expect(try await facts.evidence(signal) == nil)
    }

    private func answers(
        _ made: Facts.Made,
        _ days: Double,
        _ measure: String,
        _ values: [Int?],
        skipped: String = "rather_not",
        looked: Double? = nil
    ) async throws {
        let id = MeasureAnswering.ID()
        try await facts.here.store.write { work in
            try work.run(
                """
                INSERT INTO answering (id, "case", measure, way, said_at, written_by)
                VALUES (\(id), \(made.id), \(measure), 'together', \(Facts.day(days)), \(made.linkWorker))
                """
            )
            for (place, value) in values.enumerated() {
                let words: String? = measure == "goals" ? "Sleep better" : nil
                let left: String? = value == nil ? skipped : nil
                try work.run(
                    """
                    INSERT INTO answer (answering, item, words, value, skipped)
                    VALUES (\(id), \(place + 1), \(words), \(value), \(left))
                    """
                )
            }
            guard let looked else { return }
            try work.run(
                """
                INSERT INTO answering_look (answering, looked_at, looked_by)
                VALUES (\(id), \(Facts.day(looked)), \(made.linkWorker))
                """
            )
        }
    }

    private func reviews(_ measure: String, _ days: Double, in area: Organisation? = nil) async throws {
        let (place, amara) = ((area ?? facts.here.network).id, facts.here.amara.id)
        try await facts.here.store.write { work in
            try work.run(
                """
                INSERT INTO measure_review (id, area, measure, gain, reviewed_at, reviewed_by)
                VALUES (\(Key<Measures.Review>()), \(place), \(measure), 'They see how far they came',
                    \(Facts.day(days)), \(amara))
                """
            )
        }
    }
}
