import Foundation
import Kernel
import Store

/// Saying which link worker is at which practice, from when, on which days, for
/// whoever looks after Belong at the command line.
package struct Placements: Sendable {
    let store: any Store

    package init(store: any Store) {
        self.store = store
    }

    /// What there is to say of a placement that begins.
    package struct Terms: Sendable {
        let employer: Organisation.ID
        let funder: Organisation.ID
        let supervisor: Member?
        let from: Day

        package init(
            employer: Organisation.ID,
            funder: Organisation.ID,
            supervisor: Member?,
            from: Day
        ) {
            self.employer = employer
            self.funder = funder
            self.supervisor = supervisor
            self.from = from
        }
    }

    package enum Refused: Refusal {
        case notALinkWorker
        case notASupervisor
        case placedAlready
        case notPlaced
        case endsBeforeItBegins

        package var sentence: String {
            switch self {
            case .notALinkWorker:
                "They are not a link worker at that practice. Give them the role first: belong member add."
            case .notASupervisor:
                "Whoever supervises needs the role of supervisor first: belong member add."
            case .placedAlready: "They are placed at that practice already. End that placement first."
            case .notPlaced: "They are not placed at that practice."
            case .endsBeforeItBegins: "A placement cannot end before it begins."
            }
        }
    }

    package func add(
        _ linkWorker: Member,
        at practice: Organisation,
        _ terms: Terms,
        now: Date = .now
    ) async throws {
        guard linkWorker.organisations(as: .linkWorker).contains(practice.id) else {
            throw Refused.notALinkWorker
        }
        if let supervisor = terms.supervisor, !supervisor.isA(.supervisor) { throw Refused.notASupervisor }
        try await store.write { work in
            guard try work.lasting(linkWorker.id, practice.id, on: terms.from) == nil else {
                throw Refused.placedAlready
            }
            let id = try work.place(
                linkWorker.id,
                at: practice.id,
                employer: terms.employer,
                funder: terms.funder,
                supervisor: terms.supervisor?.id,
                from: terms.from
            )
            try work.log(.changed, id, by: .keeper, at: now)
        }
    }

    /// Ends it on a day, which is its first day no more. Gives how many people
    /// need somebody then.
    package func end(
        _ linkWorker: Member,
        at practice: Organisation,
        on day: Day,
        now: Date = .now
    ) async throws -> Int {
        try await store.write { work in
            guard let (id, began) = try work.lasting(linkWorker.id, practice.id, on: day) else {
                throw Refused.notPlaced
            }
            guard began <= day else { throw Refused.endsBeforeItBegins }
            try work.endPlacements(of: linkWorker.id, at: practice.id, on: day)
            try work.log(.changed, id, by: .keeper, at: now)
            return try work.unheld(on: day, of: linkWorker.id, at: practice.id)
        }
    }

    /// Notes the hours of one weekday; nothing takes the day away. What was said before stays.
    package func attend(
        _ linkWorker: Member,
        at practice: Organisation,
        on weekday: Weekday,
        _ hours: Hours?,
        now: Date = .now
    ) async throws {
        try await store.write { work in
            guard let (id, _) = try work.lasting(linkWorker.id, practice.id, on: Day(now)) else {
                throw Refused.notPlaced
            }
            try work.note(hours, on: weekday, of: id, at: now)
            try work.log(.changed, id, by: .keeper, at: now)
        }
    }
}

/// From when until when, and in which room, a link worker is at a practice.
package struct Hours: Sendable {
    let from: Int
    let until: Int
    let room: String

    /// There are none if the times are not like 09:00, or the wrong way round.
    package init?(from: String, until: String, room: String) {
        let room = room.trimmingSpaces()
        let (opens, closes) = (TimeOfDay.minute(from), TimeOfDay.minute(until))
        guard let from = opens, let until = closes, from < until, !room.isEmpty
        else {
            return nil
        }
        (self.from, self.until, self.room) = (from, until, room)
    }
}

extension Reader {
    /// The placement that is not over on that day, even if it begins later.
    fileprivate func lasting(
        _ linkWorker: Member.ID,
        _ practice: Organisation.ID,
        on day: Day
    ) throws -> (id: Placement.ID, began: Day)? {
        try rows(
            """
            SELECT id, began_on
            FROM placement
            WHERE link_worker = \(linkWorker) AND practice = \(practice)
                AND NOT EXISTS (
                    SELECT 1 FROM placement_end WHERE placement_end.placement = placement.id AND ended_on <= \(day))
            ORDER BY began_on
            LIMIT 1
            """
        ).first.map { try ($0("id"), $0("began_on")) }
    }
}

extension Writer {
    /// What was said at the same moment is said once.
    func note(_ hours: Hours?, on weekday: Weekday, of placement: Placement.ID, at now: Date) throws {
        try run(
            """
            INSERT INTO agreed_hours (placement, weekday, said_at, from_minute, until_minute, room)
            VALUES (\(placement), \(weekday.rawValue), \(now), \(hours?.from), \(hours?.until), \(hours?.room))
            ON CONFLICT (placement, weekday, said_at) DO UPDATE
                SET from_minute = excluded.from_minute, until_minute = excluded.until_minute, room = excluded.room
            """
        )
    }
}
