import Foundation
import Kernel
import Store
import Testing

@testable import Belong

@Suite("What is known of the link worker and the role")
struct KnowingSoundingTests {
    let facts: Facts
    var here: Neighbourhood { facts.here }

    init() async throws {
        facts = try await Facts()
    }

    private func joined(_ days: Double, _ role: Role = .receptionist) async throws -> Member {
        try await here.joins("Somebody", role, at: Facts.day(days))
    }

    private func opens(_ days: Double, _ who: Member, at practice: Organisation? = nil) async throws {
        let place = (practice ?? here.elmStreet).id
        try await here.store.write { work in
            try work.run(
                """
                INSERT INTO role_card_opening (id, practice, member, opened_at)
                VALUES (\(Key<RoleCard>()), \(place), \(who.id), \(Facts.day(days)))
                """
            )
        }
    }

    @Test func `C04.c1 counts everybody of the practice who opened the card or came to a session`()
        async throws
    {
        let old = try await joined(400)
        for days in [300.0, 200] { _ = try await joined(days) }
        try await opens(100, old)
        try await opens(366, here.mina)
        try await opens(10, here.drOsei)
        try await opens(10, here.amara)
        // Dr Patel, Dr Lowe, Mina and Peter joined today, and three before.
        #expect(try await facts.evidence("C04.c1") == .share(Proportion(1, of: 7)))
        #expect(try await facts.evidence("C04.c1", at: Facts.day(50)) == .share(Proportion(1, of: 3)))
        #expect(try await facts.evidence("C04.c1", at: Facts.day(150)) == .share(Proportion(0, of: 3)))
        #expect(try await facts.evidence("C04.c1", at: Facts.day(500)) == nil)

        try await RoleCards(store: here.store, member: here.peter)
            .note(Day(Facts.day(5)), [here.mina.id, old.id], at: here.elmStreet.id, now: Facts.day(4))
        #expect(try await facts.evidence("C04.c1") == .share(Proportion(2, of: 7)))
        #expect(try await facts.evidence("C04.c1", at: Facts.day(4.5)) == .share(Proportion(1, of: 3)))
        let harbour = try await here.placement(of: here.amara, at: here.harbour)
        #expect(try await facts.evidence("C04.c1", of: harbour) == .share(Proportion(0, of: 1)))
        #expect(try !facts.isKnown("C04.c1", .share(Proportion(4, of: 4))))
    }

    @Test func `C01.m1 is one of one where the link worker confirmed and a manager or the lead opened`()
        async throws
    {
        let (amara, opening) = (here.amara.id, Key<Bringing.Opening>())
        #expect(try await facts.evidence("C01.m1") == nil)
        try await Profiles(store: here.store, member: here.amara)
            .write(Profile(brings: "Housing", languages: "", phone: nil), at: Facts.day(300))
        #expect(try await facts.evidence("C01.m1") == .share(Proportion(0, of: 1)))
        try await Bringing(store: here.store, member: here.amara).confirm(at: Facts.day(100))
        #expect(try await facts.evidence("C01.m1") == .share(Proportion(0, of: 1)))
        for (role, days) in [(Role.clinician, 40.0), (.practiceManager, 20)] {
            let who = try await joined(200, role)
            try await here.store.write { work in
                try work.run(
                    """
                    INSERT INTO profile_opening (id, link_worker, opened_by, opened_at)
                    VALUES (\(role == .clinician ? opening : Key()), \(amara), \(who.id), \(Facts.day(days)))
                    """
                )
            }
        }
        #expect(try await facts.evidence("C01.m1") == .share(Proportion(1, of: 1)))
        #expect(try await facts.evidence("C01.m1", at: Facts.day(30)) == .share(Proportion(0, of: 1)))
        #expect(try await facts.evidence("C01.m1", at: Facts.day(-85)) == .share(Proportion(0, of: 1)))
        // The manager of Elm Street is nobody's at Harbour.
        let harbour = try await here.placement(of: here.amara, at: here.harbour)
        #expect(try await facts.evidence("C01.m1", of: harbour) == .share(Proportion(0, of: 1)))
        let sam = try await here.placement(of: here.sam)
        #expect(try await facts.evidence("C01.m1", of: sam) == nil)
    }

