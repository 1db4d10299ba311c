import Foundation
import Kernel
import Store

/// The hours a link worker and whoever supervises them agreed for a week. Either
/// of the two writes it; what it was before is kept.
struct AgreedWeeks: Sendable {
    let store: any Store
    let member: Member

    /// Whose weeks one agrees: one's own, and those one supervises.
    struct Line: Sendable {
        let who: Worry.Named
        let hours: WeekHours
    }

    func lines(of day: Day, at now: Date = .now) async throws -> [Line] {
        let (theirs, today) = (theirs, Day(now))
        let (begin, end) = (
            London.instant(day.monday, hour: 0), London.instant(day.monday.advanced(by: 7), hour: 0)
        )
        return try await store.read { view in
            let people = try view.rows(
                """
                SELECT DISTINCT member.id, member.name
                FROM placement
                JOIN member ON member.id = placement.link_worker
                WHERE \(theirs) AND \(Placement.current(on: today))
                ORDER BY member.name, member.id
                """
            ).map { try Worry.Named(id: $0("id"), name: $0("name")) }
            return try people.map { who in
                let entries = try view.bare(of: who.id, from: begin, before: end)
                return try Line(who: who, hours: WeekHours(entries, agreed: view.agreedWeek(of: who.id)))
            }
        }
    }

    func agree(_ hours: WeekHours.Agreed, for who: Member.ID, at now: Date = .now) async throws {
        let (theirs, me, today) = (theirs, member.id, Day(now))
        try await store.write { work in
            let isTheirs = try work.has(
                """
                SELECT placement.id FROM placement
                WHERE placement.link_worker = \(who) AND \(theirs) AND \(Placement.current(on: today))
                """
            )
            guard isTheirs else { throw Missing() }
            let id = Key<AgreedWeeks>(at: now)
            try work.run(
                "UPDATE agreed_week SET replaced_by = \(id) WHERE member = \(who) AND replaced_by IS NULL"
            )
            try work.run(
                """
                INSERT INTO agreed_week (id, member, people_minutes, community_minutes, team_minutes, agreed_at,
                    agreed_by)
                VALUES (\(id), \(who), \(hours.people), \(hours.community), \(hours.team), \(now), \(me))
                """
            )
            try work.log(.changed, id, by: me, at: now)
        }
    }

    private var theirs: SQL {
        let own: SQL = member.isA(.linkWorker) ? "placement.link_worker = \(member.id)" : "FALSE"
        let supervised: SQL = member.isA(.supervisor) ? "placement.supervisor = \(member.id)" : "FALSE"
        return "(\(own) OR \(supervised))"
    }
}

extension Reader {
    func agreedWeek(of member: Member.ID) throws -> WeekHours.Agreed? {
        try rows(
            """
            SELECT people_minutes, community_minutes, team_minutes
            FROM agreed_week
            WHERE member = \(member) AND replaced_by IS NULL
            """
        ).first.map {
            try WeekHours.Agreed(
                people: $0("people_minutes"),
                community: $0("community_minutes"),
                team: $0("team_minutes")
            )
        }
    }

    /// Somebody's week without any person in it: kinds, times and practices, no more.
    func bare(of member: Member.ID, from begin: Date, before end: Date) throws -> [DiaryEntry] {
        try all(
            """
            SELECT \(DiaryEntry.columns)
            FROM diary_entry
            JOIN member AS owner ON owner.id = diary_entry.member
            JOIN member AS maker ON maker.id = diary_entry.made_by
            LEFT JOIN "case" ON FALSE
            LEFT JOIN particulars ON FALSE
            LEFT JOIN organisation ON organisation.id = diary_entry.practice
            LEFT JOIN diary_cancelling ON diary_cancelling.entry = diary_entry.id
            LEFT JOIN diary_missing ON diary_missing.entry = diary_entry.id
            WHERE diary_entry.member = \(member) AND diary_entry.replaced_by IS NULL
                AND diary_entry.begins_at >= \(begin) AND diary_entry.begins_at < \(end)
            ORDER BY diary_entry.begins_at, diary_entry.id
            """
        )
    }
}
