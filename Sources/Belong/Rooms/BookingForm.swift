import Foundation
import Kernel
import Web

/// A booking as it was typed.
struct BookingForm: Decodable, Sendable {
    var practice: String?
    var `case`: String?
    var room: String?
    var day: String?
    var from: String?
    var until: String?
    /// A link worker with an account.
    var who: String?
    /// Anybody else, by what they do.
    var role: String?
    var wants: String?
    var needs: [String]?
    var weekly: String?
    var lastDay: String?
    var anyway: [String]?

    enum Read: Sendable {
        case once(Bookings.Asked)
        case weekly(StandingBooking.Asked)
    }

    /// What it asks for, or everything that must be put right first. Whoever does not
    /// keep the rooms books for themselves.
    func read(for me: Member.ID, keeps: Bool, at now: Date) throws(Problems) -> Read {
        var problems = Problems()
        let room = problems.unless(room.flatMap { Room.ID($0) }, "room", "Choose a room")
        let day = problems.unless(Day(typed: day ?? ""), "day", "Enter the day, like 14 4 2026")
        let from = problems.unless(TimeOfDay.minute(from ?? ""), "from", "Enter from when, like 10:00")
        let until = problems.unless(TimeOfDay.minute(until ?? ""), "until", "Enter until when, like 11:00")
        if let day, day < Day(now) { problems.add("day", "That day has been") }
        if let day, day.number - Day(now).number > 400 {
            problems.add("day", "Rooms are booked for a year ahead at most")
        }
        let time = Self.time(day, from, until, &problems)
        let whose = whose(me, keeps, &problems)
        let last = problems.optional(lastDay, "lastDay", "Enter the last day, like 14 7 2026") {
            Day(typed: $0)
        }
        if let day, let last, last < day { problems.add("lastDay", "The last day is before the first") }
        let isWeekly = weekly == "yes"
        if isWeekly, ownCase != nil {
            problems.add("weekly", "A room for one of your people is booked one time after the other")
        }
        guard let room, let day, let from, let until, let time, let practice = practiceID,
            problems.list.isEmpty
        else { throw problems }
        let wants = wants.flatMap(Room.Feel.init)
        if isWeekly {
            return .weekly(
                StandingBooking.Asked(
                    practice: practice,
                    room: room,
                    weekday: day.weekday,
                    from: from,
                    until: until == 0 ? 1440 : until,
                    role: whose.role,
                    who: whose.who,
                    wants: wants,
                    first: day,
                    last: last
                )
            )
        }
        return .once(
            Bookings.Asked(
                practice: practice,
                room: room,
                time: time,
                role: whose.role,
                who: whose.who,
                ownCase: ownCase,
                wants: wants,
                needs: Set((needs ?? []).compactMap(Room.Feature.init)),
                anyway: anyway?.contains("yes") ?? false
            )
        )
    }

    var practiceID: Organisation.ID? { practice.flatMap { Organisation.ID($0) } }
    var ownCase: Case.ID? { self.case.flatMap { Case.ID($0) } }

    private static func time(
        _ day: Day?,
        _ from: Int?,
        _ until: Int?,
        _ problems: inout Problems
    ) -> RoomTime? {
        guard let day, let from, let until else { return nil }
        do {
            return try RoomTime(day, from: from, until: until)
        } catch {
            problems.add(error == .wrongWayRound ? "until" : "from", error.sentence)
            return nil
        }
    }

    private func whose(
        _ me: Member.ID,
        _ keeps: Bool,
        _ problems: inout Problems
    ) -> (role: String, who: Member.ID?) {
        let linkWorker = Role.linkWorker.title
        guard keeps, ownCase == nil else { return (linkWorker, me) }
        if let who = who.flatMap({ Member.ID($0) }) { return (linkWorker, who) }
        let role = problems.text(role, "role", "Say for whom: GP, nurse, pharmacist", upTo: 60)
        return (role ?? "", nil)
    }
}
