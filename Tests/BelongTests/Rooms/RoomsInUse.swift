import Foundation
import Kernel
import Store
import Testing

@testable import Belong

/// Elm Street with three rooms: clinical, neutral and homely. The day is the Tuesday on
/// which most stories begin, an hour before anybody needs a room.
struct RoomsInUse: Sendable {
    let story: CaseInHand
    let clinical: Room.ID
    let neutral: Room.ID
    let garden: Room.ID

    static let now = Neighbourhood.now
    static let tuesday = Day(Neighbourhood.now)

    var here: Neighbourhood { story.here }

    init() async throws {
        story = try await CaseInHand()
        let (here, now) = (story.here, Self.now - 86_400)
        let rooms = Rooms(store: here.store, member: here.mina)
        func add(_ name: String, _ feel: Room.Feel, _ access: Set<Room.Feature>) async throws -> Room.ID {
            let told = Room.Told(name: name, feel: feel, equipment: "", access: access)
            return try await rooms.add(told, at: here.elmStreet.id, now: now)
        }
        clinical = try await add("Room 1", .clinical, [.stepFree])
        neutral = try await add("Room 2", .neutral, [.stepFree, .hearingLoop])
        garden = try await add("Garden room", .homely, [])
    }

    func bookings(of member: Member? = nil) -> Bookings {
        Bookings(store: here.store, member: member ?? here.mina)
    }

    /// Reception books for a role, on that Tuesday unless said otherwise.
    @discardableResult
    func books(
        _ role: String,
        _ room: Room.ID,
        _ from: Int = 11,
        _ until: Int = 12,
        on day: Day = RoomsInUse.tuesday,
        who: Member? = nil,
        wants: Room.Feel? = nil,
        needs: Set<Room.Feature> = [],
        anyway: Bool = false,
        at now: Date = RoomsInUse.now
    ) async throws -> Booking.ID {
        let asked = try Bookings.Asked(
            practice: here.elmStreet.id,
            room: room,
            time: RoomTime(day, from: from * 60, until: until * 60),
            role: role,
            who: who?.id,
            wants: wants,
            needs: needs,
            anyway: anyway
        )
        return try await bookings().book(asked, at: now)
    }

    /// Amara books to meet Jean.
    @discardableResult
    func meetsJean(
        _ room: Room.ID,
        _ from: Int = 11,
        _ until: Int = 12,
        at now: Date = RoomsInUse.now,
        anyway: Bool = false
    ) async throws -> Booking.ID {
        let asked = try Bookings.Asked(
            practice: here.elmStreet.id,
            room: room,
            time: RoomTime(Self.tuesday, from: from * 60, until: until * 60),
            role: Role.linkWorker.title,
            who: here.amara.id,
            ownCase: story.id,
            wants: .homely,
            anyway: anyway
        )
        return try await bookings(of: here.amara).book(asked, at: now)
    }

    func find(_ id: Booking.ID, as member: Member? = nil) async throws -> Booking {
        let door = bookings(of: member)
        return try await here.store.read { try door.find(id, in: $0, at: Self.now) }
    }

    func board(as member: Member? = nil, at now: Date = RoomsInUse.now) async throws -> RoomBoard {
        try await bookings(of: member).board(here.elmStreet.id, week: nil, at: now)
    }

    /// Every booking there is, whatever the week.
    func all() async throws -> [Booking] {
        try await here.store.read { try $0.bookings("TRUE") }
    }

    func holds(_ room: Room.ID) async throws -> Int {
        try await here.count("room_hold WHERE room = \(room)")
    }
}
