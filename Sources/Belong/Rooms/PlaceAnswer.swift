import Foundation
import Kernel
import Store

/// *Was the place right?*, asked of both who were there, one tap each. What either says
/// stands beside the other's, and counts for where people are met, never against whoever
/// met them there (journeys, V6).
enum PlaceAnswer: String, CaseIterable, Sendable, Column {
    case right
    case allRight = "all_right"
    case wrong

    var name: String {
        switch self {
        case .right: "It felt right"
        case .allRight: "It was all right"
        case .wrong: "Somewhere else, please"
        }
    }

    /// As the link worker says it.
    var ownName: String {
        switch self {
        case .right: "Yes"
        case .allRight: "Not quite"
        case .wrong: "No"
        }
    }

    enum Voice: String, Sendable, Column {
        case person
        case linkWorker = "link_worker"
    }

    /// It is asked for so many days afterwards.
    static let asked = 14

    /// How often one kind of place was answered in one way.
    struct Count: Equatable, Sendable {
        /// *clinical*, *homely*, *community*.
        let place: String
        let wants: Room.Feel?
        let voice: Voice
        let answer: PlaceAnswer
        let times: Int
    }
}

extension Bookings {
    /// The link worker's own word on where they met somebody.
    func say(_ answer: PlaceAnswer, of id: Booking.ID, at now: Date = .now) async throws {
        let me = member.id
        try await store.write { work in
            try work.take(id)
            let booking = try find(id, in: work, at: now)
            guard booking.who?.id == me, booking.ownCase != nil, booking.mayBeAsked(at: now) else {
                throw Missing()
            }
            try work.keep(answer, of: id, from: me, at: now)
            try work.log(.changed, id, by: me, at: now)
        }
    }
}

/// The person's own word, behind their own link.
struct OwnPlaceAnswers: Sendable {
    let store: any Store

    struct Asked: Sendable {
        let booking: Booking.ID
        /// *Tuesday 14 April, Garden room*
        let words: String
        let answer: PlaceAnswer?
    }

    func asked(_ token: String, at now: Date = .now) async throws -> Asked? {
        try await store.read { view in
            try view.askedPlace(view.opened(token, .ownPage, at: now), at: now)
        }
    }

    func say(_ answer: PlaceAnswer, of booking: Booking.ID, _ token: String, at now: Date = .now) async throws
    {
        try await store.write { work in
            let id: Case.ID = try work.opened(token, .ownPage, at: now)
            try work.take(booking)
            guard try work.askedPlace(id, at: now)?.booking == booking else { throw Missing() }
            let person: Person.ID? = try work.value("SELECT person FROM \"case\" WHERE id = \(id)")
            try work.keep(answer, of: booking, from: nil, at: now)
            try work.log(.changed, booking, about: person, by: .person, at: now)
        }
    }
}

extension Booking {
    /// It has taken place, somewhere one can be, and not too long ago.
    func mayBeAsked(at now: Date) -> Bool {
        let wasSomewhere = place != .phone && !place.isWaiting
        return end == nil && wasSomewhere && time.ends <= now
            && time.ends > now.addingTimeInterval(-Double(PlaceAnswer.asked) * 86_400)
    }
}

extension Reader {
    /// The last time they met in a place, if it is not long ago.
    fileprivate func askedPlace(_ id: Case.ID, at now: Date) throws -> OwnPlaceAnswers.Asked? {
        let met = try bookings("booking.\"case\" = \(id)").last { $0.mayBeAsked(at: now) }
        guard let met else { return nil }
        let room = try met.place.room.flatMap { try self.room($0)?.name }
        let answer: PlaceAnswer? = try value(
            """
            SELECT answer FROM place_answer
            WHERE booking = \(met.id) AND voice = 'person' AND replaced_by IS NULL
            """
        )
        let place = met.place.words ?? room ?? ""
        let words = [met.time.day.spoken, place].filter { !$0.isEmpty }.joined(separator: ", ")
        return OwnPlaceAnswers.Asked(booking: met.id, words: words, answer: answer)
    }

    /// How people and link workers found the places they met in, over some time: the
    /// everyday record that *was the place suitable* is read from. Counts, and nobody.
    func placeAnswers(at practice: Organisation.ID, from: Day, before: Day) throws -> [PlaceAnswer.Count] {
        let time = RoomTime(days: from, before: before)
        return try rows(
            """
            SELECT COALESCE(room_description.feel, booked_place.kind) AS place, wants, voice, answer,
                COUNT(*) AS times
            FROM place_answer
            JOIN booking ON booking.id = place_answer.booking
            JOIN booked_place ON booked_place.booking = booking.id AND booked_place.replaced_by IS NULL
            LEFT JOIN room_description ON room_description.room = booked_place.room
                AND room_description.replaced_by IS NULL
            WHERE place_answer.replaced_by IS NULL AND booked_place.practice = \(practice)
                AND from_quarter >= \(time.from) AND from_quarter < \(time.until)
            GROUP BY COALESCE(room_description.feel, booked_place.kind), wants, voice, answer
            ORDER BY place, wants, voice, answer
            """
        ).map { row in
            try PlaceAnswer.Count(
                place: row("place"),
                wants: row("wants"),
                voice: row("voice"),
                answer: row("answer"),
                times: row("times")
            )
        }
    }
}

extension Writer {
    fileprivate func keep(
        _ answer: PlaceAnswer,
        of booking: Booking.ID,
        from member: Member.ID?,
        at now: Date
    ) throws {
        let (id, voice) = (Key<PlaceAnswer>(at: now), member == nil ? "person" : "link_worker")
        try run(
            """
            UPDATE place_answer SET replaced_by = \(id)
            WHERE booking = \(booking) AND voice = \(voice) AND replaced_by IS NULL
            """
        )
        try run(
            """
            INSERT INTO place_answer (id, booking, voice, answer, said_at, said_by)
            VALUES (\(id), \(booking), \(voice), \(answer), \(now), \(member))
            """
        )
    }
}
