import Foundation
import Kernel
import Store
import Testing

@testable import Belong

@Suite("What the life of a practice says")
struct LifeSoundingTests {
    let facts: Facts

    init() async throws {
        facts = try await Facts()
    }

    private func door(_ who: Member) throws -> Adjustments {
        try Adjustments(store: facts.here.store, member: who, site: Neighbourhood.site())
    }

    /// Asked so many days ago, agreed a day later, done so many days ago.
    private func adjusts(
        _ days: Double,
        agreed: Bool = true,
        done: Double? = nil,
        of who: Member? = nil,
        in placement: Placement.ID? = nil,
        answeredBy: Member? = nil
    ) async throws {
        let (placement, own) = try (placement ?? facts.placement, door(who ?? facts.here.amara))
        let id = try await own.ask(.init(kind: .room, words: "A window"), in: placement, at: Facts.day(days))
        let said = Adjustments.Said(act: agreed ? .yes : .no, words: "", by: agreed ? Day(Facts.now) : nil)
        let answer = agreed ? said : .init(act: .no, words: "None is free")
        try await door(answeredBy ?? facts.here.peter)
            .say(answer, to: id, in: placement, at: Facts.day(days - 1))
        if let done { try await own.say(.init(act: .done), to: id, in: placement, at: Facts.day(done)) }
    }

    @Test func `C15.c3 counts what was agreed and done at the link worker's request in half a year`()
        async throws
    {
        #expect(try await facts.evidence("C15.c3") == nil)
        try await adjusts(30)
        try await adjusts(20, agreed: false)
        #expect(try await facts.evidence("C15.c3") == .count(0))
        try await adjusts(300, done: 170)
        try await adjusts(300, done: 181)
        try await adjusts(10, done: 2)
        #expect(try await facts.evidence("C15.c3") == .count(2))
        #expect(try await facts.evidence("C15.c3", at: Facts.day(3)) == .count(2))
        #expect(try await facts.evidence("C15.c3", at: Facts.day(175)) == .count(1))
        #expect(try await facts.evidence("C15.c3", at: Facts.day(200)) == .count(0))
        #expect(try await facts.evidence("C15.c3", at: Facts.day(301)) == nil)
    }

    @Test func `C15.c3 is nobody else's`() async throws {
        let here = facts.here
        try await adjusts(10, done: 2, of: here.sam, in: here.placement(of: here.sam))
        let harbour = try await here.placement(of: here.amara, at: here.harbour)
        try await adjusts(10, done: 2, in: harbour, answeredBy: here.nadia)
        #expect(try await facts.evidence("C15.c3") == nil)
        #expect(try await facts.evidence("C15.c3", of: harbour) == .count(1))
    }

    @Test func `C15.c3 is the marker that the sixteen read`() async throws {
        try await adjusts(10)
        let before = try await facts.sixteen()
        #expect(before.evidence["C15.c3"] == .count(0))
        try await adjusts(9, done: 2)
        #expect(try await facts.sixteen().evidence["C15.c3"] == .count(1))
    }

    /// Somebody new at Elm Street, who met Amara or did not. The practice is a year older than all of it.
    private func joins(
        _ days: Double,
        met: Double? = nil,
        denied: Double? = nil,
        left: Double? = nil
    )
        async throws
    {
        let here = facts.here
        let member = try await here.joins(
            "Somebody new",
            .receptionist,
            at: Facts.day(days),
            until: left.map(Facts.day)
        )
        let (placement, amara) = (facts.placement, here.amara.id)
        try await here.store.write { work in
            let membership: Key<Member.Membership>? = try work.value(
                "SELECT id FROM membership WHERE member = \(member.id)"
            )
            for (days, happened) in [(met, true), (denied, false)] {
                guard let days else { continue }
                try work.run(
                    """
                    INSERT INTO acquaintance_word (id, placement, membership, happened, said_at, said_by)
                    VALUES (\(Key<Acquaintance>()), \(placement), \(membership), \(happened), \(Facts.day(days)), \(amara))
                    """
                )
            }
        }
    }

