import Foundation
import Kernel
import Store
import TestStores
import Testing

@testable import Belong

@Suite("The hours at a practice")
struct PresenceTests {
    private let here: Neighbourhood
    private let january = London.instant(Day(number: 20_470), hour: 9)
    private let march = London.instant(Day(number: 20_530), hour: 9)

    init() async throws {
        here = try await Neighbourhood()
    }

    private func says(_ hours: Hours?, at moment: Date) async throws {
        try await Placements(store: here.store)
            .attend(here.amara, at: here.elmStreet, on: .tuesday, hours, now: moment)
    }

    private func presence(at moment: Date) async throws -> [Presence] {
        let (amara, practice) = (here.amara.id, here.elmStreet.id)
        return try await here.store.read { view in
            let placement: Placement.ID? = try view.value(
                "SELECT id FROM placement WHERE link_worker = \(amara) AND practice = \(practice)"
            )
            return try placement.map { try view.presence(of: $0, at: moment) } ?? []
        }
    }

    private let morning = Hours(from: "9:00", until: "12:30", room: "Garden room")
    private let wholeDay = Hours(from: "09:00", until: "16:00", room: "Room 2")

    @Test func `stand as they were said last, and as they stood on any day before`() async throws {
        try await says(morning, at: january)
        try await says(wholeDay, at: march)
        try await says(nil, at: Neighbourhood.now)

        #expect(try await presence(at: january - 1).isEmpty)
        let then = Presence(weekday: .tuesday, from: 540, until: 750, room: "Garden room")
        #expect(try await presence(at: january) == [then])
        #expect(try await presence(at: march - 1) == [then])
        #expect(try await presence(at: march).map(\.room) == ["Room 2"])
        #expect(try await presence(at: Neighbourhood.now).isEmpty)
        let lines = try await Placements(store: here.store).all(on: Day(march))
        #expect(lines.flatMap(\.hours) == ["Tuesday 09:00 to 16:00, Room 2"])
    }

    @Test func `said twice at one moment are said once`() async throws {
        try await says(morning, at: march)
        try await says(wholeDay, at: march)

        #expect(try await presence(at: march).map(\.room) == ["Room 2"])
    }

    @Test func `that were agreed before versions were kept stand from the beginning`() async throws {
        let before = Features.changes.filter { $0.name < "2026-11-25" }
        let store = try await TestStores.fresh(before)
        let (member, place, placement) = (Member.ID(), Organisation.ID(), Placement.ID())
        try await store.write { work in
            try work.run(
                "INSERT INTO organisation (id, kind, name) VALUES (\(place), 'practice', 'Elm Street')"
            )
            try work.run(
                """
                INSERT INTO member (id, name, email, email_folded, made_at)
                VALUES (\(member), 'Amara', 'a@example.org', 'a@example.org', \(Neighbourhood.now))
                """
            )
            try work.run(
                """
                INSERT INTO placement (id, link_worker, practice, employer, funder, began_on)
                VALUES (\(placement), \(member), \(place), \(place), \(place), \(Day(Neighbourhood.now)))
                """
            )
            try work.run("INSERT INTO presence VALUES (\(placement), 4, 540, 960, 'Room 2')")
        }
        try await Migrator(Features.changes).migrate(store)

        let stood = try await store.read { [january] in try $0.presence(of: placement, at: january) }
        #expect(stood == [Presence(weekday: .thursday, from: 540, until: 960, room: "Room 2")])
    }
}

extension Reader {
    /// The week of a placement as it stood at a moment.
    fileprivate func presence(of placement: Placement.ID, at moment: Date) throws -> [Presence] {
        try all("\(Presence.agreed(at: moment)) AND placement = \(placement) ORDER BY weekday")
    }
}
