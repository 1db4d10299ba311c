import Foundation
import Kernel
import Store
import Web

/// One link worker's diary: all of their own, and for a colleague whom they cover
/// what is planned with the people they look after meanwhile.
struct Diary: Sendable {
    let store: any Store
    let member: Member

    enum Refused: Refusal {
        case movedAlready
        case over
        case notYet
        case cancelled

        var sentence: String {
            switch self {
            case .movedAlready: "This has been moved already. Open the diary to see where it stands now."
            case .over: "This has been written down as it went, so it cannot be moved or cancelled any more."
            case .notYet: "This has not begun yet. Cancel or move it, if they said they cannot come."
            case .cancelled: "This was cancelled. Plan it again, if it is to be after all."
            }
        }
    }

    var cases: Cases { Cases(store: store, member: member) }

    /// What this member may read, as far as they may. Everything is found by whose it is and when.
    func readable(at now: Date) -> SQL {
        """
        \(tables(at: now))
        WHERE diary_entry.replaced_by IS NULL
            AND diary_entry.member IN (
                SELECT \(member.id) UNION
                SELECT cover.link_worker FROM cover
                WHERE cover.covered_by = \(member.id) AND \(Cover.current(on: Day(now))))
            AND (diary_entry.member = \(member.id) OR "case".id IS NOT NULL)
        """
    }

    func tables(at now: Date) -> SQL {
        """
        diary_entry
        JOIN member AS owner ON owner.id = diary_entry.member
        JOIN member AS maker ON maker.id = diary_entry.made_by
        LEFT JOIN "case" ON "case".id = diary_entry."case" AND \(cases.mine(at: now))
        LEFT JOIN particulars ON particulars.person = "case".person AND particulars.replaced_by IS NULL
        LEFT JOIN organisation ON organisation.id = diary_entry.practice
        LEFT JOIN diary_cancelling ON diary_cancelling.entry = diary_entry.id
        LEFT JOIN diary_missing ON diary_missing.entry = diary_entry.id
        """
    }

    /// What is in it from one day to another, in the order of the day.
    func entries(from: Day, through: Day, in view: any Reader, at now: Date) throws -> [DiaryEntry] {
        let (begin, end) = (London.instant(from, hour: 0), London.instant(through.advanced(by: 1), hour: 0))
        return try view.all(
            """
            SELECT \(DiaryEntry.columns)
            FROM \(readable(at: now)) AND diary_entry.begins_at >= \(begin) AND diary_entry.begins_at < \(end)
            ORDER BY diary_entry.begins_at, diary_entry.ends_at, diary_entry.id
            """
        )
    }

    func find(_ id: DiaryEntry.ID, in view: any Reader, at now: Date) throws -> DiaryEntry {
        guard member.isA(.linkWorker) else { throw Missing() }
        let found: DiaryEntry? = try view.first(
            "SELECT \(DiaryEntry.columns) FROM \(readable(at: now)) AND diary_entry.id = \(id)"
        )
        guard let found else { throw Missing() }
        return found
    }
}

extension Diary {
    @discardableResult
    func plan(_ asked: DiaryAsked, at now: Date = .now) async throws -> DiaryEntry.ID {
        guard member.isA(.linkWorker) else { throw Missing() }
        let me = member.id
        return try await store.write { work in
            try work.holdDiary(of: me)
            var plan = asked.plan
            let person = try settle(&plan, in: work, at: now)
            try ask(whether: plan, meets: nil, of: me, asked, in: work)
            let id = DiaryEntry.ID(at: now)
            try work.add(plan, as: id, first: id, of: me, by: me, at: now)
            try work.log(.changed, id, about: person, by: me, at: now)
            return id
        }
    }

    /// Somewhere else in the week, with the reason. What was there first stays readable.
    @discardableResult
    func move(_ id: DiaryEntry.ID, _ asked: MoveAsked, at now: Date = .now) async throws -> DiaryEntry.ID {
        let me = member.id
        return try await store.write { work in
            let found = try findToChange(id, in: work, at: now)
            var plan = found.plan
            (plan.beginsAt, plan.endsAt, plan.backAt) = (asked.beginsAt, asked.endsAt, nil)
            let again = DiaryAsked(plan: plan, mayMeet: asked.mayMeet)
            try ask(whether: plan, meets: id, of: found.owner.id, again, in: work)
            let new = DiaryEntry.ID(at: now)
            let replaced = try work.run(
                "UPDATE diary_entry SET replaced_by = \(new) WHERE id = \(id) AND replaced_by IS NULL"
            )
            guard replaced == 1 else { throw Refused.movedAlready }
            try work.add(
                plan,
                as: new,
                first: found.first,
                of: found.owner.id,
                because: asked.because,
                by: me,
                at: now
            )
            try work.log(.changed, new, about: found.personID, by: me, at: now)
            return new
        }
    }

    func cancel(_ id: DiaryEntry.ID, _ cancelling: DiaryEntry.Cancelling, at now: Date = .now) async throws {
        let me = member.id
        try await store.write { work in
            let found = try findToChange(id, in: work, at: now)
            try work.run(
                """
                INSERT INTO diary_cancelling (entry, why, words, cancelled_at, cancelled_by)
                VALUES (\(id), \(cancelling.why), \(cancelling.words), \(now), \(me))
                """
            )
            try work.log(.changed, id, about: found.personID, by: me, at: now)
        }
    }

    /// They did not come: a contact that did not reach them, with what was tried and
    /// what is next, and the entry that it belongs to.
    func miss(_ id: DiaryEntry.ID, tried: String, next: String, at now: Date = .now) async throws {
        let me = member.id
        try await store.write { work in
            let found = try findToChange(id, in: work, at: now)
            guard let caseID = found.plan.caseID, let mode = found.plan.kind.mode else { throw Missing() }
            guard found.plan.beginsAt <= now else { throw Refused.notYet }
            let contact = try cases.keep(
                .missed(found.plan, mode, tried: tried, next: next),
                on: caseID,
                in: work,
                at: now
            )
            try work.run(
                """
                INSERT INTO diary_missing (entry, contact, noted_at, noted_by)
                VALUES (\(id), \(contact), \(now), \(me))
                """
            )
        }
    }

    private func findToChange(_ id: DiaryEntry.ID, in work: any Writer, at now: Date) throws -> DiaryEntry {
        try work.holdDiary(of: try find(id, in: work, at: now).owner.id)
        let found = try find(id, in: work, at: now)
        switch found.standing {
        case .planned: return found
        case .cancelled: throw Refused.cancelled
        case .happened, .missed: throw Refused.over
        }
    }
}
