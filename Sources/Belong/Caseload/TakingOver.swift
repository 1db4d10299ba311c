import Foundation
import Kernel
import Store

/// A case changing hands, and the person hearing who rings now.
extension Writer {
    func add(_ asked: HandOverAsked, of found: Case, by member: Member.ID, at now: Date) throws -> HandOver.ID
    {
        let id = HandOver.ID(at: now)
        try run(
            """
            INSERT INTO hand_over (id, "case", link_worker, given_to, why, to_know, made_at, made_by, until_on,
                returns)
            VALUES (\(id), \(found.id), \(found.linkWorker), \(asked.to), \(asked.why), \(asked.toKnow), \(now),
                \(member), \(asked.until), \(asked.returns))
            """
        )
        return id
    }

    /// From now on it is the colleague's. What was shown of it is theirs to show anew.
    func take(
        _ id: HandOver.ID,
        of found: Case,
        to linkWorker: Member.ID,
        by member: Member.ID,
        at now: Date
    ) throws {
        let message = try tell(found, whoRingsNow: linkWorker, at: now)
        if let message { try add(message, about: found.person, by: member, at: now) }
        try run(
            """
            UPDATE taking_over SET replaced_by = \(id)
            WHERE taking_over."case" = \(found.id) AND replaced_by IS NULL
            """
        )
        try run(
            """
            INSERT INTO taking_over (hand_over, "case", link_worker, message, taken_at, taken_by)
            VALUES (\(id), \(found.id), \(linkWorker), \(message?.id), \(now), \(member))
            """
        )
        try endShowings(of: found.id, by: member, at: now)
        try log(.changed, id, about: found.person, by: member, at: now)
    }

    /// By the way that is safe, or not at all: then whoever has them now tells them.
    private func tell(_ found: Case, whoRingsNow linkWorker: Member.ID, at now: Date) throws -> Message? {
        guard let safe = try safeAddress(of: found.person) else { return nil }
        let letter = try HandOverLetter(
            name: particulars(of: found.person).givenName,
            former: member(found.linkWorker)?.name ?? "",
            linkWorker: member(linkWorker)?.name ?? "",
            practice: practice(found.practice).name,
            isNeutral: safe.isNeutral,
            mayRing: reaching(found.person)?.allowsRinging(accessNeeds(of: found.person)) ?? false
        )
        return safe.message(letter.subject, letter.words, at: now)
    }
}

/// What somebody reads once a colleague has taken their case over.
struct HandOverLetter: Sendable {
    let name: String
    let former: String
    let linkWorker: String
    let practice: String
    let isNeutral: Bool
    let mayRing: Bool

    var subject: String { "A word from \(practice)" }

    var words: String {
        isNeutral
            ? "Hello \(name). From now on \(linkWorker) from \(practice) will be in touch. Nothing is wrong."
            : """
            Hello \(name). From now on \(linkWorker), a link worker at \(practice), will \
            \(mayRing ? "ring you" : "be in touch") in place of \(former). You need not begin again, \
            and it is fine to say no.
            """
    }
}
