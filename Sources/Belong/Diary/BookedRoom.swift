import Foundation
import Kernel
import Store
import Web

/// The room that is booked for something in the diary: found by who, whom and when, so
/// that neither has to be kept up with the other.
struct BookedRoom: Sendable {
    let booking: Booking.ID
    let words: String
}

extension Reader {
    /// A booking of one's own for that person over that time, where the entry is at a practice.
    func bookedRoom(for plan: DiaryEntry.Plan, of linkWorker: Member.ID) throws -> BookedRoom? {
        guard plan.kind == .practice, let caseID = plan.caseID else { return nil }
        let (from, until) = (RoomTime.quarter(of: plan.beginsAt), RoomTime.quarter(of: plan.endsAt - 1) + 1)
        return try rows(
            """
            SELECT booking.id, booked_place.kind, room_description.name
            FROM booking
            JOIN booked_place ON booked_place.booking = booking.id AND booked_place.replaced_by IS NULL
            LEFT JOIN room_description ON room_description.room = booked_place.room
                AND room_description.replaced_by IS NULL
            WHERE booking.member = \(linkWorker) AND booking."case" = \(caseID)
                AND booked_place.from_quarter < \(until) AND booked_place.until_quarter > \(from)
                AND NOT EXISTS (SELECT 1 FROM booking_end WHERE booking_end.booking = booking.id)
            ORDER BY booked_place.from_quarter, booking.id
            LIMIT 1
            """
        ).first.map { row in
            let (kind, name): (String, String?) = try (row("kind"), row("name"))
            let words =
                switch kind {
                case "room": name ?? "A room"
                case "waiting": "\(name ?? "A room"): somebody else has it, and it is being settled"
                case "phone": "By telephone instead"
                default: "In a community place instead"
                }
            return try BookedRoom(booking: row("id"), words: words)
        }
    }
}

extension DiaryEntryPage {
    /// The room, or the way to one with what is known filled in.
    var room: HTML? {
        guard entry.plan.kind == .practice, let caseID = entry.plan.caseID, let practice = entry.plan.practice
        else {
            return nil
        }
        if let booked {
            return "<p>Room: <a href=\"/bookings/\(booked.booking)\">\(booked.words)</a></p>"
        }
        guard entry.stands, isMine else { return nil }
        let (begins, ends) = (entry.plan.beginsAt, entry.plan.endsAt)
        let time = "day=\(Day(begins))&from=\(London.time(begins))&until=\(London.time(ends))"
        let path = "/bookings/new?practice=\(practice)&case=\(caseID)&\(time)"
        return "<p>No room is booked for it. <a href=\"\(path)\">Book one</a></p>"
    }
}