    private func ages() async throws {
        _ = try await facts.here.joins("Founder", .administrator, at: Facts.day(700))
    }

    @Test func `C04.c2 counts new starters who met the link worker within thirty days`() async throws {
        try await ages()
        #expect(try await facts.evidence("C04.c2") == .unknown(.nothing))
        try await joins(20)
        #expect(try await facts.evidence("C04.c2") == .unknown(.nothing))
        try await joins(200, met: 175)
        try await joins(200, met: 165)
        try await joins(200)
        try await joins(200, met: 190, denied: 189)
        try await joins(200, left: 180)
        try await joins(280, met: 279)
        try await joins(366, met: 360)
        #expect(try await facts.evidence("C04.c2") == .share(Proportion(2, of: 5)))
        #expect(try await facts.evidence("C04.c2", at: Facts.day(189.5)) == .share(Proportion(2, of: 2)))
        #expect(try await facts.evidence("C04.c2", at: Facts.day(169)) == .share(Proportion(2, of: 5)))
        let sam = try await facts.here.placement(of: facts.here.sam)
        #expect(try await facts.evidence("C04.c2", of: sam) == .share(Proportion(0, of: 5)))
    }

    private func welcomes(
        _ kind: WelcomeAct.Kind,
        _ days: Double,
        happened: Double? = nil,
        missed: Double? = nil,
        in placement: Placement.ID? = nil
    ) async throws {
        let (id, placement) = (Key<WelcomeAct>(), placement ?? facts.placement)
        let (peter, amara) = (facts.here.peter.id, facts.here.amara.id)
        try await facts.here.store.write { work in
            try work.run(
                """
                INSERT INTO welcome_act (id, placement, kind, words, offered_at, offered_by)
                VALUES (\(id), \(placement), \(kind), '', \(Facts.day(days)), \(peter))
                """
            )
            guard let said = happened ?? missed else { return }
            try work.run(
                """
                INSERT INTO welcome_answer (act, happened, said_at, said_by)
                VALUES (\(id), \(missed == nil), \(Facts.day(said)), \(amara))
                """
            )
        }
    }

    @Test func `C15.c2 counts six acts of welcome, as the link worker says`() async throws {
        let (here, site) = (facts.here, try Neighbourhood.site())
        #expect(try await facts.evidence("C15.c2") == nil)
        try await welcomes(.meal, 20)
        #expect(try await facts.evidence("C15.c2") == .share(Proportion(0, of: 6)))
        try await welcomes(.buddy, 30, happened: 10)
        try await welcomes(.buddy, 200, happened: 190)
        try await welcomes(.board, 30, missed: 25)
        try await welcomes(.staffList, 400, happened: 366)
        try await welcomes(.staffList, 20, happened: 10, in: here.placement(of: here.sam))
        #expect(try await facts.evidence("C15.c2") == .share(Proportion(1, of: 6)))

        for (kind, says) in [(Induction.Kind.beShadowed, true), (.shadowGP, true), (.shadowNurse, true)] {
            let asked = Inductions.Asked(kind: kind, colleague: here.drPatel.id, beginsAt: Facts.day(50))
            let id = try await Inductions(store: here.store, member: here.peter, site: site)
                .plan(asked, in: facts.placement, at: Facts.day(60))
            try await Inductions(store: here.store, member: here.amara, site: site)
                .say(says, of: id, in: facts.placement, at: Facts.day(49))
        }
        #expect(try await facts.evidence("C15.c2") == .share(Proportion(3, of: 6)))
        #expect(try await facts.evidence("C15.c2", at: Facts.day(15)) == .share(Proportion(4, of: 6)))
        #expect(try await facts.evidence("C15.c2", at: Facts.day(55)) == .share(Proportion(2, of: 6)))
        let harbour = try await here.placement(of: here.amara, at: here.harbour)
        #expect(try await facts.evidence("C15.c2", of: harbour) == nil)
    }
}
