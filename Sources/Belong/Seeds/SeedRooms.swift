import Foundation
import Kernel
import Store

extension SeedFile {
    /// A room of a practice.
    struct Chamber: Decodable, Sendable {
        let practice: String
        let by: String
        let name: String
        let feel: String
        let access: [String]
        let equipment: String
    }

    /// Somebody who has a room on a weekday: every week, or on the next one.
    struct Having: Decodable, Sendable {
        let practice: String
        let by: String
        let room: String
        let weekday: String
        let from: String
        let until: String
        let role: String
        let who: String?
        /// Whom a link worker meets there.
        let person: String?
        let wants: String?
    }
}

/// The rooms of the made-up practices and a busy week in them, in which somebody has
/// no room yet.
extension SeedGround {
    func furnish(_ file: SeedFile) async throws {
        let begun = instant(8, "08:00")
        for room in file.rooms {
            let told = Room.Told(
                name: room.name,
                feel: Room.Feel(rawValue: room.feel) ?? .neutral,
                equipment: room.equipment,
                access: Set(room.access.compactMap(Room.Feature.init))
            )
            _ = try await Rooms(store: store, member: member(room.by))
                .add(told, at: place(room.practice), now: begun)
        }
        for having in file.standing { try await haveWeekly(having, since: begun) }
        for having in file.bookings { try await have(having) }
        try await RoomWatch(store: store, site: site).round(at: now)
    }

    private func haveWeekly(_ having: SeedFile.Having, since begun: Date) async throws {
        let asked = try await StandingBooking.Asked(
            practice: place(having.practice),
            room: room(of: having),
            weekday: weekday(having),
            from: TimeOfDay.minute(having.from) ?? 0,
            until: TimeOfDay.minute(having.until) ?? 0,
            role: having.role,
            who: having.who.map { try member($0).id },
            wants: having.wants.flatMap(Room.Feel.init),
            first: Day(begun),
            last: nil
        )
        try await bookings(having).book(asked, at: begun)
    }

    private func have(_ having: SeedFile.Having) async throws {
        let weekday = try weekday(having)
        let today = Day(now)
        guard let day = (1...7).map(today.advanced).first(where: { $0.weekday == weekday }) else { return }
        let (door, found) = (try bookings(having), try await ownCase(having.person))
        let asked = try await Bookings.Asked(
            practice: place(having.practice),
            room: room(of: having),
            time: RoomTime(
                day,
                from: TimeOfDay.minute(having.from) ?? 0,
                until: TimeOfDay.minute(having.until) ?? 0
            ),
            role: having.role,
            who: found == nil ? nil : door.member.id,
            ownCase: found,
            wants: having.wants.flatMap(Room.Feel.init),
            anyway: true
        )
        try await door.book(asked, at: now)
    }

    private func bookings(_ having: SeedFile.Having) throws -> Bookings {
        try Bookings(store: store, member: member(having.by))
    }

    private func weekday(_ having: SeedFile.Having) throws -> Weekday {
        guard let found = Weekday.allCases.first(where: { $0.name == having.weekday }) else {
            throw Seeds.Refused.unreadable("no weekday is called \(having.weekday)")
        }
        return found
    }

    private func room(of having: SeedFile.Having) async throws -> Room.ID {
        let practice = try place(having.practice)
        let rooms = try await store.read { try $0.rooms(of: practice) }
        guard let found = rooms.first(where: { $0.name == having.room }) else {
            throw Seeds.Refused.unreadable("no room is called \(having.room)")
        }
        return found.id
    }

    func ownCase(_ name: String?) async throws -> Case.ID? {
        guard let name else { return nil }
        return try await store.read { view in
            try view.value(
                """
                SELECT "case".id
                FROM "case"
                JOIN particulars ON particulars.person = "case".person AND particulars.replaced_by IS NULL
                WHERE given_name || ' ' || family_name = \(name)
                """
            )
        }
    }
}
