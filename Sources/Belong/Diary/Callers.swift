import Foundation
import Kernel
import Store

extension Reader {
    /// Open referrals and cases at these practices of people of that surname, latest first; where nothing is open,
    /// what is over: whoever was told to ring back is not denied.
    func callers(
        _ folded: String,
        _ bornOn: Day?,
        at practices: [Organisation.ID],
        at now: Date
    ) throws -> [Caller] {
        let isOpen: SQL = "(\(Referral.stillWaiting) OR \"case\".id IS NOT NULL AND NOT \(Case.isClosed))"
        let open = try callers(folded, bornOn, at: practices, isOpen, at: now)
        guard open.isEmpty else { return open }
        // Whoever has died does not ring.
        let isOver: SQL = """
            NOT \(isOpen) AND NOT EXISTS (
                SELECT 1 FROM closing
                JOIN "case" AS theirs ON theirs.id = closing."case"
                WHERE theirs.person = referral.person AND closing.outcome = 'died')
            """
        return try callers(folded, bornOn, at: practices, isOver, at: now)
    }

    /// The one who is meant, where it may be said that they are known; everybody else is nobody here. Whether ringing
    /// is safe is a matter of the moment, so it is asked again when something is done.
    func safeCaller(
        _ asked: (surname: String, bornOn: Day?),
        at practices: [Organisation.ID],
        at now: Date
    ) throws -> Caller {
        let found = try callers(asked.surname.folded, asked.bornOn, at: practices, at: now)
        guard let caller = found.first, Set(found.map(\.person)).count == 1, caller.isSafe else {
            throw Missing()
        }
        return caller
    }

    private func callers(
        _ folded: String,
        _ bornOn: Day?,
        at practices: [Organisation.ID],
        _ which: SQL,
        at now: Date
    ) throws -> [Caller] {
        guard !folded.isEmpty else { return [] }
        let isBorn: SQL = bornOn.map { "particulars.born_on = \($0)" } ?? "TRUE"
        return try rows(
            """
            SELECT referral.id AS referral, referral.person, declined_at, withdrawn_at,
                CASE WHEN \(Case.isClosed) THEN 1 ELSE 0 END AS is_closed,
                (SELECT COUNT(*) FROM placement
                    WHERE placement.link_worker = holder.id AND placement.practice = referral.practice
                        AND \(Placement.current(on: Day(now)))) AS is_here,
                "case".id AS case_id, "case".practice AS case_practice, holder.id AS holder_id,
                referrer.name AS referrer_name, holder.name AS holder_name, wish.answer,
                by_call, is_neutral,
                (SELECT MIN(diary_entry.begins_at) FROM diary_entry
                    WHERE diary_entry."case" = "case".id AND diary_entry.replaced_by IS NULL
                        AND diary_entry.kind = 'call' AND diary_entry.begins_at > \(now)
                        AND NOT EXISTS (SELECT 1 FROM diary_cancelling WHERE entry = diary_entry.id)) AS rings_at
            FROM \(Referral.tables)
            JOIN particulars ON particulars.person = referral.person AND particulars.replaced_by IS NULL
            LEFT JOIN "case" ON "case".referral = referral.id
            LEFT JOIN member AS referrer ON referrer.id = referral.referrer
            LEFT JOIN member AS holder ON holder.id = \(Case.holder)
            LEFT JOIN wish ON wish.referral = referral.id AND wish.replaced_by IS NULL
            LEFT JOIN reaching ON reaching.person = particulars.person AND reaching.replaced_by IS NULL
            WHERE particulars.family_folded = \(folded) AND \(isBorn)
                AND referral.practice IN (\(each: practices))
                AND \(which)
            ORDER BY referral.made_at DESC, referral.id
            """
        ).map { row in
            let (byCall, neutral): (Bool?, Bool?) = try (row("by_call"), row("is_neutral"))
            let wish: Wish.Answer? = try row("answer")
            let (caseID, holder): (Case.ID?, Member.ID?) = try (row("case_id"), row("holder_id"))
            let practice: Organisation.ID? = try row("case_practice")
            let held = caseID.flatMap { id in
                holder.flatMap { who in
                    practice.map { HeldCase(caseID: id, linkWorker: who, practice: $0) }
                }
            }
            return try Caller(
                person: row("person"),
                referrer: row("referrer_name"),
                linkWorker: row("holder_name") ?? "one of our link workers",
                saidNo: wish == .no,
                isSafe: byCall == true && neutral == false,
                ringsAt: row("rings_at"),
                held: held,
                back: ComingBack(row)
            )
        }
    }
}

extension ComingBack {
    /// There is none while it is open.
    fileprivate init?(_ row: Row) throws {
        let (isClosed, isHere): (Int, Int) = try (row("is_closed"), row("is_here"))
        let holder: String? = try row("holder_name")
        let (declinedAt, withdrawnAt): (Date?, Date?) = try (row("declined_at"), row("withdrawn_at"))
        referral = try row("referral")
        linkWorker = isHere > 0 ? holder : nil
        if isClosed == 1, let holder {
            way = .ended(with: holder)
        } else if declinedAt != nil {
            way = .declined
        } else if withdrawnAt != nil {
            way = .saidNo
        } else {
            return nil
        }
    }
}
