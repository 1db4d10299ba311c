import Foundation
import Kernel
import Store

/// What link workers wrote for the clinicians of a practice as well, for one of those
/// clinicians. It ends where the person does not let words go to the practice, where
/// they are registered elsewhere, and where its writer chose again.
struct PracticeNotes: Sendable {
    let store: any Store
    let member: Member

    struct Line: Sendable {
        let id: Note.ID
        let person: String
        let from: String
        let isRead: Bool
    }

    static func isFor(_ member: Member) -> Bool { member.isA(.clinician) }

    /// Unread first, then the newest. Their words stand on their own page.
    func all(at now: Date = .now) async throws -> [Line] {
        guard Self.isFor(member) else { throw Missing() }
        try await store.look(at: NameList.PracticeNotes.self, of: member.id, at: now)
        let theirs = theirs(at: now)
        return try await store.read { view in
            try view.rows(
                """
                \(theirs)
                ORDER BY CASE WHEN note_reading.read_at IS NULL THEN 0 ELSE 1 END, note.begun_at DESC, note.id DESC
                LIMIT 200
                """
            ).map { row in
                let readAt: Date? = try row("read_at")
                return try Line(
                    id: row("id"),
                    person: Particulars(naming: row).listed,
                    from: "\(row("writer") as String), \(Day(row("begun_at") as Date).spoken)",
                    isRead: readAt != nil
                )
            }
        }
    }

    func unread(at now: Date = .now) async throws -> Int {
        guard Self.isFor(member) else { return 0 }
        let theirs = theirs(at: now)
        return try await store.read { try $0.rows("\(theirs) AND note_reading.read_at IS NULL").count }
    }

    /// Opening it is reading it, and that is written down before it is shown.
    func open(_ id: Note.ID, at now: Date = .now) async throws -> PracticeNotePage {
        guard Self.isFor(member) else { throw Missing() }
        let (me, theirs) = (member.id, theirs(at: now))
        return try await store.write { work in
            guard let row = try work.rows("\(theirs) AND note.id = \(id)").first else { throw Missing() }
            let (note, person): (Note, Person.ID) = try (Note(row), row("person"))
            try work.run(
                """
                INSERT INTO note_reading (note, read_by, read_at)
                VALUES (\(note.first), \(me), \(now))
                ON CONFLICT (note, read_by) DO NOTHING
                """
            )
            try work.log(.looked, note.first, about: person, by: me, at: now)
            return try PracticeNotePage(name: Particulars(naming: row).listed, note: note)
        }
    }

    private func theirs(at now: Date) -> SQL {
        let places = member.memberships.filter { $0.role == .clinician }.map(\.organisation.id)
        return """
            SELECT \(Note.columns), "case".person, given_name, family_name, note_reading.read_at
            FROM \(Note.tables)
            JOIN "case" ON "case".id = note."case"
            JOIN particulars ON particulars.person = "case".person AND particulars.replaced_by IS NULL
            \(NewsExtent.said)
            LEFT JOIN note_reading ON note_reading.note = note.first AND note_reading.read_by = \(member.id)
            WHERE note.replaced_by IS NULL AND note_audience.audience = 'gp'
                AND "case".practice IN (\(each: Set(places))) AND \(NewsExtent.chosen) = 'summary'
                AND NOT (\(Moving.isLongGone(at: now)))
            """
    }
}
