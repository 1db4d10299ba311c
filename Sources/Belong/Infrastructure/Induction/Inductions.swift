import Foundation
import Kernel
import Store
import Web

/// The induction of one placement. The practice, the supervisor and the link worker
/// plan; others may say that something happened, and only the link worker's word counts.
struct Inductions: Sendable {
    let store: any Store
    let member: Member
    let site: WebAddress

    struct Look: Sendable {
        let placed: Owing.Placed
        let items: [Induction]
        let colleagues: [Concerned]

        var mayPlan: Bool { placed.side != .lead }
        var isLinkWorker: Bool { placed.side == .linkWorker }
    }

    struct Asked: Sendable {
        let kind: Induction.Kind
        let colleague: Member.ID
        let beginsAt: Date
    }

    static let colleagues: [Role] = [.clinician, .receptionist, .practiceManager, .linkWorker]

    func look(at id: Placement.ID, at now: Date = .now) async throws -> Look {
        let member = member
        return try await store.read { try $0.inductionLook(id, member, at: now) }
    }

    @discardableResult
    func plan(_ asked: Asked, in id: Placement.ID, at now: Date = .now) async throws -> Induction.ID {
        let (member, site) = (member, site)
        return try await store.write { work in
            let look = try work.inductionLook(id, member, at: now)
            guard look.mayPlan else { throw Missing() }
            guard look.colleagues.contains(where: { $0.id == asked.colleague }) else {
                throw Induction.Refused.notThere
            }
            let made = Induction.ID(at: now)
            try work.run(
                """
                INSERT INTO induction (id, placement, kind, colleague, made_at, made_by)
                VALUES (\(made), \(id), \(asked.kind), \(asked.colleague), \(now), \(member.id))
                """
            )
            try work.book(made, asked.beginsAt, "planned", by: member.id, at: now)
            try work.tellBoth(asked.kind, asked.beginsAt, look.placed, asked.colleague, site, at: now)
            try work.log(.changed, made, by: member.id, at: now)
            return made
        }
    }

    /// Says whether it happened. Where the link worker says that it did not, it is
    /// rebooked by itself and both are told.
    func say(
        _ happened: Bool,
        of id: Induction.ID,
        in placement: Placement.ID,
        at now: Date = .now
    ) async throws {
        let (member, site) = (member, site)
        try await store.write { work in
            _ = try work.rows("SELECT id FROM induction WHERE id = \(id) \(work.dialect.forUpdate)")
            let look = try work.inductionLook(placement, member, at: now)
            guard let found = look.items.first(where: { $0.id == id }) else { throw Missing() }
            guard look.isLinkWorker || (happened && look.mayPlan) else { throw Missing() }
            try found.answered(at: now)
            try work.run(
                """
                INSERT INTO induction_answer (induction_date, said_by, is_link_worker, happened, said_at)
                VALUES (\(found.date), \(member.id), \(look.isLinkWorker), \(happened), \(now))
                ON CONFLICT (induction_date, said_by) DO NOTHING
                """
            )
            if look.isLinkWorker, !happened {
                let again = Induction.again(after: found.beginsAt, at: now)
                try work.book(id, again, "missed", by: member.id, at: now)
                try work.tellBoth(found.kind, again, look.placed, found.colleague.id, site, at: now)
            }
            try work.log(.changed, id, by: member.id, at: now)
        }
    }

    /// Another time that suits both better.
    func move(
        _ id: Induction.ID,
        to beginsAt: Date,
        in placement: Placement.ID,
        at now: Date = .now
    ) async throws {
        let (member, site) = (member, site)
        try await store.write { work in
            _ = try work.rows("SELECT id FROM induction WHERE id = \(id) \(work.dialect.forUpdate)")
            let look = try work.inductionLook(placement, member, at: now)
            guard look.mayPlan, let found = look.items.first(where: { $0.id == id }) else { throw Missing() }
            if found.happenedAt != nil { throw Induction.Refused.happened }
            try work.book(id, beginsAt, "moved", by: member.id, at: now)
            try work.tellBoth(found.kind, beginsAt, look.placed, found.colleague.id, site, at: now)
            try work.log(.changed, id, by: member.id, at: now)
        }
    }
}

extension Reader {
    fileprivate func inductionLook(
        _ id: Placement.ID,
        _ member: Member,
        at now: Date
    ) throws -> Inductions.Look {
        let placed = try placed(id, for: member, at: now)
        let colleagues = try concerned(at: placed.practice, as: Inductions.colleagues, on: Day(now))
        return try Inductions.Look(
            placed: placed,
            items: inductions("induction.placement = \(id)").risen,
            colleagues: colleagues.filter { $0.id != placed.linkWorker.id }
        )
    }
}

extension Writer {
    fileprivate func book(
        _ induction: Induction.ID,
        _ beginsAt: Date,
        _ why: String,
        by member: Member.ID,
        at now: Date
    ) throws {
        let id = Key<Induction.Planned>(at: now)
        try run(
            "UPDATE induction_date SET replaced_by = \(id) WHERE induction = \(induction) AND replaced_by IS NULL"
        )
        try run(
            """
            INSERT INTO induction_date (id, induction, begins_at, why, planned_at, planned_by)
            VALUES (\(id), \(induction), \(beginsAt), \(why), \(now), \(member))
            """
        )
    }

    fileprivate func tellBoth(
        _ kind: Induction.Kind,
        _ beginsAt: Date,
        _ placed: Owing.Placed,
        _ colleague: Member.ID,
        _ site: WebAddress,
        at now: Date
    ) throws {
        try tell(
            [placed.linkWorker.id, colleague],
            "\(kind.name): \(Supervision.spoken(beginsAt))",
            "\(placed.linkWorker.name) at \(placed.practiceName). It is part of the induction, and both of you are told. "
                + "All of it: \(site)/placements/\(placed.id)/induction",
            at: now
        )
    }
}
