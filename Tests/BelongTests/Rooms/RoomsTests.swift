import Foundation
import Kernel
import Store
import Testing
import Web

@testable import Belong

@Suite("The rooms of a practice")
struct RoomsTests {
    let it: RoomsInUse

    init() async throws { it = try await RoomsInUse() }

    @Test func `are described by reception; what was said before stays`() async throws {
        let fields: KeyValuePairs = [
            "practice": "\(it.here.elmStreet.id)", "name": "Garden room", "feel": "neutral",
            "access[]": "step_free", "equipment": "Two armchairs",
        ]
        let sent = try await it.here.sends("/rooms/\(it.garden)", fields, as: it.here.mina)

        #expect(sent.status == 303)
        let board = try await it.here.opens("/rooms", as: it.here.peter)
        #expect(board.says("Neutral · Step-free · Two armchairs"))
        #expect(try await it.here.count("room_description WHERE room = \(it.garden)") == 2)
    }

    @Test func `never have one name twice, however it is written`() async throws {
        let told = Room.Told(name: "GARDEN ROOM", feel: .homely, equipment: "", access: [])
        await #expect(throws: Room.Refused.nameTaken) {
            try await Rooms(store: it.here.store, member: it.here.mina).add(told, at: it.here.elmStreet.id)
        }
        #expect(
            Room.Refused.nameTaken.sentence == "There is a room of that name already. Give this one another."
        )
        let empty = try await it.here.sends(
            "/rooms",
            ["practice": "\(it.here.elmStreet.id)", "name": "", "equipment": ""],
            as: it.here.mina
        )
        #expect(empty.status == 422)
        #expect(empty.says("Say what the room is called"))
        #expect(empty.says("Choose how it feels: clinical, neutral or homely"))
    }

    @Test func `named alike by two at once are one room`() async throws {
        let told = Room.Told(name: "Attic", feel: .homely, equipment: "", access: [])
        let made = try await withThrowingTaskGroup(of: Bool.self) { group in
            for member in [it.here.mina, it.here.peter, it.here.mina, it.here.peter] {
                group.addTask {
                    do {
                        let rooms = Rooms(store: it.here.store, member: member)
                        _ = try await rooms.add(told, at: it.here.elmStreet.id)
                        return true
                    } catch Room.Refused.nameTaken {
                        return false
                    }
                }
            }
            return try await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
        }
        #expect(made == 1)
    }

    @Test func `taken out of use leave nobody unseen who was to be there`() async throws {
        let id = try await it.books("Nurse", it.garden)
        try await Rooms(store: it.here.store, member: it.here.mina).close(it.garden, at: RoomsInUse.now)

        #expect(try await it.find(id).place == .waiting(for: it.garden))
        #expect(try await it.board().clashes.map(\.id) == [id])
        #expect(try await it.holds(it.garden) == 0)
        await #expect(throws: Room.Refused.closed) { try await it.books("GP", it.garden) }
    }
}

@Suite("A booking that is over")
struct BookingEndTests {
    let it: RoomsInUse

    init() async throws { it = try await RoomsInUse() }

    @Test func `because they did not come frees the room from now on`() async throws {
        let id = try await it.books("Nurse", it.clinical, 11, 12)
        let now = RoomsInUse.now + 3600 + 20 * 60

        try await it.bookings().noShow(id, at: now)

        #expect(try await it.holds(it.clinical) == 1)
        let half = try Bookings.Asked(
            practice: it.here.elmStreet.id,
            room: it.clinical,
            time: RoomTime(RoomsInUse.tuesday, from: 11 * 60 + 15, until: 12 * 60),
            role: "GP"
        )
        try await it.bookings().book(half, at: now)
        #expect(try await it.board(at: now).main.description.contains("did not come: the room was free"))
        await #expect(throws: Booking.Refused.over) { try await it.bookings().noShow(id, at: now) }
    }

    @Test func `is not a no-show before it began`() async throws {
        let id = try await it.books("Nurse", it.clinical, 11, 12)
        await #expect(throws: Booking.Refused.notBegun) {
            try await it.bookings().noShow(id, at: RoomsInUse.now)
        }
        #expect(
            Booking.Refused.notBegun.sentence
                == "It has not begun yet. Cancel it instead, and the room is free."
        )
    }

    @Test func `cancelled is off the board, and the room is free`() async throws {
        let id = try await it.meetsJean(it.garden)
        try await it.bookings(of: it.here.amara).cancel(id, at: RoomsInUse.now)

        #expect(try await it.holds(it.garden) == 0)
        #expect(try await it.board().bookings.isEmpty)
        try await it.books("Nurse", it.garden)
    }

    @Test func `within the link worker's own time there is theirs again when it is cancelled`() async throws {
        try await it.books("Link worker", it.garden, 11, 14, who: it.here.amara)
        let id = try await it.meetsJean(it.garden, 12, 13)
        #expect(try await it.here.count("room_hold WHERE booking = \(id)") == 4)

        try await it.bookings(of: it.here.amara).cancel(id, at: RoomsInUse.now)

        #expect(try await it.holds(it.garden) == 12)
        await #expect(throws: Booking.Refused.taken) { try await it.books("Nurse", it.garden, 12, 13) }
        let other = try await it.meetsJean(it.garden, 12, 13)
        let began = RoomsInUse.now + 2 * 3600 + 60
        try await it.bookings().noShow(other, at: began)
        #expect(try await it.holds(it.garden) == 8)
    }

    @Test func `is ended by whoever keeps the rooms, or whose it is`() async throws {
        let id = try await it.books("Nurse", it.clinical)
        await #expect(throws: Missing.self) {
            try await it.bookings(of: it.here.amara).cancel(id, at: RoomsInUse.now)
        }
    }

    @Test func `offers one tap to reception while it runs`() async throws {
        let now = Date.now
        let quarter = RoomTime.quarter(of: now)
        let asked = Bookings.Asked(
            practice: it.here.elmStreet.id,
            room: it.clinical,
            time: RoomTime(from: quarter, until: quarter + 4),
            role: "Nurse"
        )
        let id = try await it.bookings().book(asked, at: now)

        #expect(try await it.here.opens("/rooms", as: it.here.mina).says("/bookings/\(id)/no-show"))
        #expect(!(try await it.here.opens("/rooms", as: it.here.drPatel).says("/no-show")))
        let tapped = try await it.here.sends("/bookings/\(id)/no-show", [:], as: it.here.mina)
        #expect(tapped.status == 303)
        #expect(try await it.here.count("booking_end WHERE kind = 'no_show'") == 1)
    }
}
