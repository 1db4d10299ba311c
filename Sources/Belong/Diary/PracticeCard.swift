import Foundation
import Kernel
import Store

/// What is particular about a practice, as a note its colleagues keep: the door
/// code's keeper, when the meeting is, which room is cold.
struct PracticeCard: Sendable {
    let practice: Organisation.ID
    let name: String
    let words: String
    let writtenBy: String?
    let writtenAt: Date?
    /// In today, from when to when.
    let presence: String
}

/// The cards of the practices this member works in or is placed with.
struct PracticeCards: Sendable {
    let store: any Store
    let member: Member

    func write(_ words: String, of practice: Organisation.ID, at now: Date = .now) async throws {
        let (me, mine) = (member.id, member.practices)
        try await store.write { work in
            let isPlaced = try work.placements(of: me, on: Day(now)).contains(practice)
            guard isPlaced || mine.contains(practice) else { throw Missing() }
            let id = Key<PracticeCard>(at: now)
            try work.run(
                "UPDATE practice_card SET replaced_by = \(id) WHERE practice = \(practice) AND replaced_by IS NULL"
            )
            try work.run(
                """
                INSERT INTO practice_card (id, practice, words, written_at, written_by)
                VALUES (\(id), \(practice), \(words), \(now), \(me))
                """
            )
            try work.log(.changed, id, by: me, at: now)
        }
    }

    func card(of practice: Organisation.ID, at now: Date = .now) async throws -> PracticeCard {
        let (me, mine) = (member.id, member.practices)
        return try await store.read { view in
            let isPlaced = try view.placements(of: me, on: Day(now)).contains(practice)
            guard isPlaced || mine.contains(practice) else { throw Missing() }
            let row = try view.rows(
                """
                SELECT organisation.id AS practice, organisation.name, practice_card.words, written_at,
                    member.name AS writer
                FROM organisation
                LEFT JOIN practice_card ON practice_card.practice = organisation.id
                    AND practice_card.replaced_by IS NULL
                LEFT JOIN member ON member.id = practice_card.written_by
                WHERE organisation.id = \(practice)
                """
            ).first
            guard let row else { throw Missing() }
            return try PracticeCard(row, presence: "")
        }
    }
}

extension PracticeCard {
    fileprivate init(_ row: Row, presence: String) throws {
        practice = try row("practice")
        name = try row("name")
        words = try row("words") ?? ""
        writtenBy = try row("writer")
        writtenAt = try row("written_at")
        self.presence = presence
    }
}

extension Reader {
    /// One card for each practice where a link worker is placed on a day, with when they are there.
    func practiceCards(of linkWorker: Member.ID, on day: Day) throws -> [PracticeCard] {
        let end = London.instant(day.advanced(by: 1), hour: 0)
        return try rows(
            """
            SELECT organisation.id AS practice, organisation.name, practice_card.words, written_at,
                member.name AS writer, hours.from_minute, hours.until_minute, hours.room
            FROM placement
            JOIN organisation ON organisation.id = placement.practice
            LEFT JOIN practice_card ON practice_card.practice = organisation.id
                AND practice_card.replaced_by IS NULL
            LEFT JOIN member ON member.id = practice_card.written_by
            LEFT JOIN (\(Presence.agreed(at: end))) AS hours
                ON hours.placement = placement.id AND hours.weekday = \(day.weekday.rawValue)
            WHERE placement.link_worker = \(linkWorker) AND \(Placement.current(on: day))
            ORDER BY organisation.name, organisation.id
            """
        ).map { row in
            let (from, until, room): (Int?, Int?, String?) = try (
                row("from_minute"), row("until_minute"), row("room")
            )
            guard let from, let until else { return try PracticeCard(row, presence: "") }
            let hours = "you are here today, \(TimeOfDay.clock(from)) to \(TimeOfDay.clock(until))"
            let there = (room ?? "").isEmpty ? hours : "\(hours), \(room ?? "")"
            return try PracticeCard(row, presence: there)
        }
    }
}
