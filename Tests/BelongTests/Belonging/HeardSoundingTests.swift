import Foundation
import Kernel
import Store
import Testing

@testable import Belong

@Suite("Who was asked, and who saw what came of it")
struct HeardSoundingTests {
    let facts: Facts

    init() async throws {
        facts = try await Facts()
    }

    @Test func `C13.c2 counts the kinds of people of whom somebody was heard, each once`() async throws {
        #expect(try await facts.evidence("C13.c2") == nil)
        try await facts.says("LW5", .mostly, 30)
        try await facts.says("LW6", .mostly, 20)
        for member in [facts.here.mina, facts.here.drPatel, facts.here.drLowe] {
            try await staffSays(member, 25)
        }
        let made = try await facts.refers(60)
        try await facts.talks(made, 40)
        let asked = try await facts.here.store.read { try $0.asked(in: made.id, at: Facts.day(39)) }
        let sheet = try #require(asked)
        let left = CheckIns.Said(answers: [:], shared: [:], seconds: 2)
        try await facts.here.store.write { try $0.keep(sheet, left, at: Facts.day(39)) }

        let found = try await facts.evidence("C13.c2")
        #expect(found == .share(Proportion(4, of: 6)))
        #expect(try facts.isKnown("C13.c2", found))
        #expect(try await facts.evidence("C13.c2", at: Facts.day(35)) == .share(Proportion(1, of: 6)))
        let sam = try await facts.here.placement(of: facts.here.sam)
        #expect(try await facts.evidence("C13.c2", of: sam) == nil)
    }

    private func staffSays(_ member: Member, _ days: Double) async throws {
        let items = try Catalogue.standard().items.filter { $0.id == "ST1" }
        let asked = LightQuestions(
            placement: facts.placement,
            linkWorker: "Amara Okafor",
            who: .staff(member.id),
            occasion: .referral,
            items: items,
            began: Facts.day(days)
        )
        let said = CheckIns.Said(answers: ["ST1": .yes], shared: [:], seconds: 3)
        try await facts.here.store.write { work in
            // They work here longer than the seeds say.
            try work.run(
                "UPDATE membership SET began_at = \(Facts.day(300)) WHERE member = \(member.id)"
            )
            try work.keep(asked, said, at: Facts.day(days))
        }
    }

    @Test
    func `C09.c1 counts clinicians who looked at the stories, each once, and nobody of another practice`()
        async throws
    {
        let here = facts.here
        let later = Facts.now + 3600
        #expect(try await facts.evidence("C09.c1", at: later) == .share(Proportion(0, of: 2)))
        for member in [here.drPatel, here.drPatel, here.mina, here.drOsei] {
            _ = try? await Stories(store: here.store, member: member).meeting(nil, at: Facts.now + 60)
        }

        let found = try await facts.evidence("C09.c1", at: later)
        #expect(found == .share(Proportion(1, of: 2)))
        #expect(try !facts.isKnown("C09.c1", found))
    }
}
