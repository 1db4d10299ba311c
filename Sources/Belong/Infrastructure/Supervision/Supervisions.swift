import Foundation
import Kernel
import Store
import Web

/// Supervision of the link workers one member has to do with. Link worker and
/// supervisor agree, plan and cancel; only the link worker says that it was held.
struct Supervisions: Sendable {
    let store: any Store
    let member: Member
    let site: WebAddress

    /// What stands on the page of one placement.
    struct Look: Sendable {
        let placed: Owing.Placed
        let standing: SupervisionStanding
        let supervisors: [Concerned]
        let clinicians: [Concerned]
        let me: Member.ID

        var isLinkWorker: Bool { placed.side == .linkWorker }
        /// One of the two whose agreement it is.
        var mayAgree: Bool { placed.side == .linkWorker || placed.side == .supervisor }

        func mayPlan(_ hat: Supervision.Hat) -> Bool {
            guard let agreed = standing.agreement(hat) else { return false }
            return isLinkWorker || agreed.supervisor.id == me
        }
    }

    struct Agreed: Sendable {
        let hat: Supervision.Hat
        let supervisor: Member.ID
        let rhythm: Supervision.Rhythm
    }

    static let supervisors: [Role] = [.supervisor, .networkLead, .practiceManager, .clinician]

    func look(at id: Placement.ID, at now: Date = .now) async throws -> Look {
        let member = member
        return try await store.read { try $0.supervisionLook(id, member, at: now) }
    }

    func agree(_ agreed: Agreed, in id: Placement.ID, at now: Date = .now) async throws {
        let member = member
        try await store.write { work in
            let look = try work.supervisionLook(id, member, at: now)
            guard look.mayAgree else { throw Missing() }
            guard look.supervisors.contains(where: { $0.id == agreed.supervisor }) else {
                throw Supervision.Refused.notThere
            }
            let linkWorker = look.placed.linkWorker.id
            let made = Key<SupervisionAgreement>(at: now)
            try work.run(
                """
                UPDATE supervision_agreement SET replaced_by = \(made)
                WHERE link_worker = \(linkWorker) AND hat = \(agreed.hat) AND replaced_by IS NULL
                """
            )
            try work.run(
                """
                INSERT INTO supervision_agreement (id, link_worker, hat, supervisor, every_days, agreed_at, agreed_by)
                VALUES (\(made), \(linkWorker), \(agreed.hat), \(agreed.supervisor), \(agreed.rhythm.rawValue), \(now),
                    \(member.id))
                """
            )
            try work.log(.changed, made, by: member.id, at: now)
        }
    }

    /// Names the GP a link worker turns to at a practice: the practice's to say, or the two's.
    func name(_ clinician: Member.ID, in id: Placement.ID, at now: Date = .now) async throws {
        let member = member
        try await store.write { work in
            let look = try work.supervisionLook(id, member, at: now)
            guard look.placed.side != .lead else { throw Missing() }
            guard look.clinicians.contains(where: { $0.id == clinician }) else {
                throw Supervision.Refused.notThere
            }
            let made = Key<GPContact>(at: now)
            try work.run(
                "UPDATE gp_contact SET replaced_by = \(made) WHERE placement = \(id) AND replaced_by IS NULL"
            )
            try work.run(
                """
                INSERT INTO gp_contact (id, placement, member, named_at, named_by)
                VALUES (\(made), \(id), \(clinician), \(now), \(member.id))
                """
            )
            try work.log(.changed, made, by: member.id, at: now)
        }
    }

    @discardableResult
    func plan(
        _ hat: Supervision.Hat,
        _ beginsAt: Date,
        in id: Placement.ID,
        at now: Date = .now
    ) async throws
        -> Supervision.ID
    {
        let (member, site) = (member, site)
        return try await store.write { work in
            let look = try work.supervisionLook(id, member, at: now)
            guard let agreed = look.standing.agreement(hat) else { throw Supervision.Refused.nobodyAgreed }
            guard look.mayPlan(hat) else { throw Missing() }
            let (linkWorker, supervisor) = (look.placed.linkWorker.id, agreed.supervisor.id)
            let made = try work.plan(hat, beginsAt, linkWorker, supervisor, by: member.id, at: now)
            try work.tell(
                [linkWorker, supervisor].filter { $0 != member.id },
                "Supervision on \(Supervision.spoken(beginsAt))",
                "It stands here: \(site)/placements/\(id)/supervision",
                at: now
            )
            return made
        }
    }
}

/// Names the GP contact's row.
enum GPContact {}

extension Reader {
    func supervisionLook(_ id: Placement.ID, _ member: Member, at now: Date) throws -> Supervisions.Look {
        let placed = try placed(id, for: member, at: now)
        let supervisors = try concerned(at: placed.practice, as: Supervisions.supervisors, on: Day(now))
        return try Supervisions.Look(
            placed: placed,
            standing: supervision(of: placed.linkWorker.id, in: id),
            supervisors: supervisors.filter { $0.id != placed.linkWorker.id },
            clinicians: concerned(at: placed.practice, as: [.clinician], on: Day(now)),
            me: member.id
        )
    }
}

extension Writer {
    func plan(
        _ hat: Supervision.Hat,
        _ beginsAt: Date,
        _ linkWorker: Member.ID,
        _ supervisor: Member.ID,
        insteadOf earlier: Supervision.ID? = nil,
        by member: Member.ID,
        at now: Date
    ) throws -> Supervision.ID {
        let id = Supervision.ID(at: now)
        try run(
            """
            INSERT INTO supervision (id, link_worker, hat, supervisor, begins_at, planned_at, planned_by, instead_of)
            VALUES (\(id), \(linkWorker), \(hat), \(supervisor), \(beginsAt), \(now), \(member), \(earlier))
            """
        )
        try log(.changed, id, by: member, at: now)
        return id
    }
}
