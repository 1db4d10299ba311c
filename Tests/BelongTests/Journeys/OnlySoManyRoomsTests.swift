import Foundation
import Kernel
import Store
import Testing
import Web

@testable import Belong

/// *Only so many rooms, and more new roles* (paper, line 74): five roles, three rooms,
/// one Tuesday. The practice manager sees it a week ahead and settles it in two clicks.
@Suite("Only so many rooms")
struct OnlySoManyRoomsTests {
    let it: RoomsInUse
    /// A week before that Tuesday.
    let seen = RoomsInUse.now - 6 * 86_400

    init() async throws {
        it = try await RoomsInUse()
        try await it.here.store.write { work in
            try work.run(
                """
                INSERT INTO postcode (postcode, outward, latitude, longitude)
                VALUES ('M337ZF', 'M33', 53.4254, -2.3232)
                """
            )
        }
        let lunch = try await it.here.group("Tuesday lunch")
        try await it.here.store.write { work in
            try work.run(
                """
                INSERT INTO venue (activity, position, name, latitude, longitude)
                VALUES (\(lunch), 0, 'St Mark''s Hall', 53.4284, -2.3232)
                """
            )
        }
        try await it.books("GP", it.clinical, 11, 12, wants: .clinical, at: seen)
        try await it.books("Nurse", it.neutral, 11, 12, wants: .clinical, at: seen)
        try await it.books("Pharmacist", it.garden, 11, 12, at: seen)
    }

    private func asks(
        _ role: String,
        _ room: Room.ID,
        who: Member? = nil,
        wants: Room.Feel? = nil
    ) async throws
        -> Booking.ID
    {
        try await it.books(role, room, 11, 12, who: who, wants: wants, anyway: true, at: seen + 60)
    }

    @Test func `five roles and three rooms on a Tuesday: seen a week ahead, with three offers`() async throws
    {
        let physio = try await asks("Physiotherapist", it.clinical, wants: .clinical)
        let amara = try await asks("Link worker", it.garden, who: it.here.amara, wants: .homely)

        let board = try await it.board(as: it.here.peter, at: seen + 120)
        #expect(Set(board.clashes.map(\.id)) == [physio, amara])
        #expect(board.main.description.contains("No room yet"))

        let clash = try await it.bookings(of: it.here.peter).clash(amara, at: seen + 120).clash
        let offers = try #require(clash.parties.first { $0.booking.id == amara }).offers
        #expect(offers.map(\.place.kind) == ["room", "community", "phone"])
        #expect(offers[0].time.clock == "12:00 to 13:00" && offers[0].words.hasPrefix("Garden room (homely)"))
        #expect(offers[1].words == "St Mark's Hall, where Tuesday lunch meets, 0.2 miles")
        #expect(clash.least?.booking.id == amara)
        #expect(clash.least?.loss == .wished)
        let pharmacist = try #require(clash.parties.first { $0.booking.id != amara })
        #expect(pharmacist.offers[0].time.overlaps(clash.booking.time) == false)
        // Whoever needs a couch is never sent to a hall or to the telephone.
        let other = try await it.bookings(of: it.here.peter).clash(physio, at: seen + 120).clash
        for party in other.parties { #expect(party.offers.map(\.place.kind) == ["room"]) }
    }

    @Test func `settled in two clicks: open it, press an offer`() async throws {
        let day = Day(.now).advanced(by: 6)
        try await it.books("Pharmacist", it.garden, 11, 12, on: day, at: .now)
        let id = try await it.books(
            "Link worker",
            it.garden,
            11,
            12,
            on: day,
            who: it.here.amara,
            wants: .homely,
            anyway: true,
            at: .now
        )
        let board = try await it.here.opens("/rooms", as: it.here.peter)
        #expect(board.says("href=\"/bookings/\(id)\">Three offers"))

        let first = try await it.here.opens("/bookings/\(id)", as: it.here.peter)
        #expect(first.says("loses least") && first.says("St Mark&#39;s Hall") && first.says("By telephone"))
        let booking = try await it.find(id)
        let second = try await it.here.sends(
            "/bookings/\(id)/settlement",
            [
                "mover": "\(id)", "kind": "community", "words": "St Mark's Hall, 0.2 miles",
                "from": "\(booking.time.from)",
            ],
            as: it.here.peter
        )

        #expect(second.status == 303)
        #expect(try await it.find(id).place == .community("St Mark's Hall, 0.2 miles"))
        #expect(!(try await it.here.opens("/rooms", as: it.here.peter).says("Three offers")))
        #expect(try await it.here.opens("/rooms", as: it.here.amara).says("Moved for you"))
        let told =
            "message WHERE recipient = 'amara.okafor@example.org' AND subject = 'A booking of yours was moved'"
        #expect(try await it.here.count(SQL(trusted: told)) == 1)
    }

    @Test func `whoever holds the room may be the one who loses least, and both move or neither`()
        async throws
    {
        let holder = try #require(try await it.all().first { $0.role == "Nurse" })
        let deaf = try await it.books(
            "Social worker",
            it.neutral,
            11,
            12,
            needs: [.hearingLoop],
            anyway: true,
            at: seen + 60
        )
        try await it.bookings().cancel(
            #require(try await it.all().first { $0.role == "GP" }).id,
            at: seen + 60
        )
        let clash = try await it.bookings().clash(deaf, at: seen + 120).clash
        #expect(clash.least?.booking.id == holder.id)
        #expect(clash.least?.loss == .nothing)

        let move = Bookings.Settlement(mover: holder.id, place: .room(it.clinical), from: holder.time.from)
        try await it.bookings().settle(deaf, move, at: seen + 120)

        #expect(try await it.find(holder.id).place == .room(it.clinical))
        #expect(try await it.find(deaf).place == .room(it.neutral))
    }

    @Test func `settled by many at once is settled once`() async throws {
        let id = try await asks("Social worker", it.garden)
        let time = try await it.find(id).time
        let freed = try #require(try await it.all().first { $0.role == "GP" })
        try await it.bookings().cancel(freed.id, at: seen + 90)
        let rival = try await asks("Paramedic", it.garden)

        let settled = try await withThrowingTaskGroup(of: Bool.self) { group in
            for one in [id, rival, id, rival] {
                group.addTask {
                    do {
                        let move = Bookings.Settlement(mover: one, place: .room(it.clinical), from: time.from)
                        try await it.bookings().settle(one, move, at: seen + 120)
                        return true
                    } catch Booking.Refused.taken {
                        return false
                    }
                }
            }
            return try await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
        }

        #expect((1...2).contains(settled))
        #expect(try await it.holds(it.clinical) == 4)
        let there = try await it.all().filter { $0.end == nil && $0.place == .room(it.clinical) }
        #expect(there.count == 1)
    }

    @Test func `is not settled by somebody whose booking it is not`() async throws {
        let id = try await asks("Social worker", it.garden)
        let time = try await it.find(id).time
        let move = Bookings.Settlement(mover: id, place: .phone, from: time.from)
        for member in [it.here.amara, it.here.drPatel, it.here.jo] {
            await #expect(throws: Missing.self) {
                try await it.bookings(of: member).settle(id, move, at: seen + 120)
            }
        }
    }
}
