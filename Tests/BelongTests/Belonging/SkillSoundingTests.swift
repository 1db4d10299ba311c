import Foundation
import Kernel
import Store
import Testing

@testable import Belong

@Suite("Whether a language finds whoever has it")
struct SkillSoundingTests {
    let facts: Facts

    init() async throws {
        facts = try await Facts()
    }

    private func speaks(_ member: Member, _ languages: String, _ days: Double) async throws {
        try await facts.here.store.write { work in
            try work.run(
                """
                INSERT INTO profile (id, member, brings, languages, written_at)
                VALUES (\(Key<SkillSoundingTests>()), \(member.id), '', \(languages), \(Facts.day(days)))
                """
            )
        }
    }

    private func needs(_ made: Facts.Made, _ kind: String, _ words: String) async throws {
        try await facts.here.store.write { work in
            try work.run(
                """
                INSERT INTO access_need (id, person, kind, words, recorded_at)
                VALUES (\(Key<AccessNeed>()), \(made.person), \(kind), \(words), \(Facts.day(100)))
                """
            )
        }
    }

    @Test func `C01.o1 counts people who are with somebody of their language, where one has it`() async throws
    {
        try await speaks(facts.here.amara, "Igbo, some Polish", 300)
        try await speaks(facts.here.sam, "British Sign Language", 300)
        try await needs(facts.refers(50), "interpreter", "Polish")
        try await needs(facts.refers(40), "sign_language", "")
        // Nobody at the practice has it; and somebody of another practice.
        try await needs(facts.refers(30), "interpreter", "Tigrinya")
        try await needs(facts.refers(30, at: facts.here.harbour), "interpreter", "Polish")
        try await needs(facts.refers(30, to: facts.here.sam), "interpreter", "Polish")
        try await needs(facts.refers(181), "interpreter", "Polish")
        try await facts.refers(20)

        let found = try await facts.evidence("C01.o1")
        #expect(found == .share(Proportion(1, of: 2)))
        #expect(try !facts.isKnown("C01.o1", found))
        #expect(try await facts.evidence("C01.o1", at: Facts.day(45)) == .share(Proportion(2, of: 2)))
        #expect(try await facts.evidence("C01.o1", at: Facts.day(301)) == nil)
    }
}
