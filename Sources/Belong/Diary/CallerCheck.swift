import Foundation
import Kernel
import Store

/// Somebody rings: *I got a message from a Sam?* The desk learns whether a surname
/// is known to a link worker here and what may be said, and nothing more
/// (journeys, 5.2). Each person found is a look in the log.
struct CallerCheck: Sendable {
    let surname: String
    let answer: Answer
    /// Another time they could be rung, where something may be said at all.
    var rebooking: Rebooking?
    /// When they are rung now, just after it was changed.
    var rebooked: String?

    enum Answer: Sendable, Equatable {
        case unknown
        /// More than one: their day of birth tells them apart.
        case several
        /// Somebody whose words must give nothing away, or who was never asked.
        case sayNothing(linkWorker: String)
        case known([String])
    }

    /// What the desk reads out.
    var script: [String] {
        switch answer {
        case .unknown:
            ["“I cannot find a message from here under that name. I am glad to take your number.”"]
        case .several:
            ["“May I have your date of birth?” More than one person here has that name."]
        case .sayNothing(let linkWorker):
            [
                "Say nothing about a link worker, not even that you know the name.",
                "“I will see that the right person hears you rang.” Then tell \(linkWorker).",
            ]
        case .known(let lines): lines
        }
    }
}

extension FrontDesk {
    func check(_ surname: String, bornOn: Day?, at now: Date = .now) async throws -> CallerCheck {
        guard !practices.isEmpty else { throw Missing() }
        let (me, practices, folded) = (member.id, practices, surname.folded)
        let answer = try await store.write { work in
            let found = try work.callers(folded, bornOn, at: practices, at: now)
            let people = Set(found.map(\.person))
            for person in people.sorted(by: { "\($0)" < "\($1)" }) {
                try work.log(.looked, Key<CallerCheck>(person.uuid), about: person, by: me, at: now)
            }
            var told = Told(found, people: people.count, at: now)
            told.rebooking = try work.rebooking(of: found, people: people.count, at: now)
            return told
        }
        return CallerCheck(surname: surname, answer: answer.answer, rebooking: answer.rebooking)
    }

    /// What a transaction may answer with.
    private struct Told: Sendable {
        let answer: CallerCheck.Answer
        var rebooking: Rebooking?

        init(_ found: [Caller], people: Int, at now: Date) {
            guard let latest = found.first else {
                answer = .unknown
                return
            }
            guard people == 1 else {
                answer = .several
                return
            }
            answer =
                latest.isSafe ? .known(latest.script(at: now)) : .sayNothing(linkWorker: latest.linkWorker)
        }
    }
}

/// One referral or case of whoever rings.
struct Caller: Sendable {
    let person: Person.ID
    let referrer: String?
    let linkWorker: String
    let saidNo: Bool
    let isSafe: Bool
    let ringsAt: Date?
    /// Their case, once somebody has it.
    let held: HeldCase?

    /// Who suggested it, who will be in touch, and that no is an answer.
    func script(at now: Date) -> [String] {
        let suggested = referrer.map { "“\($0) suggested it.”" } ?? "“You asked for it yourself.”"
        guard !saidNo else {
            return [suggested, "“You said no, and that is fine: nobody will ring you.”"]
        }
        let when = ringsAt.map { Day($0) == Day(now) ? "today" : "on \(Day($0).spoken)" }
        let next = when.map { "“\(linkWorker) will ring you \($0).”" } ?? "“\(linkWorker) will be in touch.”"
        return [
            "Ask for their date of birth first: say this to nobody but themselves.",
            suggested,
            next,
            "“You can say no, and that is fine.”",
        ]
    }
}

extension Reader {
    /// Open referrals and cases at these practices of people of that surname, latest first.
    func callers(
        _ folded: String,
        _ bornOn: Day?,
        at practices: [Organisation.ID],
        at now: Date
    ) throws -> [Caller] {
        guard !folded.isEmpty else { return [] }
        let isBorn: SQL = bornOn.map { "particulars.born_on = \($0)" } ?? "TRUE"
        return try rows(
            """
            SELECT referral.person, "case".id AS case_id, "case".practice AS case_practice, holder.id AS holder_id,
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
                AND (\(Referral.stillWaiting) OR "case".id IS NOT NULL AND NOT \(Case.isClosed))
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
                held: held
            )
        }
    }
}
