import Foundation
import Kernel
import Store

/// A colleague looking after one's people at one practice while one is away: from
/// the first day to the last they see and do what the link worker does, and
/// afterwards nothing (governance, 4.2: *during cover only*).
struct Cover: Identifiable, Sendable {
    let id: Key<Cover>
    let linkWorker: Worry.Named
    let coveredBy: Worry.Named
    let practice: String
    let from: Day
    let until: Day

    /// Longer than this is no cover but a hand-over (days).
    static let longest = 92

    enum Refused: Refusal {
        case notThere

        var sentence: String {
            "That colleague does not work in the same network as the practice. Choose another."
        }
    }

    /// Those that hold on a day. `cover` must be in the query.
    static func current(on day: Day) -> SQL {
        """
        cover.from_on <= \(day) AND cover.until_on >= \(day)
            AND NOT EXISTS (SELECT 1 FROM cover_end WHERE cover_end.cover = cover.id)
        """
    }
}

/// What is arranged, on its way into the store.
struct CoverAsked: Sendable {
    let linkWorker: Member.ID
    let practice: Organisation.ID
    let coveredBy: Member.ID
    let from: Day
    let until: Day
}

/// Arranging cover: for oneself, or as supervisor for a link worker who cannot.
struct Covers: Sendable {
    let store: any Store
    let member: Member

    /// A placement that may need cover, with the colleagues who could give it.
    struct Placed: Sendable {
        let linkWorker: Worry.Named
        let practice: Organisation.ID
        let practiceName: String
        let colleagues: [Worry.Named]
    }

    /// The placements this member may arrange cover for, and the cover there is:
    /// what they arranged or need, and what they give.
    func all(at now: Date = .now) async throws -> (placed: [Placed], covers: [Cover]) {
        let (theirs, me, today) = (theirs, member.id, Day(now))
        return try await store.read { view in
            let placed = try view.rows(
                """
                SELECT placement.link_worker, placement.practice, member.name, organisation.name AS practice_name
                FROM placement
                JOIN member ON member.id = placement.link_worker
                JOIN organisation ON organisation.id = placement.practice
                WHERE \(theirs) AND \(Placement.current(on: today))
                ORDER BY member.name, organisation.name
                """
            )
            let covers: [Cover] = try view.all(
                """
                SELECT \(Cover.columns)
                FROM \(Cover.tables)
                WHERE until_on >= \(today) AND NOT EXISTS (SELECT 1 FROM cover_end WHERE cover_end.cover = cover.id)
                    AND (covered_by = \(me) OR EXISTS (
                        SELECT 1 FROM placement
                        WHERE placement.link_worker = cover.link_worker
                            AND placement.practice = cover.practice AND \(theirs)))
                ORDER BY from_on, cover.id
                """
            )
            return (try placed.map { try view.placed($0, on: today) }, covers)
        }
    }

    func arrange(_ asked: CoverAsked, at now: Date = .now) async throws {
        let (theirs, me, today) = (theirs, member.id, Day(now))
        try await store.write { work in
            let isTheirs = try work.has(
                """
                SELECT placement.id
                FROM placement
                WHERE placement.link_worker = \(asked.linkWorker) AND placement.practice = \(asked.practice)
                    AND \(theirs) AND \(Placement.current(on: today))
                """
            )
            guard isTheirs else { throw Missing() }
            let colleagues = try work.colleagues(of: asked.linkWorker, near: asked.practice, on: today)
            guard colleagues.contains(where: { $0.id == asked.coveredBy }) else {
                throw Cover.Refused.notThere
            }
            let id = Cover.ID(at: now)
            try work.run(
                """
                INSERT INTO cover (id, link_worker, practice, covered_by, from_on, until_on, made_at, made_by)
                VALUES (\(id), \(asked.linkWorker), \(asked.practice), \(asked.coveredBy), \(asked.from),
                    \(asked.until), \(now), \(me))
                """
            )
            try work.log(.changed, id, by: me, at: now)
        }
    }

    /// Ends it early: whoever is away is back, or whoever covers cannot.
    func end(_ id: Cover.ID, at now: Date = .now) async throws {
        let (theirs, me) = (theirs, member.id)
        try await store.write { work in
            let isTheirs = try work.has(
                """
                SELECT cover.id
                FROM cover
                WHERE cover.id = \(id) AND (covered_by = \(me) OR EXISTS (
                    SELECT 1 FROM placement
                    WHERE placement.link_worker = cover.link_worker AND placement.practice = cover.practice
                        AND \(theirs)))
                """
            )
            guard isTheirs else { throw Missing() }
            try work.run(
                """
                INSERT INTO cover_end (cover, ended_at, ended_by)
                VALUES (\(id), \(now), \(me))
                ON CONFLICT (cover) DO NOTHING
                """
            )
            try work.log(.changed, id, by: me, at: now)
        }
    }

    /// The placements of the link worker themself, and of those they supervise.
    private var theirs: SQL {
        let own: SQL = member.isA(.linkWorker) ? "placement.link_worker = \(member.id)" : "FALSE"
        let supervised: SQL = member.isA(.supervisor) ? "placement.supervisor = \(member.id)" : "FALSE"
        return "(\(own) OR \(supervised))"
    }
}
