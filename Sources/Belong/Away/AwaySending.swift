import Foundation
import Kernel
import Store

/// A note or a visit that was written without signal, arriving. Its key was made when it
/// was begun, so that however often it is sent it is taken once, also where the first
/// answer was lost on the way.
struct AwaySending: Sendable {
    let key: Key<AwaySending>
    let caseID: Case.ID
    let words: String
    let audience: Audience
    /// A visit, where it was more than a note.
    let visit: Visit?
    /// By the device's own clock.
    let deviceBeganAt: Date
    let deviceSentAt: Date

    struct Visit: Equatable, Sendable {
        let mode: Contact.Mode
        let outcome: Contact.Outcome
        let minutes: Int?
        let knewWhy: Contact.KnewWhy
        /// Minutes after midnight, where another time was given than when it was written.
        let beganAt: Int?
    }

    enum Refused: Refusal {
        case notYet(String)
        case changedSince

        var sentence: String {
            switch self {
            case .notYet(let time):
                "The time you gave is still to come: here it is \(time). Put it right and send it again."
            case .changedSince:
                "This visit had arrived before you changed it. Open it and put it right there; your words are still here."
            }
        }
    }

    /// When it was begun, as this clock says: the device's own may be wrong, but how long
    /// ago it was the device knows.
    func begunAt(arriving now: Date) -> Date {
        now.addingTimeInterval(-min(max(0, deviceSentAt.timeIntervalSince(deviceBeganAt)), 30 * 86_400))
    }

    /// What was said, so that the same key with other words is noticed.
    var digest: String {
        Sodium.digest("\(caseID)\n\(audience.rawValue)\n\(visit.map { "\($0)" } ?? "")\n\(words)")
    }

    /// What happened, with its words where whoever has the case reads them.
    func told(arriving now: Date) throws(Refused) -> Contact.Told? {
        guard let visit else { return nil }
        let begun = begunAt(arriving: now)
        let began =
            visit.beganAt.map { London.instant(Day(begun), hour: $0 / 60, minute: $0 % 60) } ?? begun
        guard began <= now else { throw .notYet(London.time(now)) }
        var told = Contact.Told.nothing
        (told.mode, told.outcome, told.minutes) = (visit.mode, visit.outcome, visit.minutes)
        (told.beganAt, told.knewWhy) = (began, visit.knewWhy)
        if audience == .team { told.more = words }
        return told
    }
}

/// Taking them in, for one member.
struct AwaySendings: Sendable {
    let store: any Store
    let member: Member

    /// Where it stands now. The same key once more is answered the same; with other words
    /// a note is put right.
    func take(_ sending: AwaySending, at now: Date = .now) async throws -> String {
        do {
            return try await store.write { work in try take(sending, in: work, at: now) }
        } catch is Conflict {
            // It arrived twice in the same moment: the other one was taken.
            return try await store.write { work in try take(sending, in: work, at: now) }
        }
    }

    private func take(_ sending: AwaySending, in work: any Writer, at now: Date) throws -> String {
        guard let before = try work.awaySending(sending.key, of: member.id) else {
            return try keep(sending, in: work, at: now)
        }
        let path = "/cases/\(before.caseID)"
        guard before.digest != sending.digest else { return path + before.path }
        guard let note = before.note, before.contact == nil, before.caseID == sending.caseID else {
            throw AwaySending.Refused.changedSince
        }
        try changed(note, by: sending, in: work, at: now)
        try work.run("UPDATE away_sending SET digest = \(sending.digest) WHERE key = \(sending.key)")
        return path + before.path
    }

    /// Other words, or other readers, of a note that had arrived before they were changed.
    private func changed(
        _ note: Note.ID,
        by sending: AwaySending,
        in work: any Writer,
        at now: Date
    ) throws {
        let (notes, id) = (Notes(store: store, member: member), sending.caseID)
        let current = try notes.find(note, on: id, in: work)
        if current.audience != sending.audience {
            try notes.address(current, to: sending.audience, in: work, at: now)
        }
        guard current.words != sending.words else { return }
        let reason = "Changed on the device before it was known that it had arrived."
        _ = try notes.correct(current.id, on: id, sending.words, because: reason, in: work, at: now)
    }

    private func keep(_ sending: AwaySending, in work: any Writer, at now: Date) throws -> String {
        let cases = Cases(store: store, member: member)
        let contact = try sending.told(arriving: now).map { told in
            try cases.keep(told, on: sending.caseID, in: work, at: now)
        }
        var note: Note.ID?
        if !sending.words.isEmpty, contact == nil || sending.audience != .team {
            let wanted = NoteToWrite(
                words: sending.words,
                audience: sending.audience,
                contact: contact,
                begunAt: sending.begunAt(arriving: now)
            )
            note = try Notes(store: store, member: member)
                .keep(wanted, on: sending.caseID, in: work, at: now)
        }
        try work.run(
            """
            INSERT INTO away_sending (key, member, note, contact, digest, device_began_at, device_sent_at, arrived_at)
            VALUES (\(sending.key), \(member.id), \(note), \(contact), \(sending.digest),
                \(sending.deviceBeganAt), \(sending.deviceSentAt), \(now))
            """
        )
        let there = contact.map { "/contacts/\($0)" } ?? note.map { "/notes/\($0)" } ?? ""
        return "/cases/\(sending.caseID)\(there)"
    }
}

extension Reader {
    /// What arrived under this key, which must be one of theirs.
    fileprivate func awaySending(_ key: Key<AwaySending>, of member: Member.ID) throws -> Arrived? {
        let row = try rows(
            """
            SELECT away_sending.member, away_sending.note, away_sending.contact, digest,
                COALESCE(note."case", contact."case") AS case_id
            FROM away_sending
            LEFT JOIN note ON note.id = away_sending.note
            LEFT JOIN contact ON contact.id = away_sending.contact
            WHERE away_sending.key = \(key)
            """
        ).first
        guard let row else { return nil }
        let owner: Member.ID = try row("member")
        guard owner == member else { throw Missing() }
        return try Arrived(
            note: row("note"),
            contact: row("contact"),
            caseID: row("case_id"),
            digest: row("digest")
        )
    }
}

/// What was taken before.
private struct Arrived {
    let note: Note.ID?
    let contact: Contact.ID?
    let caseID: Case.ID
    let digest: String

    var path: String {
        contact.map { "/contacts/\($0)" } ?? note.map { "/notes/\($0)" } ?? ""
    }
}
