import Foundation
import Kernel
import Store

/// Words written freely about somebody, for oneself, for whoever has the case, or for
/// the practice as well. Paper first: what it was about is tagged after.
struct Note: Identifiable, Sendable {
    let id: Key<Note>
    /// The same note before anything in it was put right.
    let first: Note.ID
    let caseID: Case.ID
    /// The conversation it belongs to, if any.
    let contact: Contact.ID?
    let words: String
    let author: Member.ID
    let writtenBy: String
    let begunAt: Date
    let writtenAt: Date
    /// Why it was put right, if it was.
    let reason: String?
    let audience: Audience

    static let longest = 20_000

    enum Refused: Refusal {
        case alreadyPutRight
        case notYours
        case notForPractice

        var sentence: String {
            switch self {
            case .alreadyPutRight: "This has been put right already. Open it again to see how it reads now."
            case .notYours: "Only whoever wrote it says who reads it. Ask them."
            case .notForPractice:
                "They do not want words to go to the practice. Choose another, or ask them first."
            }
        }
    }

    /// Who wrote it when, and why if something was put right.
    var signature: String {
        let when = "\(Day(writtenAt).short) at \(London.time(writtenAt))"
        let written =
            reason.map { "Put right by \(writtenBy), \(when), because: \($0)" }
            ?? "Written by \(writtenBy), \(when)"
        let isLater = reason == nil && writtenAt.timeIntervalSince(begunAt) >= 120
        return isLater
            ? "\(written); begun \(Day(begunAt).short) at \(London.time(begunAt))" : written
    }
}

extension Note: Stored {
    static let columns: SQL = """
        note.id, note.first, note."case", note.contact, note.words, note.author, note.begun_at, note.written_at,
        note.reason, note_audience.audience, writer.name AS writer
        """

    /// `"case"` is not in it: join that for whom it is about.
    static let tables: SQL = """
        note
        JOIN note_audience ON note_audience.note = note.first AND note_audience.replaced_by IS NULL
        JOIN member AS writer ON writer.id = note.written_by
        """

    init(_ row: Row) throws {
        try self.init(
            id: row("id"),
            first: row("first"),
            caseID: row("case"),
            contact: row("contact"),
            words: row("words"),
            author: row("author"),
            writtenBy: row("writer"),
            begunAt: row("begun_at"),
            writtenAt: row("written_at"),
            reason: row("reason"),
            audience: row("audience")
        )
    }
}

extension Reader {
    /// Those of a case that this member may read, as they read today, latest first.
    func notes(of id: Case.ID, for member: Member.ID) throws -> [Note] {
        try all(
            """
            SELECT \(Note.columns)
            FROM \(Note.tables)
            WHERE note."case" = \(id) AND note.replaced_by IS NULL AND \(Note.isRead(by: member))
            ORDER BY note.begun_at DESC, note.id DESC
            """
        )
    }

    /// As it reads now, and before that as it was, latest first; none if it is not theirs to read.
    func noteVersions(of note: Note.ID, on id: Case.ID, for member: Member.ID) throws -> [Note] {
        try all(
            """
            SELECT \(Note.columns)
            FROM \(Note.tables)
            WHERE note.first = (SELECT asked.first FROM note AS asked WHERE asked.id = \(note))
                AND note."case" = \(id) AND \(Note.isRead(by: member))
            ORDER BY CASE WHEN note.replaced_by IS NULL THEN 0 ELSE 1 END, note.written_at DESC, note.id DESC
            """
        )
    }
}

extension Writer {
    func add(
        _ words: String,
        as id: Note.ID,
        on whose: Case.ID,
        at contact: Contact.ID?,
        begun: Date,
        by member: Member.ID,
        at now: Date
    ) throws {
        try run(
            """
            INSERT INTO note (id, first, "case", contact, words, author, begun_at, written_at, written_by)
            VALUES (\(id), \(id), \(whose), \(contact), \(words), \(member), \(begun), \(now), \(member))
            """
        )
    }

    func correct(
        _ wrong: Note,
        as id: Note.ID,
        _ words: String,
        because reason: String,
        by member: Member.ID,
        at now: Date
    ) throws {
        let replaced = try run(
            "UPDATE note SET replaced_by = \(id) WHERE id = \(wrong.id) AND replaced_by IS NULL"
        )
        guard replaced == 1 else { throw Note.Refused.alreadyPutRight }
        try run(
            """
            INSERT INTO note (id, first, "case", contact, words, author, begun_at, written_at, written_by, corrects,
                reason)
            VALUES (\(id), \(wrong.first), \(wrong.caseID), \(wrong.contact), \(words), \(wrong.author),
                \(wrong.begunAt), \(now), \(member), \(wrong.id), \(reason))
            """
        )
    }

    func write(_ audience: Audience, of note: Note.ID, by member: Member.ID, at now: Date) throws {
        let id = Key<Audience>(at: now)
        try run(
            "UPDATE note_audience SET replaced_by = \(id) WHERE note = \(note) AND replaced_by IS NULL"
        )
        try run(
            """
            INSERT INTO note_audience (id, note, audience, said_at, said_by)
            VALUES (\(id), \(note), \(audience), \(now), \(member))
            """
        )
    }
}
