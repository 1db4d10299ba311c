import Foundation
import Kernel
import Store

/// The placements one member may see what is owed in: a link worker their own, a
/// practice manager those of the practice, a supervisor those they supervise, a
/// network lead those of the network. Anybody else's do not exist.
struct Owing: Sendable {
    let store: any Store
    let member: Member

    /// A placement with everybody it concerns.
    struct Placed: Identifiable, Sendable {
        let id: Placement.ID
        let linkWorker: Worry.Named
        let practice: Organisation.ID
        let practiceName: String
        let network: Organisation.ID?
        let employer: Organisation.ID
        let employerName: String
        let funder: Organisation.ID
        let funderName: String
        let supervisor: Worry.Named?
        let beganOn: Day
        let side: Side
    }

    /// From where somebody looks at it.
    enum Side: Sendable {
        case linkWorker
        case manager
        case supervisor
        case lead
    }

    /// One thing that is owed: what, by whom, by when, and whether it happened.
    struct Line: Sendable {
        let what: String
        let whose: String
        let due: String
        let state: String
        var isDone = false
    }

    /// One kind of thing that is owed, with the page where it is looked after.
    struct Part: Sendable {
        let heading: String
        let path: @Sendable (Placed) -> String
        let lines: @Sendable (any Reader, Placed, Date) throws -> [Line]
    }

    struct Section: Sendable {
        let heading: String
        let path: String
        let lines: [Line]
    }

    static func isFor(_ member: Member) -> Bool {
        [.linkWorker, .practiceManager, .supervisor, .networkLead].contains(where: member.isA)
    }

    func placements(at now: Date = .now) async throws -> [Placed] {
        let member = member
        return try await store.read { try $0.placed(member, at: now) }
    }

    func page(of id: Placement.ID, at now: Date = .now) async throws -> (placed: Placed, sections: [Section])
    {
        let member = member
        return try await store.read { view in
            let placed = try view.placed(id, for: member, at: now)
            let sections = try Features.owed.map { part in
                try Section(
                    heading: part.heading,
                    path: part.path(placed),
                    lines: part.lines(view, placed, now)
                )
            }
            return (placed, sections)
        }
    }
}

extension Features {
    /// What is owed in a placement, in the order in which it comes about.
    static let owed: [Owing.Part] = [
        .readiness, .induction, .welcome, .newcomers, .supervision, .meetings, .rules, .targets, .issues,
        .adjustments,
        .reviews, .learning, .post,
    ]
}

extension Reader {
    /// One placement as this member sees it, or none.
    func placed(_ id: Placement.ID, for member: Member, at now: Date) throws -> Owing.Placed {
        guard let found = try placed(member, among: "placement.id = \(id)", at: now).first else {
            throw Missing()
        }
        return found
    }

    /// All of this member's, by link worker and practice, never by anything that is counted of them.
    /// - Parameter besides: what else opens one to this member, such as a rule they were named for.
    func placed(
        _ member: Member,
        among which: SQL = "TRUE",
        besides: SQL = "FALSE",
        at now: Date
    ) throws -> [Owing.Placed] {
        let (managed, led) = (
            member.organisations(as: .practiceManager), member.organisations(as: .networkLead)
        )
        let own: SQL = member.isA(.linkWorker) ? "placement.link_worker = \(member.id)" : "FALSE"
        let supervised: SQL = member.isA(.supervisor) ? "placement.supervisor = \(member.id)" : "FALSE"
        return try rows(
            """
            SELECT placement.id, placement.link_worker, placement.practice, placement.employer, placement.funder,
                placement.supervisor, placement.began_on, linker.name AS link_worker_name,
                place.name AS practice_name, place.network, employing.name AS employer_name,
                funding.name AS funder_name, supervising.name AS supervisor_name
            FROM placement
            JOIN member AS linker ON linker.id = placement.link_worker
            JOIN organisation AS place ON place.id = placement.practice
            JOIN organisation AS employing ON employing.id = placement.employer
            JOIN organisation AS funding ON funding.id = placement.funder
            LEFT JOIN member AS supervising ON supervising.id = placement.supervisor
            WHERE \(which)
                AND (\(own) OR \(supervised) OR placement.practice IN (\(each: managed))
                    OR place.network IN (\(each: led)) OR \(besides))
                AND NOT EXISTS (
                    SELECT 1 FROM placement_end
                    WHERE placement_end.placement = placement.id AND placement_end.ended_on <= \(Day(now)))
                AND EXISTS (
                    SELECT 1 FROM membership
                    WHERE membership.member = placement.link_worker AND membership.organisation = placement.practice
                        AND membership.role = 'link_worker' AND \(Member.Membership.current))
            ORDER BY linker.name, place.name, placement.id
            """
        ).map { row in
            let (who, practice): (Member.ID, Organisation.ID) = try (row("link_worker"), row("practice"))
            let supervisor: Member.ID? = try row("supervisor")
            return try Owing.Placed(
                id: row("id"),
                linkWorker: .init(id: who, name: row("link_worker_name")),
                practice: practice,
                practiceName: row("practice_name"),
                network: row("network"),
                employer: row("employer"),
                employerName: row("employer_name"),
                funder: row("funder"),
                funderName: row("funder_name"),
                supervisor: supervisor.map { try .init(id: $0, name: row("supervisor_name")) },
                beganOn: row("began_on"),
                side: who == member.id && member.isA(.linkWorker)
                    ? .linkWorker
                    : managed.contains(practice) ? .manager : supervisor == member.id ? .supervisor : .lead
            )
        }
    }
}
