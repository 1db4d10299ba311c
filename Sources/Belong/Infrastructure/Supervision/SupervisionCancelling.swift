import Foundation
import Kernel
import Store
import Web

/// What becomes of one that was planned: held, cancelled with three other times, or
/// rebooked. Nothing lets go of it before other times are offered.
extension Supervisions {
    /// The times that would be offered instead, to be changed before it is cancelled.
    func proposed(_ id: Supervision.ID, at now: Date = .now) async throws -> (Supervision, [Date]) {
        let me = member.id
        return try await store.read { view in
            let found = try view.ofTwo(id, me)
            try found.cancelled(at: now)
            return (found, try view.slots(insteadOf: found, at: now))
        }
    }

    func cancel(_ id: Supervision.ID, offering slots: [Date], at now: Date = .now) async throws {
        let (me, site) = (member.id, site)
        try await store.write { work in
            let found = try work.holding(id, me)
            try found.cancelled(at: now)
            try work.letGo(found, "cancelled", offering: slots, by: me, site, at: now)
        }
    }

    /// The link worker says that it did not happen: three times are offered by themselves.
    func missed(_ id: Supervision.ID, at now: Date = .now) async throws {
        let (me, site) = (member.id, site)
        try await store.write { work in
            let found = try work.holding(id, me)
            guard found.linkWorker == me else { throw Missing() }
            try found.answered(at: now)
            let slots = try work.slots(insteadOf: found, at: now)
            try work.letGo(found, "did_not_happen", offering: slots, by: me, site, at: now)
        }
    }

    /// Held, and whether it was of use: the link worker's to say, and all that is kept of it.
    func held(_ id: Supervision.ID, _ useful: Supervision.Useful, at now: Date = .now) async throws {
        let me = member.id
        try await store.write { work in
            let found = try work.holding(id, me)
            guard found.linkWorker == me else { throw Missing() }
            try found.answered(at: now)
            try work.run(
                """
                INSERT INTO supervision_answer (supervision, useful, said_at, said_by)
                VALUES (\(id), \(useful), \(now), \(me))
                """
            )
            try work.log(.changed, id, by: me, at: now)
        }
    }

    /// One of the three times is taken. Gives the link worker it is for.
    func choose(_ slot: Supervision.Slot.ID, at now: Date = .now) async throws {
        let me = member.id
        try await store.write { work in
            let cancelled: Supervision.ID? = try work.value(
                "SELECT supervision FROM supervision_slot WHERE id = \(slot)"
            )
            guard let cancelled else { throw Missing() }
            let found = try work.holding(cancelled, me)
            guard let cancelling = found.cancelling,
                let chosen = cancelling.slots.first(where: { $0.id == slot })
            else { throw Missing() }
            guard !cancelling.isRebooked else { throw Supervision.Refused.taken }
            _ = try work.plan(
                found.hat,
                chosen.beginsAt,
                found.linkWorker,
                found.supervisor.id,
                insteadOf: found.id,
                by: me,
                at: now
            )
            try work.tell(
                [found.linkWorker, found.supervisor.id].filter { $0 != me },
                "Supervision is now on \(Supervision.spoken(chosen.beginsAt))",
                "One of the times that were offered was taken.",
                at: now
            )
        }
    }

    /// For a network lead: how many fell out twice in a row and were not held since.
    func fellOutTwice(at now: Date = .now) async throws -> Int {
        let member = member
        return try await store.read { view in
            let people = Set(
                try view.placed(member, at: now).filter { $0.side == .lead }.map(\.linkWorker.id)
            )
            return try people.reduce(0) { count, one in
                let standing = try view.supervision(of: one, in: nil)
                return count + Supervision.Hat.allCases.count { standing.fellOut($0) > 1 }
            }
        }
    }

    /// For a link worker: what they have not answered yet.
    func unanswered(at now: Date = .now) async throws -> Int {
        let me = member.id
        return try await store.read { view in
            try view.supervisions("supervision.link_worker = \(me)").count { $0.waitsForAnswer(at: now) }
        }
    }
}

extension Reader {
    /// One that this member is one of the two of.
    fileprivate func ofTwo(_ id: Supervision.ID, _ member: Member.ID) throws -> Supervision {
        let found = try supervisions(
            """
            supervision.id = \(id) AND (supervision.link_worker = \(member) OR supervision.supervisor = \(member))
            """
        ).first
        guard let found else { throw Missing() }
        return found
    }

    fileprivate func slots(insteadOf found: Supervision, at now: Date) throws -> [Date] {
        let busy = try bare(
            of: found.linkWorker,
            from: now,
            before: now + Double(Supervision.again + 1) * 86_400
        )
        .filter(\.stands)
        .map { (from: $0.plan.beginsAt, until: $0.plan.endsAt) }
        return Supervision.slots(insteadOf: found.beginsAt, busy: busy, at: now)
    }
}

extension Writer {
    /// The same, with its row held, so that of two who answer at once one is second.
    fileprivate func holding(_ id: Supervision.ID, _ member: Member.ID) throws -> Supervision {
        _ = try rows("SELECT id FROM supervision WHERE id = \(id) \(dialect.forUpdate)")
        return try ofTwo(id, member)
    }

    fileprivate func letGo(
        _ found: Supervision,
        _ kind: String,
        offering slots: [Date],
        by member: Member.ID,
        _ site: WebAddress,
        at now: Date
    ) throws {
        try run(
            """
            INSERT INTO supervision_cancelling (supervision, kind, cancelled_at, cancelled_by)
            VALUES (\(found.id), \(kind), \(now), \(member))
            """
        )
        for slot in slots {
            try run(
                """
                INSERT INTO supervision_slot (id, supervision, begins_at)
                VALUES (\(Supervision.Slot.ID(at: now)), \(found.id), \(slot))
                """
            )
        }
        try tell(
            [found.linkWorker, found.supervisor.id].filter { $0 != member },
            "Supervision fell out: three other times",
            "Choose one of them here: \(site)/placements",
            at: now
        )
        if try supervision(of: found.linkWorker, in: nil).fellOut(found.hat) > 1 {
            try tellLeads(of: found, site, at: now)
        }
        try log(.changed, found.id, by: member, at: now)
    }

    /// It fell out a second time: whoever leads the network hears that it did, and nothing else.
    private func tellLeads(of found: Supervision, _ site: WebAddress, at now: Date) throws {
        let practices: [Organisation.ID] = try values(
            """
            SELECT practice FROM placement
            WHERE link_worker = \(found.linkWorker) AND \(Placement.current(on: Day(now)))
            """
        )
        let leads = try practices.flatMap { try concerned(at: $0, as: [.networkLead], on: Day(now)) }.map(
            \.id
        )
        try run("INSERT INTO supervision_notice (supervision, told_at) VALUES (\(found.id), \(now))")
        try tell(
            leads,
            "A supervision fell out twice",
            "Supervision that a link worker is owed fell out a second time. Where, stands here: \(site)/placements",
            at: now
        )
    }
}
