import Foundation
import Kernel
import Store
import Web

/// Somebody being registered with another practice from now on. The old one keeps what
/// was written there; the new one sees only from this day on. Their link worker reads on
/// for the days of a hand-over (governance, 4.1).
struct Moving: Identifiable, Sendable {
    let id: Key<Moving>
    let to: Organisation
    /// What a link worker there reads, if they would like one.
    let onward: String?

    enum Refused: Refusal {
        case there
        case othersCase
        case waits
        case worry
        case nobodyThere

        var sentence: String {
            switch self {
            case .there: "They are registered with that practice already."
            case .othersCase: "A colleague has an open case with them too. Ask them to close it first."
            case .waits: "A referral for them still waits here. Take it on or decline it first."
            case .worry: "A worry about them is open. See that somebody has it before they go."
            case .nobodyThere:
                "No link worker works with that practice yet. Choose that they do without, and tell them how to come back."
            }
        }
    }

    /// Those of whom a practice reads no more: they have moved from it, the days of the
    /// hand-over are past, and they have not come back. `"case"` must be in the query.
    static func isLongGone(at now: Date) -> SQL {
        let since = now.addingTimeInterval(-Double(Cases.handOver) * 86_400)
        return """
            EXISTS (
                SELECT 1 FROM moving
                WHERE moving.person = "case".person AND moving.from_practice = "case".practice
                    AND moving.moved_at <= \(since))
            AND NOT EXISTS (
                SELECT 1 FROM person WHERE person.id = "case".person AND person.practice = "case".practice)
            """
    }
}

extension People {
    /// The practice of that name or code; what must be put right if there is none, or several.
    func practice(_ typed: String?) async throws -> Organisation {
        var problems = Problems()
        do {
            let found = try await Roster(store: store).organisation((typed ?? "").asWritten)
            if found.kind == .practice { return found }
            problems.add("practice", "That is no practice. Write the name or the code of their new one")
        } catch let refused as Roster.Refused {
            problems.add("practice", refused.sentence)
        }
        throw problems
    }

    /// Moves them, closes the case here, and refers them there if they would like that: whole or not at all.
    func move(_ id: Person.ID, _ moving: Moving, _ site: WebAddress, at now: Date = .now) async throws {
        let member = member
        try await change(id, at: now) { work in
            let practice: Organisation.ID? = try work.value("SELECT practice FROM person WHERE id = \(id)")
            guard let practice, practice != moving.to.id else { throw Moving.Refused.there }
            try work.mayMove(id, by: member.id)
            try work.run(
                """
                INSERT INTO moving (id, person, from_practice, to_practice, moved_at, moved_by)
                VALUES (\(moving.id), \(id), \(practice), \(moving.to.id), \(now), \(member.id))
                """
            )
            try work.run("UPDATE person SET practice = \(moving.to.id) WHERE id = \(id)")
            for open in try work.openCases(of: id) {
                try work.add(
                    Closing(outcome: .moved, words: "", wayBack: ""),
                    to: open.id,
                    by: member.id,
                    at: now
                )
            }
            if let words = moving.onward {
                try work.refer(id, to: moving.to.id, from: practice, words, site, by: member, at: now)
            }
        }
    }
}

extension Reader {
    /// Nothing of theirs may be left behind without somebody who sees it (hazard H03).
    fileprivate func mayMove(_ person: Person.ID, by member: Member.ID) throws {
        if try openCases(of: person).contains(where: { $0.linkWorker != member }) {
            throw Moving.Refused.othersCase
        }
        let waits = try has(
            """
            SELECT referral.id FROM \(Referral.tables)
            WHERE referral.person = \(person) AND \(Referral.stillWaiting)
            """
        )
        if waits { throw Moving.Refused.waits }
        if try !openWorries(about: person).isEmpty { throw Moving.Refused.worry }
    }

    fileprivate func openCases(of person: Person.ID) throws -> [(id: Case.ID, linkWorker: Member.ID)] {
        try rows(
            """
            SELECT "case".id, \(Case.holder) AS holder
            FROM "case"
            WHERE "case".person = \(person) AND NOT EXISTS (
                SELECT 1 FROM closing
                WHERE closing."case" = "case".id
                    AND NOT EXISTS (SELECT 1 FROM reopening WHERE reopening.closing = closing.id))
            """
        ).map { try ($0("id"), $0("holder")) }
    }
}

extension Writer {
    /// As the link worker of the practice they leave would refer them: how they are reached,
    /// what they need and what a visitor should know goes along, their story does not.
    fileprivate func refer(
        _ person: Person.ID,
        to practice: Organisation.ID,
        from old: Organisation.ID,
        _ words: String,
        _ site: WebAddress,
        by member: Member,
        at now: Date
    ) throws {
        guard try hasLinkWorkers(practice, at: now) else { throw Moving.Refused.nobodyThere }
        let known = try known(of: person)
        let request = ReferralRequest(
            practice: practice,
            about: .known(person),
            particulars: known.particulars,
            reasons: [],
            otherReason: "Moved here, and was with a link worker before",
            words: words,
            told: Set(ReferralRequest.Told.allCases),
            reaching: known.reaching
                ?? Reaching(channels: [], mayLeaveVoicemail: false, isNeutral: true, words: ""),
            needs: [],
            risk: known.risk ?? .nothingKnown,
            question: nil,
            askedFor: nil
        )
        let sender = ReferralRequest.Sender(route: .practice, member: member.id, organisation: old)
        let (referral, reaching) = try add(request, about: person, isKnown: true, from: sender, at: now)
        try invite(person, to: referral, request, reaching, site, by: member.id, at: now)
        try log(.changed, referral, about: person, by: member.id, at: now)
    }
}
