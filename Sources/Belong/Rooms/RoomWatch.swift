import Foundation
import Kernel
import Store

/// Lays out what is booked for every week, and tells whoever keeps the rooms, once,
/// that a booking within seven days has no room.
package struct RoomWatch: Sendable {
    let store: any Store
    let site: WebAddress

    /// So many days ahead a clash is raised.
    static let ahead = 7

    package init(store: any Store, site: WebAddress) {
        self.store = store
        self.site = site
    }

    /// Gives how many clashes were told of.
    @discardableResult
    package func round(at now: Date = .now) async throws -> Int {
        let standing = try await store.read { view in
            let makers: [StandingBooking.ID: Member.ID] = try Dictionary(
                uniqueKeysWithValues: view.rows("SELECT id, made_by FROM standing_booking")
                    .map { try ($0("id"), $0("made_by")) }
            )
            return try view.standingBookings("TRUE").map { ($0, makers[$0.id]) }
        }
        for case (let booking, let maker?) in standing {
            try await store.write { try $0.layOut(booking, by: maker, at: now) }
        }
        let site = site
        return try await store.write { try $0.raiseClashes(site, at: now) }
    }
}

extension Writer {
    fileprivate func raiseClashes(_ site: WebAddress, at now: Date) throws -> Int {
        let (from, until) = (
            RoomTime.quarter(of: now),
            RoomTime.quarter(of: London.instant(Day(now).advanced(by: RoomWatch.ahead + 1), hour: 0))
        )
        let found: [(Key<BookedPlace>, Organisation.ID)] = try rows(
            """
            SELECT booked_place.id, booked_place.practice
            FROM booked_place
            WHERE replaced_by IS NULL AND kind = 'waiting' AND from_quarter >= \(from) AND from_quarter < \(until)
                AND NOT EXISTS (SELECT 1 FROM booking_end WHERE booking_end.booking = booked_place.booking)
                AND NOT EXISTS (SELECT 1 FROM clash_notice WHERE clash_notice.place = booked_place.id)
            ORDER BY booked_place.id
            """
        ).map { try ($0("id"), $0("practice")) }
        var raised: [Organisation.ID: Int] = [:]
        for (place, practice) in found {
            let isNew =
                try run(
                    """
                    INSERT INTO clash_notice (place, told_at) VALUES (\(place), \(now))
                    ON CONFLICT (place) DO NOTHING
                    """
                ) == 1
            if isNew { raised[practice, default: 0] += 1 }
        }
        for (practice, count) in raised { try tellKeepers(of: practice, count, site, at: now) }
        return raised.values.reduce(0, +)
    }

    private func tellKeepers(
        of practice: Organisation.ID,
        _ count: Int,
        _ site: WebAddress,
        at now: Date
    ) throws {
        let managers: [String] = try values(
            """
            SELECT DISTINCT member.email
            FROM membership
            JOIN member ON member.id = membership.member
            WHERE membership.organisation = \(practice) AND role = 'practice_manager'
                AND \(Member.Membership.current)
            """
        )
        for email in managers {
            let message = Message(
                id: Message.ID(at: now),
                channel: .email,
                recipient: email,
                subject: "\(count.counted("booking")) without a room within a week",
                body: "Somebody at your practice has no room within the next seven days. What each could be "
                    + "offered, and who loses least, stands here: \(site)/rooms?practice=\(practice)",
                dueAt: now
            )
            try add(message, about: nil, by: nil, at: now)
        }
    }
}
