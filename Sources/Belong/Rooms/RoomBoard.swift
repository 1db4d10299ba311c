import Foundation
import Kernel
import Store
import Web

/// The rooms of a practice for one week, across every role. Who meets whom there
/// stands nowhere on it.
struct RoomBoard: Page {
    let title = "Rooms"
    let place: String? = "/rooms"
    let practice: Organisation
    let practices: [Organisation]
    let monday: Day
    let now: Date
    let rooms: [Room]
    let bookings: [Booking]
    /// Those without a room in the next seven days.
    let clashes: [Booking]
    /// One's own that somebody else moved, still to come.
    let moved: [Booking]
    /// One's own, of which it is asked whether the place was right.
    let asked: [Booking]
    let standing: [StandingBooking]
    /// How the places fitted whoever was met in them.
    let fit: PlaceFit
    let keeps: Bool
    let books: Bool
    let me: Member.ID

    var today: Day { Day(now) }

    /// Monday to Friday, and the days of a weekend on which somebody is there.
    var days: [Day] {
        (0..<7).map(monday.advanced).filter { day in
            day.number - monday.number < 5 || bookings.contains { $0.time.day == day }
        }
    }
}

extension Bookings {
    func board(_ practice: Organisation.ID?, week: Day?, at now: Date = .now) async throws -> RoomBoard {
        let practice = try rooms.practice(practice)
        let day = week ?? Day(now)
        let monday = day.advanced(by: 1 - day.weekday.rawValue)
        let (me, mine) = (member.id, Cases(store: store, member: member).mine(at: now))
        let practices = Rooms.practices(of: member)
        return try await store.read { view in
            let here: SQL = "booked_place.practice = \(practice.id)"
            func found(_ time: RoomTime, _ more: SQL) throws -> [Booking] {
                try view.bookings(
                    "\(here) AND from_quarter >= \(time.from) AND from_quarter < \(time.until) AND \(more)",
                    cases: mine
                )
            }
            let today = Day(now)
            let soon = RoomTime(days: today, before: today.advanced(by: RoomWatch.ahead + 1))
            let later = RoomTime(days: today, before: today.advanced(by: StandingBooking.ahead))
            let past = RoomTime(days: today.advanced(by: -PlaceAnswer.asked), before: today.advanced(by: 1))
            return try RoomBoard(
                practice: practice,
                practices: practices,
                monday: monday,
                now: now,
                rooms: view.rooms(of: practice.id),
                bookings: found(
                    RoomTime(days: monday, before: monday.advanced(by: 7)),
                    "(booking_end.kind IS NULL OR booking_end.kind <> 'cancelled')"
                ),
                clashes: found(soon, "booked_place.kind = 'waiting' AND booking_end.booking IS NULL")
                    .filter { $0.time.begins > now },
                moved: found(
                    later,
                    """
                    booking.member = \(me) AND booking_end.booking IS NULL AND booked_place.placed_by <> \(me)
                        AND EXISTS (SELECT 1 FROM booked_place AS earlier WHERE earlier.replaced_by = booked_place.id)
                    """
                ).filter { $0.isAhead(of: now) },
                asked: found(
                    past,
                    """
                    booking.member = \(me) AND booking."case" IS NOT NULL AND NOT EXISTS (
                        SELECT 1 FROM place_answer
                        WHERE place_answer.booking = booking.id AND voice = 'link_worker')
                    """
                ).filter { $0.ownCase != nil && $0.mayBeAsked(at: now) },
                standing: view.standingBookings("standing_booking.practice = \(practice.id)")
                    .filter { $0.asked.last.map { $0 >= today } ?? true },
                fit: rooms.keeps(practice.id) ? view.placeFit(at: practice.id, on: today) : .none,
                keeps: rooms.keeps(practice.id),
                books: rooms.books(practice.id),
                me: me
            )
        }
    }
}

extension RoomBoard {
    static var sample: RoomBoard {
        let day = Day(number: 20_557)
        let now = London.instant(day, hour: 10)
        let practice = Organisation(kind: .practice, name: "Elm Street Surgery")
        let rooms = Room.samples(at: practice.id)
        let amara = Booking.Who(id: Member.ID(), name: "Amara Okafor")
        func booked(
            _ role: String,
            _ hours: (Int, Int),
            _ place: BookedPlace,
            _ who: Booking.Who? = nil,
            _ wants: Room.Feel? = nil
        ) -> Booking {
            let begins = RoomTime.quarter(of: London.instant(day, hour: hours.0))
            return Booking(
                id: Booking.ID(),
                practice: practice.id,
                role: role,
                who: who,
                ownCase: who == nil ? nil : Case.ID(),
                wants: wants,
                needs: wants == .homely ? [.stepFree] : [],
                standing: nil,
                place: place,
                time: RoomTime(from: begins, until: begins + (hours.1 - hours.0) * 4),
                end: nil,
                madeAt: now
            )
        }
        let waiting = booked("Link worker", (11, 12), .waiting(for: rooms[0].id), amara, .homely)
        let own = booked("Link worker", (13, 14), .community("Sale Library, 0.4 miles"), amara, .homely)
        return RoomBoard(
            practice: practice,
            practices: [practice, Organisation(kind: .practice, name: "Harbour Practice")],
            monday: day.advanced(by: 1 - day.weekday.rawValue),
            now: now,
            rooms: rooms,
            bookings: [
                booked("GP", (9, 12), .room(rooms[1].id), nil, .clinical),
                booked("Nurse", (9, 12), .room(rooms[0].id)), waiting, own,
            ],
            clashes: [waiting],
            moved: [own],
            asked: [booked("Link worker", (8, 9), .room(rooms[0].id), amara, .homely)],
            standing: [
                StandingBooking(
                    id: StandingBooking.ID(),
                    asked: StandingBooking.Asked(
                        practice: practice.id,
                        room: rooms[1].id,
                        weekday: .tuesday,
                        from: 540,
                        until: 720,
                        role: "GP",
                        who: nil,
                        wants: .clinical,
                        first: day,
                        last: nil
                    ),
                    roomName: rooms[1].name,
                    whoName: nil
                )
            ],
            fit: .sample,
            keeps: true,
            books: true,
            me: amara.id
        )
    }
}

extension Room {
    static func samples(at practice: Organisation.ID) -> [Room] {
        [
            Room(
                id: Room.ID(),
                practice: practice,
                told: Told(
                    name: "Garden room",
                    feel: .homely,
                    equipment: "Two armchairs, a kettle",
                    access: [.stepFree, .quiet]
                )
            ),
            Room(
                id: Room.ID(),
                practice: practice,
                told: Told(name: "Room 2", feel: .clinical, equipment: "Couch, basin", access: [.stepFree])
            ),
        ]
    }
}
