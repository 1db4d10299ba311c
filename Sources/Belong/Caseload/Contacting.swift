import Foundation
import Kernel
import Store
import Web

/// Writing down what happened, and putting it right without losing what was
/// written first.
extension Cases {
    /// Writes down a contact and ends its draft, together or not at all.
    @discardableResult
    func write(
        _ told: Contact.Told,
        on id: Case.ID,
        draft: Draft.ID? = nil,
        at now: Date = .now
    ) async throws -> Contact.ID {
        do {
            return try await store.write { work in try keep(told, on: id, draft: draft, in: work, at: now) }
        } catch is Conflict {
            throw Contact.Refused.atOnce
        }
    }

    /// The same as part of something larger, such as an entry of the diary.
    func keep(
        _ told: Contact.Told,
        on id: Case.ID,
        draft: Draft.ID? = nil,
        in work: any Writer,
        at now: Date
    ) throws -> Contact.ID {
        let me = member.id
        let found = try findOpen(id, in: work, at: now)
        if let there = try work.same(told, on: id, by: me, at: now) {
            try work.endDraft(draft, of: me, at: now)
            return try sentAgain(there, told, of: found, in: work, at: now)
        }
        let told = try told.settled(work.hasSaidWhetherTheyKnew(id))
        let contact = Contact.ID(at: now)
        try work.add(told, as: contact, first: contact, on: id, by: me, at: now)
        try work.note(told.matters, from: contact, at: told.beganAt, on: id, by: me, at: now)
        try work.endDraft(draft, of: me, at: now)
        try work.log(.changed, contact, about: found.person, by: me, at: now)
        return contact
    }

    /// Puts one right. The new row names the one it corrects, and why.
    @discardableResult
    func putRight(
        _ wrong: Contact.ID,
        on id: Case.ID,
        _ told: Contact.Told,
        because reason: String,
        draft: Draft.ID? = nil,
        at now: Date = .now
    ) async throws -> Contact.ID {
        let me = member.id
        return try await store.write { work in
            let found = try findToChange(id, in: work, at: now)
            let first = try work.firstOf(wrong, on: id)
            let told = try told.settled(work.hasSaidWhetherTheyKnew(id, besides: first))
            try work.endDraft(draft, of: me, at: now)
            return try correct(wrong, first: first, told, because: reason, of: found, in: work, at: now)
        }
    }

    /// Word for word the same is kept once. With more said of it (how long, where,
    /// that one went along), the one that is there is put right.
    private func sentAgain(
        _ there: Contact,
        _ told: Contact.Told,
        of found: Case,
        in work: any Writer,
        at now: Date
    ) throws -> Contact.ID {
        var told = try told.settled(work.hasSaidWhetherTheyKnew(found.id, besides: there.first))
        told.beganAt = there.told.beganAt
        guard told != there.told else { return there.id }
        let reason = "Sent again from the page on which it was written."
        return try correct(there.id, first: there.first, told, because: reason, of: found, in: work, at: now)
    }

    private func correct(
        _ wrong: Contact.ID,
        first: Contact.ID,
        _ told: Contact.Told,
        because reason: String,
        of found: Case,
        in work: any Writer,
        at now: Date
    ) throws -> Contact.ID {
        let contact = Contact.ID(at: now)
        try work.replace(wrong, by: contact)
        try work.add(
            told,
            as: contact,
            first: first,
            correcting: (wrong, reason),
            on: found.id,
            by: member.id,
            at: now
        )
        try work.note(told.matters, from: first, at: told.beganAt, on: found.id, by: member.id, at: now)
        try work.log(.changed, contact, about: found.person, by: member.id, at: now)
        return contact
    }
}

extension Contact.Told {
    /// Whether they knew why is said once, of the first conversation, and must be.
    fileprivate func settled(_ isSaidAlready: Bool) throws(Problems) -> Contact.Told {
        var told = self
        guard outcome.isReached, !isSaidAlready else {
            told.knewWhy = nil
            return told
        }
        guard knewWhy != nil else {
            var problems = Problems()
            _ = problems.unless(knewWhy, "knewWhy", "Did they know why you rang? “Not asked” is an answer")
            throw problems
        }
        return told
    }
}

extension Reader {
    /// The same conversation, written in the same words a while ago: somebody went
    /// back in their browser and sent it again, perhaps with more said of it.
    fileprivate func same(
        _ told: Contact.Told,
        on id: Case.ID,
        by member: Member.ID,
        at now: Date
    ) throws -> Contact? {
        try first(
            """
            SELECT \(Contact.columns), member.name AS writer
            FROM contact
            JOIN member ON member.id = contact.written_by
            WHERE contact."case" = \(id) AND written_by = \(member) AND replaced_by IS NULL
                AND written_at > \(now.addingTimeInterval(-86_400))
                AND began_at = \(told.beganAt) AND mode = \(told.mode) AND outcome = \(told.outcome.word)
                AND matters = \(told.matters) AND helps = \(told.helps) AND hinders = \(told.hinders)
                AND more = \(told.more) AND tried = \(told.outcome.tried) AND what_next = \(told.outcome.next)
            """
        )
    }

    /// The contact as it was first written; it must be one of this case.
    func firstOf(_ contact: Contact.ID, on id: Case.ID) throws -> Contact.ID {
        let first: Contact.ID? = try value(
            "SELECT first FROM contact WHERE id = \(contact) AND contact.\"case\" = \(id)"
        )
        guard let first else { throw Missing() }
        return first
    }
}

extension Writer {
    fileprivate func replace(_ wrong: Contact.ID, by contact: Contact.ID) throws {
        let replaced = try run(
            "UPDATE contact SET replaced_by = \(contact) WHERE id = \(wrong) AND replaced_by IS NULL"
        )
        guard replaced == 1 else { throw Contact.Refused.alreadyPutRight }
    }

    fileprivate func add(
        _ told: Contact.Told,
        as id: Contact.ID,
        first: Contact.ID,
        correcting: (wrong: Contact.ID, reason: String)? = nil,
        on whose: Case.ID,
        by member: Member.ID,
        at now: Date
    ) throws {
        try run(
            """
            INSERT INTO contact (id, "case", first, mode, place, began_at, minutes, went_along, outcome, tried,
                what_next, knew_why, matters, helps, hinders, more, written_at, written_by, corrects, reason)
            VALUES (\(id), \(whose), \(first), \(told.mode), \(told.place), \(told.beganAt), \(told.minutes),
                \(told.wentAlong), \(told.outcome.word), \(told.outcome.tried), \(told.outcome.next),
                \(told.knewWhy), \(told.matters), \(told.helps), \(told.hinders), \(told.more), \(now),
                \(member), \(correcting?.wrong), \(correcting?.reason))
            """
        )
    }
}
