import Foundation
import Kernel
import Store
import Testing

@testable import Belong

@Suite("A room for every week")
struct StandingBookingTests {
    let it: RoomsInUse

    init() async throws { it = try await RoomsInUse() }

    private func every(
        _ weekday: Weekday = .tuesday,
        _ from: Int = 660,
        _ until: Int = 720,
        role: String = "Nurse",
        who: Member? = nil,
        last: Day? = nil
    ) -> StandingBooking.Asked {
        StandingBooking.Asked(
            practice: it.here.elmStreet.id,
            room: it.garden,
            weekday: weekday,
            from: from,
            until: until,
            role: role,
            who: who?.id,
            wants: nil,
            first: RoomsInUse.tuesday,
            last: last
        )
    }

    private func watch() throws -> RoomWatch {
        try RoomWatch(store: it.here.store, site: it.here.site().address)
    }

    @Test func `is laid out six weeks ahead, once, and further as time goes by`() async throws {
        try await it.bookings().book(every(), at: RoomsInUse.now)
        #expect(try await it.here.count("booking") == 7)

        for _ in 0..<2 { try await watch().round(at: RoomsInUse.now) }
        #expect(try await it.here.count("booking") == 7)
        try await watch().round(at: RoomsInUse.now + 7 * 86_400)
        #expect(try await it.here.count("booking") == 8)
    }

    @Test func `is laid out once by rounds on many machines at once`() async throws {
        try await it.bookings().book(every(), at: RoomsInUse.now)
        let (watch, later) = (try watch(), RoomsInUse.now + 21 * 86_400)

        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<6 { group.addTask { try await watch.round(at: later) } }
            try await group.waitForAll()
        }

        #expect(try await it.here.count("booking") == 10)
        #expect(try await it.holds(it.garden) == 40)
    }

    @Test func `ends on its last day`() async throws {
        try await it.bookings().book(every(last: RoomsInUse.tuesday.advanced(by: 8)), at: RoomsInUse.now)
        #expect(try await it.here.count("booking") == 2)
    }

    @Test func `is at the same time by the clock in summer and in winter`() async throws {
        let now = try London.instant(#require(Day("2026-10-14")), hour: 8)
        let asked = StandingBooking.Asked(
            practice: it.here.elmStreet.id,
            room: it.garden,
            weekday: .tuesday,
            from: 600,
            until: 660,
            role: "GP",
            who: nil,
            wants: nil,
            first: Day(now),
            last: nil
        )
        try await it.bookings().book(asked, at: now)
        let times = try await it.here.store.read { try $0.bookings("TRUE").map(\.time) }

        #expect(times.count == 6)
        #expect(Set(times.map(\.clock)) == ["10:00 to 11:00"])
        let steps = Set(zip(times.dropFirst(), times).map { $0.from - $1.from })
        #expect(steps == [7 * 96, 7 * 96 + 4])
    }

    @Test func `leaves out the one night on which its time is never shown`() async throws {
        let now = try London.instant(#require(Day("2026-03-20")), hour: 8)
        let asked = StandingBooking.Asked(
            practice: it.here.elmStreet.id,
            room: it.garden,
            weekday: .sunday,
            from: 75,
            until: 105,
            role: "Night cleaner",
            who: nil,
            wants: nil,
            first: Day(now),
            last: Day("2026-04-12")
        )
        try await it.bookings().book(asked, at: now)

        let days = try await it.here.store.read { try $0.bookings("TRUE").map(\.time.day.description) }
        #expect(days == ["2026-03-22", "2026-04-05", "2026-04-12"])
    }

    @Test func `that meets somebody else's is a clash on those days only`() async throws {
        try await it.books("GP", it.garden, on: RoomsInUse.tuesday.advanced(by: 7))
        try await it.bookings().book(every(), at: RoomsInUse.now)

        #expect(try await it.here.count("booked_place WHERE kind = 'waiting'") == 1)
        #expect(try await it.here.count("booked_place WHERE kind = 'room'") == 7)
    }

    @Test func `ended leaves what was, and frees what is to come`() async throws {
        let id = try await it.bookings().book(every(), at: RoomsInUse.now)
        await #expect(throws: Missing.self) {
            try await it.bookings(of: it.here.amara).endStanding(id, at: RoomsInUse.now)
        }
        try await it.bookings().endStanding(id, at: RoomsInUse.now + 3600 + 900)

        #expect(try await it.holds(it.garden) == 4)
        try await watch().round(at: RoomsInUse.now + 30 * 86_400)
        #expect(try await it.here.count("booking") == 7)
    }

    @Test func `is raised to the practice manager once where a day within seven has no room`() async throws {
        try await it.books("GP", it.garden)
        try await it.books("GP", it.garden, on: RoomsInUse.tuesday.advanced(by: 14))
        try await it.bookings().book(every(), at: RoomsInUse.now)
        let watch = try watch()

        #expect(try await watch.round(at: RoomsInUse.now) == 1)
        #expect(try await watch.round(at: RoomsInUse.now) == 0)
        #expect(try await watch.round(at: RoomsInUse.now + 7 * 86_400) == 1)
        let messages = try await it.here.store.read { view in
            try view.rows("SELECT recipient, subject, body FROM message ORDER BY made_at").map { row in
                try (row("recipient"), row("subject"), row("body")) as (String, String, String)
            }
        }.filter { $0.1.contains("without a room") }
        #expect(messages.map(\.0) == ["peter.hale@example.org", "peter.hale@example.org"])
        #expect(messages.allSatisfy { $0.2.contains("/rooms?practice=") && !$0.2.contains("Jean") })
    }
}
