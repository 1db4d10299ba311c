import Foundation
import Kernel
import Store

extension Span {
    /// The whole days in it that are over, or begun.
    var days: ClosedRange<Int> {
        let (first, last) = (Day(from).number + 1, Day(at).number)
        return first...max(first, last)
    }
}

extension Reader {
    /// The days each placement was agreed to be at the practice: what stood of each weekday when the day came.
    func agreedDays(_ ground: Ground, _ span: Span) throws -> [Placement.ID: Set<Day>] {
        let said = try rows(
            """
            WITH \(ground.scoped)
            SELECT agreed_hours.placement, weekday, said_at, from_minute, placement.began_on, placement_end.ended_on
            FROM scoped
            JOIN placement ON placement.id = scoped.id
            JOIN agreed_hours ON agreed_hours.placement = scoped.id AND said_at <= \(span.at)
            LEFT JOIN placement_end ON placement_end.placement = scoped.id
            ORDER BY said_at
            """
        ).map(AgreedHours.init)
        return Dictionary(grouping: said, by: \.placement).mapValues { said in
            Set(span.days.map(Day.init(number:)).filter { day in said.isAgreed(day) })
        }
    }

    /// The days on which something shows the link worker at the practice.
    func daysThere(_ ground: Ground, _ span: Span) throws -> [Placement.ID: Set<Day>] {
        let seen: [(Placement.ID, Date)] = try rows(
            """
            WITH \(ground.scoped)
            SELECT scoped.id AS placement, diary_entry.begins_at AS at
            FROM scoped
            JOIN diary_entry ON diary_entry.member = scoped.link_worker AND diary_entry.practice = scoped.practice
                AND diary_entry.kind IN ('practice', 'meeting', 'supervision', 'call', 'video')
                AND diary_entry.begins_at > \(span.from) AND diary_entry.begins_at <= \(span.at)
            WHERE \(stands(span))
            UNION ALL
            SELECT scoped.id, contact.began_at
            FROM scoped
            JOIN "case" ON "case".practice = scoped.practice
            JOIN contact ON contact."case" = "case".id AND contact.written_by = scoped.link_worker
                AND contact.mode = 'practice' AND contact.began_at > \(span.from) AND contact.began_at <= \(span.at)
                AND contact.written_at <= \(span.at)
            """
        ).map { try ($0("placement"), $0("at")) }
        let booked: [(Placement.ID, Date)] = try rows(
            """
            WITH \(ground.scoped)
            SELECT scoped.id AS placement, booked_place.from_quarter
            FROM scoped
            JOIN booking ON booking.member = scoped.link_worker
            JOIN booked_place ON booked_place.booking = booking.id AND booked_place.practice = scoped.practice
                AND booked_place.kind = 'room' AND booked_place.placed_at <= \(span.at)
                AND booked_place.from_quarter > \(RoomTime.quarter(of: span.from))
                AND booked_place.from_quarter <= \(RoomTime.quarter(of: span.at))
            LEFT JOIN booking_end ON booking_end.booking = booking.id AND booking_end.kind = 'cancelled'
                AND booking_end.ended_at <= \(span.at)
            WHERE booking_end.booking IS NULL AND \(placed(span))
            """
        ).map {
            try (
                $0("placement"),
                Date(timeIntervalSince1970: Double($0("from_quarter") as Int) * RoomTime.length)
            )
        }
        return Dictionary(grouping: seen + booked, by: \.0).mapValues { Set($0.map { Day($0.1) }) }
    }

    /// Where and when a booking was at that instant, before it was moved.
    private func placed(_ span: Span) -> SQL {
        """
        NOT EXISTS (
            SELECT 1 FROM booked_place AS later
            WHERE later.id = booked_place.replaced_by AND later.placed_at <= \(span.at))
        """
    }

    /// An entry as the diary had it at that instant, and not cancelled then.
    private func stands(_ span: Span) -> SQL {
        """
        diary_entry.made_at <= \(span.at)
            AND NOT EXISTS (
                SELECT 1 FROM diary_entry AS later
                WHERE later.id = diary_entry.replaced_by AND later.made_at <= \(span.at))
            AND NOT EXISTS (
                SELECT 1 FROM diary_cancelling
                WHERE diary_cancelling.entry = diary_entry.id AND cancelled_at <= \(span.at))
        """
    }

    /// What was agreed for the community in a week, as it was said over time.
    func agreedCommunity(_ ground: Ground, _ span: Span) throws -> [Placement.ID: [CommunityWeeks.Agreed]] {
        let said = try rows(
            """
            WITH \(ground.scoped)
            SELECT scoped.id AS placement, agreed_week.community_minutes, agreed_week.agreed_at
            FROM scoped
            JOIN agreed_week ON agreed_week.member = scoped.link_worker AND agreed_week.agreed_at <= \(span.at)
            ORDER BY agreed_week.agreed_at, agreed_week.id
            """
        ).map { row -> (Placement.ID, CommunityWeeks.Agreed) in
            try (
                row("placement"),
                CommunityWeeks.Agreed(minutes: row("community_minutes"), at: row("agreed_at"))
            )
        }
        return Dictionary(grouping: said, by: \.0).mapValues { $0.map(\.1) }
    }

    /// The time of each placement's link worker as their diary had it: kinds and times, and nobody in it.
    func plannedTime(_ ground: Ground, _ span: Span) throws -> [Placement.ID: [CommunityWeeks.Entry]] {
        let entries = try rows(
            """
            WITH \(ground.scoped)
            SELECT scoped.id AS placement, kind, begins_at, ends_at
            FROM scoped
            JOIN diary_entry ON diary_entry.member = scoped.link_worker
                AND diary_entry.begins_at > \(span.from) AND diary_entry.ends_at <= \(span.at)
            WHERE \(stands(span))
            """
        ).map { row -> (Placement.ID, CommunityWeeks.Entry) in
            let kind: String = try row("kind")
            return try (
                row("placement"),
                CommunityWeeks.Entry(
                    isCommunity: kind == "community",
                    from: row("begins_at"),
                    until: row("ends_at")
                )
            )
        }
        return Dictionary(grouping: entries, by: \.0).mapValues { $0.map(\.1) }
    }
}

/// What was said once of one weekday of a placement.
private struct AgreedHours {
    let placement: Placement.ID
    let weekday: Int
    let said: Day
    let isThere: Bool
    let began: Day
    let ended: Day?

    init(_ row: Row) throws {
        let from: Int? = try row("from_minute")
        placement = try row("placement")
        weekday = try row("weekday")
        said = Day(try row("said_at") as Date)
        isThere = from != nil
        began = try row("began_on")
        ended = try row("ended_on")
    }
}

extension [AgreedHours] {
    /// Whether the last that was said of that weekday until then was that they are there.
    fileprivate func isAgreed(_ day: Day) -> Bool {
        guard let said = last(where: { $0.weekday == day.weekday.rawValue && $0.said <= day }) else {
            return false
        }
        return said.isThere && said.began <= day && (said.ended.map { day < $0 } ?? true)
    }
}
