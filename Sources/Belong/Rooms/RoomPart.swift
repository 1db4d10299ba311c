import Kernel
import Store
import Web

extension CasePart {
    /// Where a room for meeting somebody is booked, from their page; and for a copy of
    /// their record, where they were met and how they found it.
    static let rooms = CasePart(
        record: { view, found in try view.whereTheyMet(found.id) },
        openWays: { found in [Place("Book a room to meet in", "/bookings/new?case=\(found.id)")] }
    )
}

extension Reader {
    fileprivate func whereTheyMet(_ id: Case.ID) throws -> [Passage] {
        let rooms = try passages(
            "booking",
            """
            SELECT booked_place.id, placed_at AS at, booked_place.kind, booked_place.words, from_quarter, until_quarter,
                room_description.name AS room_name
            FROM booked_place
            JOIN booking ON booking.id = booked_place.booking
            LEFT JOIN room_description ON room_description.room = booked_place.room
                AND room_description.replaced_by IS NULL
            WHERE booking."case" = \(id)
            """
        ) { row in
            let time = try RoomTime(from: row("from_quarter"), until: row("until_quarter"))
            let (kind, words, room): (String, String?, String?) = try (
                row("kind"), row("words"), row("room_name")
            )
            let place = kind == "phone" ? "on the telephone" : words ?? room ?? ""
            return ["Where you were to meet": "\(time.spoken): \(place)"]
        }
        let answers = try passages(
            "place answer",
            """
            SELECT place_answer.id, said_at AS at, voice, answer
            FROM place_answer
            JOIN booking ON booking.id = place_answer.booking
            WHERE booking."case" = \(id)
            """
        ) { row in
            let (voice, answer): (PlaceAnswer.Voice, PlaceAnswer) = try (row("voice"), row("answer"))
            return voice == .person
                ? ["Whether the place was right, as you said": answer.name]
                : ["Whether the place was right, as your link worker said": answer.ownName]
        }
        return rooms + answers
    }
}
