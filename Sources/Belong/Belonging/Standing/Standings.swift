import Foundation
import Kernel
import Store

/// Where link workers stand, for whoever may see it: their own placements; a practice's, a network's; and those one
/// supervises, once the link worker lets one see anything. Always by name, never in any other order.
struct Standings: Sendable {
    let store: any Store
    let member: Member

    /// One placement, as its head says it.
    struct Place: Sendable, Equatable {
        let placement: Placement.ID
        let linkWorker: Member.ID
        let name: String
        let practice: String
        let began: Day
        let onlooker: Onlooker
    }

    /// Whether this member has anything to look at here.
    static func isFor(_ member: Member) -> Bool {
        [.linkWorker, .practiceManager, .networkLead, .supervisor].contains(where: member.isA)
    }

    func catalogue(at now: Date = .now) async throws -> Catalogue {
        try await store.read { try $0.catalogue(at: now) }
    }

    func list(at now: Date = .now) async throws -> StandingsPage {
        let (places, me) = (theirs(on: Day(now)), member.id)
        return try await store.read { view in
            let lines = try places(view).map { place in
                let sixteen = try view.sixteen(
                    .placement(place.placement),
                    at: now,
                    by: place.onlooker,
                    now: now
                )[place.placement]
                return StandingsPage.Line(
                    place: place,
                    counts: sixteen?.counts ?? "",
                    isOwn: place.linkWorker == me
                )
            }
            return StandingsPage(lines: lines)
        }
    }

    /// One placement as of the end of a day. The look is noted.
    func page(_ id: Placement.ID, on day: Day?, at now: Date = .now) async throws -> PlacementPage {
        let today = Day(now)
        let day = min(day ?? today, today)
        let moment =
            day == today ? now : London.instant(day.advanced(by: 1), hour: 0).addingTimeInterval(-0.001)
        let (places, me) = (theirs(on: today), member.id)
        let page = try await store.read { view -> PlacementPage in
            guard let place = try places(view).first(where: { $0.placement == id }) else { throw Missing() }
            func sixteen(_ moment: Date) throws -> Sixteen {
                let read = try view.sixteen(.placement(id), at: moment, by: place.onlooker, now: now)
                guard let sixteen = read[id] else { throw Missing() }
                return sixteen
            }
            return try PlacementPage(
                here: place,
                isOwn: place.linkWorker == me,
                day: day,
                today: today,
                now: sixteen(moment),
                before: sixteen(moment.addingTimeInterval(-Double(PlacementPage.back) * 86_400)),
                burden: view.burden(of: id, at: moment),
                seers: view.seers(of: id, at: now)
            )
        }
        try await store.beside.write { work in
            try work.run(
                """
                INSERT INTO standing_look (id, placement, member, looked_at)
                VALUES (\(Key<PlacementPage>(at: now)), \(id), \(me), \(now))
                """
            )
            try work.log(.looked, id, by: me, at: now)
        }
        return page
    }

    /// Those of today that are this member's to see, by the names of practice and link worker.
    private func theirs(on day: Day) -> @Sendable (any Reader) throws -> [Place] {
        let me = member.id
        let practices = member.organisations(as: .practiceManager)
        let networks = member.organisations(as: .networkLead)
        let supervises = member.isA(.supervisor)
        return { view in
            try view.rows(
                """
                SELECT placement.id, placement.link_worker, member.name, organisation.name AS practice, began_on,
                    CASE WHEN placement.practice IN (\(each: practices)) THEN 1 ELSE 0 END AS manages,
                    CASE WHEN organisation.network IN (\(each: networks)) THEN 1 ELSE 0 END AS leads,
                    CASE WHEN placement.supervisor = \(me) AND \(supervises) THEN 1 ELSE 0 END AS supervises,
                    CASE WHEN EXISTS (
                        SELECT 1 FROM check_in_sharing
                        WHERE check_in_sharing.placement = placement.id AND audience = 'supervisor'
                            AND ended_at IS NULL)
                    THEN 1 ELSE 0 END AS shares
                FROM placement
                JOIN member ON member.id = placement.link_worker
                JOIN organisation ON organisation.id = placement.practice
                WHERE \(Placement.current(on: day))
                    AND (placement.link_worker = \(me) OR placement.supervisor = \(me)
                        OR placement.practice IN (\(each: practices)) OR organisation.network IN (\(each: networks)))
                ORDER BY organisation.name, member.name, placement.id
                """
            ).compactMap { try Place($0, for: me) }
        }
    }
}

extension Standings.Place {
    /// Nothing where the only way to it is supervision, and the link worker shares nothing with whoever supervises.
    fileprivate init?(_ row: Row, for me: Member.ID) throws {
        let linkWorker: Member.ID = try row("link_worker")
        func isTrue(_ column: String) throws -> Bool { try (row(column) as Int) == 1 }
        var audiences: Set<Confidant> = []
        if try isTrue("manages") { audiences.insert(.practice) }
        if try isTrue("leads") { audiences.insert(.network) }
        if try isTrue("supervises") && isTrue("shares") { audiences.insert(.supervisor) }
        guard linkWorker == me || !audiences.isEmpty else { return nil }
        try self.init(
            placement: row("id"),
            linkWorker: linkWorker,
            name: row("name"),
            practice: row("practice"),
            began: row("began_on"),
            onlooker: linkWorker == me ? .linkWorker : .colleague(audiences)
        )
    }
}

extension Reader {
    /// By name, everybody who may open this placement's page besides its link worker.
    fileprivate func seers(of placement: Placement.ID, at now: Date) throws -> [String] {
        try values(
            """
            SELECT DISTINCT member.name
            FROM placement
            JOIN organisation ON organisation.id = placement.practice
            JOIN membership ON (membership.role = 'practice_manager' AND membership.organisation = placement.practice)
                OR (membership.role = 'network_lead' AND membership.organisation = organisation.network)
                OR (membership.role = 'supervisor' AND membership.member = placement.supervisor AND EXISTS (
                    SELECT 1 FROM check_in_sharing
                    WHERE check_in_sharing.placement = placement.id AND audience = 'supervisor'
                        AND ended_at IS NULL))
            JOIN member ON member.id = membership.member
            WHERE placement.id = \(placement) AND member.id <> placement.link_worker AND \(Member.Membership.current)
            ORDER BY member.name
            """
        )
    }
}
