import Foundation
import Kernel
import Store

/// What somebody wants to write.
struct NoteToWrite: Sendable, Equatable {
    let words: String
    let audience: Audience
    var contact: Contact.ID?
    /// When it was begun, where that was earlier.
    var begunAt: Date?
}

/// The notes of the cases one member may see: written and changed by whoever has the
/// case, read as far as each note's audience goes. What somebody keeps for themselves
/// is not there for anybody else.
struct Notes: Sendable {
    let store: any Store
    let member: Member

    private var cases: Cases { Cases(store: store, member: member) }

    @discardableResult
    func write(
        _ wanted: NoteToWrite,
        on id: Case.ID,
        draft: Draft.ID? = nil,
        at now: Date = .now
    ) async throws -> Note.ID {
        try await store.write { work in try keep(wanted, on: id, draft: draft, in: work, at: now) }
    }

    /// The same as part of something larger.
    func keep(
        _ wanted: NoteToWrite,
        on id: Case.ID,
        draft: Draft.ID? = nil,
        in work: any Writer,
        at now: Date
    ) throws -> Note.ID {
        let (me, note) = (member.id, Note.ID(at: now))
        let found = try cases.findOpen(id, in: work, at: now)
        try may(wanted.audience, of: found, in: work)
        let contact = try wanted.contact.map { try work.firstOf($0, on: id) }
        let begun = min(wanted.begunAt ?? now, now)
        try work.add(wanted.words, as: note, on: id, at: contact, begun: begun, by: me, at: now)
        try work.write(wanted.audience, of: note, by: me, at: now)
        try work.endDraft(draft, of: me, at: now)
        try work.log(.changed, note, about: found.person, by: me, at: now)
        return note
    }

    @discardableResult
    func putRight(
        _ wrong: Note.ID,
        on id: Case.ID,
        _ words: String,
        because reason: String,
        draft: Draft.ID? = nil,
        at now: Date = .now
    ) async throws -> Note.ID {
        try await store.write { work in
            let note = try correct(wrong, on: id, words, because: reason, in: work, at: now)
            try work.endDraft(draft, of: member.id, at: now)
            return note
        }
    }

    func correct(
        _ wrong: Note.ID,
        on id: Case.ID,
        _ words: String,
        because reason: String,
        in work: any Writer,
        at now: Date
    ) throws -> Note.ID {
        let (me, note) = (member.id, Note.ID(at: now))
        let found = try cases.findToChange(id, in: work, at: now)
        let current = try find(wrong, on: id, in: work)
        guard current.id == wrong else { throw Note.Refused.alreadyPutRight }
        try work.correct(current, as: note, words, because: reason, by: me, at: now)
        try work.log(.changed, note, about: found.person, by: me, at: now)
        return note
    }

    /// Says anew who reads it. Only its writer does.
    func address(_ note: Note.ID, on id: Case.ID, to audience: Audience, at now: Date = .now) async throws {
        try await store.write { work in
            _ = try cases.findToChange(id, in: work, at: now)
            let current = try find(note, on: id, in: work)
            guard current.author == member.id else { throw Note.Refused.notYours }
            guard current.audience != audience else { return }
            try address(current, to: audience, in: work, at: now)
        }
    }

    func address(_ current: Note, to audience: Audience, in work: any Writer, at now: Date) throws {
        let found = try cases.findToChange(current.caseID, in: work, at: now)
        try may(audience, of: found, in: work)
        _ = try work.rows("SELECT id FROM note WHERE id = \(current.id) \(work.dialect.forUpdate)")
        try work.write(audience, of: current.first, by: member.id, at: now)
        try work.log(.changed, current.first, about: found.person, by: member.id, at: now)
    }

    /// One they may read, as it reads today.
    func find(_ note: Note.ID, on id: Case.ID, in view: any Reader) throws -> Note {
        guard let current = try view.noteVersions(of: note, on: id, for: member.id).first else {
            throw Missing()
        }
        return current
    }

    private func may(_ audience: Audience, of found: Case, in view: any Reader) throws {
        guard audience == .gp else { return }
        guard try view.newsExtent(of: found.id) == .summary else { throw Note.Refused.notForPractice }
    }
}
