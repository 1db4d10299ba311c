import Foundation
import Kernel
import Store

/// A time for which somebody of the practice needs a room: whoever it is, by their
/// role. Whom a link worker meets there is for that link worker alone.
struct Booking: Identifiable, Sendable {
    let id: Key<Booking>
    let practice: Organisation.ID
    let role: String
    let who: Who?
    /// The reader's own case, if it is for one. Nobody else's is ever here.
    let ownCase: Case.ID?
    let wants: Room.Feel?
    let needs: [Room.Feature]
    let standing: StandingBooking.ID?
    let place: BookedPlace
    let time: RoomTime
    let end: End?
    let madeAt: Date

    struct Who: Equatable, Sendable {
        let id: Member.ID
        let name: String
    }

    enum End: String, Sendable, Column {
        case cancelled
        case noShow = "no_show"
    }

    enum Refused: Refusal {
        case taken
        case settled
        case over
        case notBegun
        case unfit
        case notByPhone

        var sentence: String {
            switch self {
            case .taken: "Somebody has that room at that time. Choose another room or time."
            case .settled: "This has been settled already. Look how it stands now."
            case .over: "This booking is over."
            case .notBegun: "It has not begun yet. Cancel it instead, and the room is free."
            case .unfit: "That room does not have what this booking needs."
            case .notByPhone:
                "The telephone will not do for this one. Choose a room or a place in the community."
            }
        }
    }
}

/// Where a booking takes place: in a room, in none yet, or somewhere else.
enum BookedPlace: Equatable, Sendable {
    case room(Room.ID)
    /// It was to be in this room, which somebody else has.
    case waiting(for: Room.ID)
    case community(String)
    case phone

    var kind: String {
        switch self {
        case .room: "room"
        case .waiting: "waiting"
        case .community: "community"
        case .phone: "phone"
        }
    }

    var room: Room.ID? {
        switch self {
        case .room(let room), .waiting(let room): room
        case .community, .phone: nil
        }
    }

    var words: String? {
        switch self {
        case .community(let words): words
        case .room, .waiting, .phone: nil
        }
    }

    var isWaiting: Bool {
        switch self {
        case .waiting: true
        case .room, .community, .phone: false
        }
    }
}

extension Booking {
    /// *Link worker, Amara Okafor*; *Nurse*.
    var whose: String { who.map { "\(role), \($0.name)" } ?? role }

    /// *needs: clinical, step-free*
    var need: String? {
        let all = (wants.map { [$0.name.lowercased()] } ?? []) + needs.map { $0.name.lowercased() }
        return all.isEmpty ? nil : "needs: \(all.joined(separator: ", "))"
    }

    /// Whether it stands at that moment: nobody ended it, and it is not over.
    func isAhead(of now: Date) -> Bool { end == nil && time.ends > now }
}

extension Reader {
    /// Bookings as somebody may see them whose cases are these. `booking` and
    /// `booked_place` are in the query.
    func bookings(_ condition: SQL, cases mine: SQL = "FALSE") throws -> [Booking] {
        let found = try rows(
            """
            SELECT booking.id, booking.practice, booking.role, booking.member, member.name AS member_name,
                CASE WHEN booking."case" IN (SELECT "case".id FROM "case" WHERE \(mine)) THEN booking."case" END
                    AS own_case, booking.wants, booking.standing, booking.made_at, booked_place.kind,
                booked_place.room, booked_place.words, from_quarter, until_quarter, booking_end.kind AS end_kind
            FROM booked_place
            JOIN booking ON booking.id = booked_place.booking
            LEFT JOIN member ON member.id = booking.member
            LEFT JOIN booking_end ON booking_end.booking = booking.id
            WHERE booked_place.replaced_by IS NULL AND \(condition)
            ORDER BY from_quarter, until_quarter, booking.id
            """
        )
        let ids: [Booking.ID] = try found.map { try $0("id") }
        let needs: [(Booking.ID, Room.Feature)] = try rows(
            "SELECT booking, feature FROM booking_need WHERE booking IN (\(each: ids)) ORDER BY feature"
        ).map { try ($0("booking"), $0("feature")) }
        let needed = Dictionary(grouping: needs, by: \.0).mapValues { $0.map(\.1) }
        return try found.map { try Booking($0, needs: needed[$0("id")] ?? []) }
    }
}

extension Booking {
    fileprivate init(_ row: Row, needs: [Room.Feature]) throws {
        let (member, name): (Member.ID?, String?) = try (row("member"), row("member_name"))
        try self.init(
            id: row("id"),
            practice: row("practice"),
            role: row("role"),
            who: member.map { Who(id: $0, name: name ?? "") },
            ownCase: row("own_case"),
            wants: row("wants"),
            needs: needs,
            standing: row("standing"),
            place: BookedPlace(row),
            time: RoomTime(from: row("from_quarter"), until: row("until_quarter")),
            end: row("end_kind"),
            madeAt: row("made_at")
        )
    }
}

extension BookedPlace {
    fileprivate init(_ row: Row) throws {
        let (kind, room, words): (String, Room.ID?, String?) = try (row("kind"), row("room"), row("words"))
        switch (kind, room) {
        case ("room", let room?): self = .room(room)
        case ("waiting", let room?): self = .waiting(for: room)
        case ("community", _): self = .community(words ?? "")
        default: self = .phone
        }
    }
}