    @Test func `C07.c2 counts the ways in which the words are there, while everybody may read them`()
        async throws
    {
        let (cards, place) = (RoleCards(store: here.store, member: here.peter), here.elmStreet.id)
        #expect(try await facts.evidence("C07.c2") == nil)
        try await cards.publish(true, of: place, at: Facts.day(50))
        #expect(try await facts.evidence("C07.c2") == .count(3))
        let check = RoleCard.Translation.Check(by: "Marta", on: Day(Facts.day(30)))
        let (polish, urdu) = try (#require(CardLanguage("pl")), #require(CardLanguage("ur")))
        try await cards.add("Polski", in: polish, of: place, checked: check, at: Facts.day(30))
        try await cards.add("Polski", in: polish, of: place, checked: check, at: Facts.day(29))
        try await cards.add("Urdu", in: urdu, of: place, at: Facts.day(29))
        let address = try #require(WebAddress("https://example.org/bsl"))
        try await cards.add(.signed, address, of: place, at: Facts.day(20))
        #expect(try await facts.evidence("C07.c2") == .count(5))
        #expect(try await facts.evidence("C07.c2", at: Facts.day(25)) == .count(4))
        try await cards.publish(false, of: place, at: Facts.day(10))
        #expect(try await facts.evidence("C07.c2") == nil)
        #expect(try await facts.evidence("C07.c2", at: Facts.day(11)) == .count(5))
        #expect(RoleCard.ways(recordings: 4, languages: 9) == 9)
        let harbour = try await here.placement(of: here.amara, at: here.harbour)
        #expect(try await facts.evidence("C07.c2", of: harbour, at: Facts.day(11)) == nil)
    }

    @Test func `C05.c1 counts four ways in which the person is introduced`() async throws {
        _ = try await here.joins("Founder", .administrator, at: Facts.day(700))
        #expect(try await facts.evidence("C05.c1") == nil)
        try await meets(20, "there")
        #expect(try await facts.evidence("C05.c1") == .share(Proportion(0, of: 4)))
        try await meets(15, "spoke")
        #expect(try await facts.evidence("C05.c1") == .share(Proportion(1, of: 4)))
        try await Profiles(store: here.store, member: here.amara)
            .write(Profile(brings: "Housing", languages: "", phone: nil), at: Facts.day(400))
        #expect(try await facts.evidence("C05.c1") == .share(Proportion(1, of: 4)))
        try await Bringing(store: here.store, member: here.amara).confirm(at: Facts.day(12))
        #expect(try await facts.evidence("C05.c1") == .share(Proportion(2, of: 4)))

        let (late, soon) = try await (joined(90), joined(60))
        try await opens(50, late)
        #expect(try await facts.evidence("C05.c1") == .share(Proportion(2, of: 4)))
        try await opens(40, soon)
        #expect(try await facts.evidence("C05.c1") == .share(Proportion(3, of: 4)))
        let site = try Neighbourhood.site()
        let asked = Inductions.Asked(kind: .beShadowed, colleague: here.drPatel.id, beginsAt: Facts.day(8))
        let id = try await Inductions(store: here.store, member: here.peter, site: site)
            .plan(asked, in: facts.placement, at: Facts.day(9))
        #expect(try await facts.evidence("C05.c1") == .share(Proportion(3, of: 4)))
        try await Inductions(store: here.store, member: here.amara, site: site)
            .say(true, of: id, in: facts.placement, at: Facts.day(7))
        #expect(try await facts.evidence("C05.c1") == .share(Proportion(4, of: 4)))
        #expect(try await facts.evidence("C05.c1", at: Facts.day(13)) == .share(Proportion(2, of: 4)))
        let harbour = try await here.placement(of: here.amara, at: here.harbour)
        #expect(try await facts.evidence("C05.c1", of: harbour) == .share(Proportion(1, of: 4)))
    }

    private func meets(_ days: Double, _ answer: String) async throws {
        let (id, at, place, placement) = (Meeting.ID(), Facts.day(days), here.elmStreet.id, facts.placement)
        let amara = here.amara.id
        try await here.store.write { work in
            try work.run(
                """
                INSERT INTO team_meeting (id, practice, name, begins_at, ends_at, place, made_at, made_by)
                VALUES (\(id), \(place), 'Team', \(at), \(at + 3_600), '', \(at - 86_400), \(amara))
                """
            )
            try work.run(
                """
                INSERT INTO meeting_answer (meeting, placement, answer, said_at, said_by)
                VALUES (\(id), \(placement), \(answer), \(at + 3_600), \(amara))
                """
            )
        }
    }
}
