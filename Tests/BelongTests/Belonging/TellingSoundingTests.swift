import Foundation
import Kernel
import Store
import Testing

@testable import Belong

@Suite("What news and the end of a case say")
struct TellingSoundingTests {
    let facts: Facts

    init() async throws {
        facts = try await Facts()
    }

    @Test func `C09.c2 counts ends that are told in words`() async throws {
        for (words, outcome) in [
            ("Heard", "listening"), ("  ", "some"), ("Better", "reached"), ("Sad", "died"),
        ] {
            try await facts.ends(facts.refers(100), 50, outcome, words: words)
        }
        try await facts.ends(facts.refers(300), 181)
        try await facts.ends(facts.refers(100, to: facts.here.sam), 50)

        #expect(try await facts.evidence("C09.c2") == .share(Proportion(2, of: 3)))
    }

    @Test func `C10.c1 counts milestones with news in time, and waits for those that are not late yet`()
        async throws
    {
        let told = try await facts.refers(60)
        try await facts.talks(told, 50)
        try await facts.tells(told, 36)
        let late = try await facts.refers(60)
        try await facts.talks(late, 50)
        try await facts.tells(late, 35)
        let waiting = try await facts.refers(60)
        try await facts.talks(waiting, 13)
        let silent = try await facts.refers(60)
        try await facts.talks(silent, 40)
        let own = try await facts.refers(60, route: "self")
        try await facts.talks(own, 40)

        #expect(try await facts.evidence("C10.c1") == .share(Proportion(1, of: 3)))
        #expect(try await facts.evidence("C10.c3") == .points([14, 15]))
    }

    @Test func `C10.c1 leaves out whoever wants nothing told`() async throws {
        let made = try await facts.refers(60)
        try await facts.talks(made, 50)
        try await facts.ends(made, 30)
        #expect(try await facts.evidence("C10.c1") == .share(Proportion(0, of: 2)))

        let (id, amara) = (made.id, facts.here.amara.id)
        try await facts.here.store.write { work in
            try work.run(
                """
                INSERT INTO news_extent (id, "case", extent, said_at, recorded_by)
                VALUES (\(Key<NewsExtent.Kind>()), \(id), 'nothing', \(Facts.day(5)), \(amara))
                """
            )
        }
        #expect(try await facts.evidence("C10.c1") == .unknown(.nothing))
        #expect(try await facts.evidence("C10.c1", at: Facts.day(6)) == .share(Proportion(0, of: 2)))
    }

    @Test func `C10.m1 counts news that was opened in time`() async throws {
        let made = try await facts.refers(80)
        try await facts.tells(made, 60, opened: 46)
        try await facts.tells(made, 60, opened: 45.9)
        try await facts.tells(made, 60)
        try await facts.tells(made, 13.9)
        try await facts.tells(made, 10, opened: 9)
        try await facts.tells(made, 91, opened: 90)

        #expect(try await facts.evidence("C10.m1") == .share(Proportion(2, of: 4)))
    }

    @Test func `C10.m2 is released once five different people tapped`() async throws {
        let here = facts.here
        let made = try await facts.refers(80)
        #expect(try await facts.evidence("C10.m2") == nil)
        let people = [here.drPatel, here.drLowe, here.mina, here.peter]
        for (person, verdict) in zip(people, ["useful", "useful", "not_for_me", "useful"]) {
            try await facts.tells(made, 20, to: person, verdict: verdict)
            try await facts.tells(made, 21, to: person, verdict: verdict)
        }
        #expect(try await facts.evidence("C10.m2") == .unknown(.tooFewPeople(4, needed: 5)))

        try await facts.tells(made, 20, to: here.drOsei, verdict: "useful")
        let said = Evidence.Answers(tally: Tally(boltedOn: 2, belonging: 7), credit: 7)
        #expect(try await facts.evidence("C10.m2") == .answers([.staff: said]))
    }
}

@Suite("What conversations say")
struct LivingSoundingTests {
    let facts: Facts

    init() async throws {
        facts = try await Facts()
    }

