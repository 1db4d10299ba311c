import Foundation
import Kernel
import Store
import Testing

@testable import Belong

@Suite("What the placement, the diary and the rooms say")
struct WorkingSoundingTests {
    let facts: Facts

    init() async throws {
        facts = try await Facts()
    }

    private func agrees(_ weekdays: Weekday..., days: Double, isThere: Bool = true) async throws {
        let (placement, at) = (facts.placement, Facts.day(days))
        let hours = isThere ? Hours(from: "09:00", until: "16:00", room: "Garden room") : nil
        try await facts.here.store.write { work in
            for weekday in weekdays { try work.note(hours, on: weekday, of: placement, at: at) }
        }
    }

    private func plans(
        _ kind: String,
        _ days: Double,
        hours: Double = 1,
        at practice: Organisation? = nil,
        cancelled: Double? = nil
    ) async throws {
        let (id, begins, who) = (DiaryEntry.ID(), Facts.day(days), facts.here.amara.id)
        let place: Organisation.ID? = kind == "community" ? nil : (practice ?? facts.here.elmStreet).id
        try await facts.here.store.write { work in
            try work.run(
                """
                INSERT INTO diary_entry (id, first, member, kind, practice, begins_at, ends_at, words, place, own_place,
                    made_at, made_by)
                VALUES (\(id), \(id), \(who), \(kind), \(place), \(begins), \(begins + hours * 3600), '', '', '',
                    \(begins - 86_400), \(who))
                """
            )
            if let cancelled {
                try work.run(
                    """
                    INSERT INTO diary_cancelling (entry, why, words, cancelled_at, cancelled_by)
                    VALUES (\(id), 'logistics', '', \(Facts.day(cancelled)), \(who))
                    """
                )
            }
        }
    }

    @Test func `C02.c0 shows how many organisations have a say`() async throws {
        let sam = try await facts.here.placement(of: facts.here.sam, at: facts.here.elmStreet)

        #expect(try await facts.evidence("C02.c0") == .count(2))
        #expect(try await facts.evidence("C02.c0", of: sam) == .count(3))
    }

    @Test func `C05.m1 counts asks over the days that were agreed when they came`() async throws {
        #expect(try await facts.evidence("C05.m1") == nil)
        try await agrees(.tuesday, .thursday, days: 200)
        for days in [10.0, 40, 80, 91] { try await facts.asks(days) }
        try await facts.asks(10, of: facts.here.sam)
        #expect(try await facts.evidence("C05.m1") == .rate(Rate(events: 3, exposure: 2.6), over: 26))

        try await agrees(.thursday, days: 50, isThere: false)
        let nineteen = try await facts.evidence("C05.m1")
        #expect(nineteen == .rate(Rate(events: 3, exposure: 1.9), over: 19))
        #expect(try !facts.isKnown("C05.m1", nineteen))
        guard case .rate(_, let before) = try await facts.evidence("C05.m1", at: Facts.day(51)) else {
            Issue.record("Nothing was agreed before")
            return
        }
        #expect(before == 26)
    }

    @Test func `C06.c1 counts agreed days on which something shows them there`() async throws {
        try await agrees(.tuesday, days: 200)
        try await plans("meeting", 7)
        try await plans("meeting", 14, cancelled: 15)
        try await plans("meeting", 21, at: facts.here.harbour)
        try await plans("meeting", 6)
        try await facts.talks(facts.refers(60), 28, mode: "practice")
        try await facts.talks(facts.refers(60), 35, mode: "walk")

        #expect(try await facts.evidence("C06.c1") == .share(Proportion(2, of: 13)))
        #expect(
            try await facts.evidence("C06.c1", at: Facts.day(15.5)) == .share(Proportion(1, of: 13))
        )
    }

    @Test func `C03.c4 counts community time week by week, less what was put over it`() async throws {
        let (amara, ruth) = (facts.here.amara.id, facts.here.ruth.id)
        #expect(try await facts.evidence("C03.c4") == nil)
        try await facts.here.store.write { work in
            try work.run(
                """
                INSERT INTO agreed_week (id, member, people_minutes, community_minutes, team_minutes, agreed_at,
                    agreed_by)
                VALUES (\(Key<AgreedWeeks>()), \(amara), 1200, 360, 180, \(Facts.day(60)), \(ruth))
                """
            )
        }
        try await plans("community", 42, hours: 6)
        try await plans("meeting", 41.95, hours: 1)
        try await plans("community", 35, hours: 3)

        #expect(try await facts.evidence("C03.c4") == .share(Proportion(300.0 / 360 + 0.5, of: 8)))
        #expect(try await facts.evidence("C03.c4", at: Facts.day(50)) == .share(Proportion(0, of: 1)))
        #expect(try await facts.evidence("C03.c4", at: Facts.day(58)) == nil)
    }

    @Test func `C13.o3 counts places that both found right, as the less content of the two`()
        async throws
    {
        for (person, own) in [
            ("right", "right"), ("right", "all_right"), ("wrong", "right"), (nil, "right"),
        ] {
            try await meets(30, person: person, own: own)
        }
        try await meets(91, person: "right", own: "right")
        try await meets(30, person: "right", own: "right", with: facts.here.sam)

        #expect(try await facts.evidence("C13.o3") == .share(Proportion(1.5, of: 3)))
    }

    private func meets(
        _ days: Double,
        person: String?,
        own: String?,
        with who: Member? = nil
    )
        async throws
    {
        let (id, at, who) = (Booking.ID(), Facts.day(days), (who ?? facts.here.amara).id)
        let (place, quarter) = (facts.here.elmStreet.id, RoomTime.quarter(of: at))
        try await facts.here.store.write { work in
            try work.run(
                """
                INSERT INTO booking (id, practice, role, member, made_at, made_by)
                VALUES (\(id), \(place), 'Link worker', \(who), \(at - 3600), \(who))
                """
            )
            try work.run(
                """
                INSERT INTO booked_place (id, booking, practice, kind, words, from_quarter, until_quarter, placed_at)
                VALUES (\(Key<RoomTime>()), \(id), \(place), 'community', 'The library', \(quarter), \(quarter + 4),
                    \(at - 3600))
                """
            )
            for (voice, answer) in [("person", person), ("link_worker", own)] {
                guard let answer else { continue }
                let speaker: Member.ID? = voice == "person" ? nil : who
                try work.run(
                    """
                    INSERT INTO place_answer (id, booking, voice, answer, said_at, said_by)
                    VALUES (\(Key<PlaceAnswer>()), \(id), \(voice), \(answer), \(at + 7200), \(speaker))
                    """
                )
            }
        }
    }
}
