import Foundation
import Kernel
import Store

/// One link worker at one practice: the unit in which belonging is read. Who
/// employs, who pays, who supervises are four different questions (paper, line 3).
struct Placement: Identifiable, Sendable {
    let id: Key<Placement>
    let linkWorker: Member.ID
    let practice: Organisation.ID

    /// Those that have begun and not ended on a day, of somebody who is a link
    /// worker there still. `placement` must be in the query.
    static func current(on day: Day) -> SQL {
        """
        placement.began_on <= \(day)
            AND NOT EXISTS (
                SELECT 1 FROM placement_end
                WHERE placement_end.placement = placement.id AND placement_end.ended_on <= \(day))
            AND EXISTS (
                SELECT 1 FROM membership
                WHERE membership.member = placement.link_worker AND membership.organisation = placement.practice
                    AND membership.role = 'link_worker' AND \(Member.Membership.current))
        """
    }
}

extension Member {
    /// The practices this member works in, in whatever role.
    var practices: [Organisation.ID] {
        memberships.filter { $0.organisation.kind == .practice }.map(\.organisation.id)
    }

    /// The same with their names, each once.
    var places: [Organisation] {
        Set(memberships.map(\.organisation).filter { $0.kind == .practice }).sorted { $0.name < $1.name }
    }
}

extension Reader {
    func isPlaced(_ linkWorker: Member.ID, at practice: Organisation.ID, on day: Day) throws -> Bool {
        try has(
            """
            SELECT placement.id
            FROM placement
            WHERE link_worker = \(linkWorker) AND practice = \(practice) AND \(Placement.current(on: day))
            """
        )
    }

    /// The practices where a link worker is placed on a day.
    func placements(of linkWorker: Member.ID, on day: Day) throws -> [Organisation.ID] {
        try values(
            """
            SELECT practice
            FROM placement
            WHERE link_worker = \(linkWorker) AND \(Placement.current(on: day))
            """
        )
    }
}

extension Writer {
    /// Places a link worker at a practice from a day on.
    func place(
        _ linkWorker: Member.ID,
        at practice: Organisation.ID,
        employer: Organisation.ID,
        funder: Organisation.ID,
        supervisor: Member.ID?,
        from day: Day
    ) throws -> Placement.ID {
        let id = Placement.ID()
        try run(
            """
            INSERT INTO placement (id, link_worker, practice, employer, funder, supervisor, began_on)
            VALUES (\(id), \(linkWorker), \(practice), \(employer), \(funder), \(supervisor), \(day))
            """
        )
        return id
    }

    /// Ends a link worker's placements at a practice, so that nobody is sent to
    /// them any more. What has a last day already keeps it.
    @discardableResult
    func endPlacements(of linkWorker: Member.ID, at practice: Organisation.ID, on day: Day) throws -> Int {
        try run(
            """
            INSERT INTO placement_end (placement, ended_on)
            SELECT id, \(day) FROM placement WHERE link_worker = \(linkWorker) AND practice = \(practice)
            ON CONFLICT (placement) DO NOTHING
            """
        )
    }
}
