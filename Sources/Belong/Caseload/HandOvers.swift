import Foundation
import Kernel
import Store
import Web

/// Giving one's cases to a colleague, and taking a colleague's over. It is offered
/// by whoever has the case and needs the colleague's yes.
struct HandOvers: Sendable {
    let store: any Store
    let member: Member

    var cases: Cases { Cases(store: store, member: member) }

    /// Offers one's own open case to a colleague at its practice.
    @discardableResult
    func offer(_ id: Case.ID, _ asked: HandOverAsked, at now: Date = .now) async throws -> HandOver.ID {
        try await store.write { work in try offer(id, asked, in: work, at: now) }
    }

    /// As part of something larger: several offered at once.
    @discardableResult
    func offer(
        _ id: Case.ID,
        _ asked: HandOverAsked,
        in work: any Writer,
        at now: Date
    ) throws -> HandOver.ID {
        let me = member.id
        try work.holdCase(id)
        let found = try cases.findOpen(id, in: work, at: now)
        guard found.linkWorker == me else { throw Missing() }
        guard try work.handOver(offered: id) == nil else { throw HandOver.Refused.offered }
        let colleagues = try work.colleagues(besides: me, at: found.practice, on: Day(now))
        guard colleagues.contains(where: { $0.id == asked.to }) else { throw HandOver.Refused.notThere }
        let offer = try work.add(asked, of: found, by: me, at: now)
        try work.log(.changed, offer, about: found.person, by: me, at: now)
        return offer
    }

    /// Takes over what was offered to oneself: from now on it is one's own case.
    @discardableResult
    func accept(_ id: HandOver.ID, at now: Date = .now) async throws -> Case.ID {
        let me = member.id
        return try await store.write { work in
            let offered = try find(id, in: work, at: now)
            guard offered.to.id == me else { throw Missing() }
            guard try work.handOver(offered: offered.caseID)?.id == id else { throw HandOver.Refused.settled }
            guard let found = try work.aCase(offered.caseID),
                try work.isPlaced(me, at: found.practice, on: Day(now))
            else { throw HandOver.Refused.notThere }
            try work.take(id, of: found, to: me, by: me, at: now)
            return found.id
        }
    }

    /// Whoever was asked cannot, or whoever asked takes it back. It stays where it is.
    func end(_ id: HandOver.ID, _ typed: String = "", at now: Date = .now) async throws {
        let (me, words) = (member.id, try Problems.words(typed, upTo: 500))
        try await store.write { work in
            let offered = try find(id, in: work, at: now)
            guard try work.handOver(offered: offered.caseID)?.id == id else { throw HandOver.Refused.settled }
            try work.run(
                """
                INSERT INTO hand_over_end (hand_over, words, ended_at, ended_by)
                VALUES (\(id), \(words), \(now), \(me))
                """
            )
            let person = try work.aCase(offered.caseID)?.person
            try work.log(.changed, id, about: person, by: me, at: now)
        }
    }

    /// One that this member gave or was given, with its case held until the end.
    private func find(_ id: HandOver.ID, in work: any Writer, at now: Date) throws -> HandOver {
        guard member.isA(.linkWorker) else { throw Missing() }
        let offered: HandOver? = try work.first(
            """
            SELECT \(HandOver.columns)
            FROM \(HandOver.tables)
            WHERE hand_over.id = \(id) AND (hand_over.given_to = \(member.id) OR hand_over.made_by = \(member.id))
            """
        )
        guard let offered else { throw Missing() }
        try work.holdCase(offered.caseID)
        return offered
    }
}

extension Reader {
    /// What waits for a colleague's yes.
    func handOver(offered id: Case.ID) throws -> HandOver? {
        try first(
            """
            SELECT \(HandOver.columns)
            FROM \(HandOver.tables)
            WHERE hand_over."case" = \(id) AND \(HandOver.isOpen)
            """
        )
    }

    func aCase(_ id: Case.ID) throws -> Case? {
        try first("SELECT \(Case.columns) FROM \"case\" WHERE \"case\".id = \(id)")
    }

    /// The other link workers placed at a practice.
    func colleagues(
        besides linkWorker: Member.ID,
        at practice: Organisation.ID,
        on day: Day
    ) throws -> [Worry.Named] {
        try rows(
            """
            SELECT DISTINCT member.id, member.name
            FROM placement
            JOIN member ON member.id = placement.link_worker
            WHERE placement.practice = \(practice) AND placement.link_worker <> \(linkWorker)
                AND \(Placement.current(on: day))
            ORDER BY member.name, member.id
            """
        ).map { try Worry.Named(id: $0("id"), name: $0("name")) }
    }
}