    @Test func `C07.m1 and C07.o2 count what people knew, once six were asked`() async throws {
        for knew in ["yes", "partly", "no", "no"] { try await facts.talks(facts.refers(60), 50, knew: knew) }
        #expect(try await facts.evidence("C07.m1") == .unknown(.tooFewPeople(4, needed: 5)))

        try await facts.talks(facts.refers(60), 50, knew: "partly")
        let five = try await facts.evidence("C07.m1")
        #expect(try !facts.isKnown("C07.m1", five))
        try await facts.talks(facts.refers(60), 50, knew: "not_asked")
        try await facts.talks(facts.refers(60), 50, knew: "yes")
        try await facts.talks(facts.refers(60, to: facts.here.sam), 50, knew: "no")
        try await facts.talks(facts.refers(200), 181, knew: "no")

        let six = try await facts.evidence("C07.m1")
        let said = Evidence.Answers(tally: Tally(boltedOn: 2, fittingIn: 2, belonging: 2), credit: 3)
        #expect(six == .answers([.person: said]))
        #expect(try facts.isKnown("C07.m1", six))
        #expect(try await facts.evidence("C07.o2") == .share(Proportion(2, of: 6)))
    }

    @Test func `C12.m3 draws the length of first conversations, in their order`() async throws {
        let one = try await facts.refers(60)
        try await facts.talks(one, 50, minutes: 60)
        try await facts.talks(one, 40, minutes: 15)
        try await facts.talks(facts.refers(60), 55, minutes: 45)
        try await facts.talks(facts.refers(60), 30, minutes: nil)

        #expect(try await facts.evidence("C12.m3") == .points([45, 60]))
    }

    @Test func `a conversation that was put right later was what it was before`() async throws {
        let made = try await facts.refers(60)
        try await facts.talks(made, 50, knew: nil, minutes: 60)
        let amara = facts.here.amara.id
        try await facts.here.store.write { work in
            let first: Contact.ID? = try work.value("SELECT id FROM contact")
            let id = Contact.ID()
            try work.run("UPDATE contact SET replaced_by = \(id) WHERE id = \(first)")
            try work.run(
                """
                INSERT INTO contact (id, "case", first, mode, place, began_at, minutes, went_along, outcome, tried,
                    what_next, matters, helps, hinders, more, written_at, written_by, corrects, reason)
                SELECT \(id), "case", first, mode, place, began_at, 20, went_along, outcome, tried, what_next, matters,
                    helps, hinders, more, \(Facts.day(20)), \(amara), id, 'Wrong length'
                FROM contact WHERE id = \(first)
                """
            )
        }

        #expect(try await facts.evidence("C12.m3") == .points([20]))
        #expect(try await facts.evidence("C12.m3", at: Facts.day(21)) == .points([60]))
    }

    @Test func `C14.o1 counts what was beyond them and taken up in two days`() async throws {
        let made = try await facts.refers(100)
        for (raised, answered) in [(60.0, 58.0), (60, 57.9), (60, nil), (1, nil), (181, 180)]
            as [(Double, Double?)]
        {
            try await worries(made.person, raised, answered)
        }
        let other = try await facts.refers(100, at: facts.here.harbour)
        try await worries(other.person, 60, 59)
        try await worries(made.person, 60, 59, urgency: "today")

        #expect(try await facts.evidence("C14.o1") == .share(Proportion(1, of: 3)))
    }

    private func worries(
        _ person: Person.ID,
        _ raised: Double,
        _ answered: Double?,
        urgency: String = "talk"
    ) async throws {
        let (id, amara, ruth) = (Worry.ID(), facts.here.amara.id, facts.here.ruth.id)
        try await facts.here.store.write { work in
            try work.run(
                """
                INSERT INTO worry (id, person, urgency, words, raised_by, raised_to, raised_at)
                VALUES (\(id), \(person), \(urgency), 'Beyond me', \(amara), \(ruth), \(Facts.day(raised)))
                """
            )
            if let answered {
                try work.run(
                    """
                    INSERT INTO worry_answer (id, worry, words, answered_by, answered_at)
                    VALUES (\(Key<WorryHanding>()), \(id), 'Let us talk', \(ruth), \(Facts.day(answered)))
                    """
                )
            }
        }
    }
}
