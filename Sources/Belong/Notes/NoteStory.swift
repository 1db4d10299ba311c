import Foundation
import Kernel
import Store
import Web

extension CasePart {
    /// Notes, as far as the reader may know them; all of them for a copy of the record.
    static let notes = CasePart(
        seen: { view, found, reader in
            try view.notes(of: found.id, for: reader).map { note in
                try Event(
                    at: note.begunAt,
                    title: "A note",
                    facets: [note.audience.name.lowercasedFirst],
                    words: note.words.count > 280 ? "\(note.words.prefix(280))…" : note.words,
                    tags: view.tags(of: note.first).map(\.name)
                        + (note.reason == nil ? [] : ["put right since"]),
                    path: "/cases/\(found.id)/notes/\(note.id)"
                )
            }
        },
        record: { view, found in try view.passages(ofNotesIn: found.id) },
        openWays: { found in [Place("Write a note", "/cases/\(found.id)/notes/new")] }
    )
}

extension Reader {
    /// Every version. What somebody keeps for themselves is theirs to have too, and says
    /// whose it is, so that its writer reads it through first.
    fileprivate func passages(ofNotesIn id: Case.ID) throws -> [Passage] {
        try rows(
            """
            SELECT note.id, note.first, note.written_at, note.words, note.reason, note.author, keeper.name, note_audience.audience
            FROM note
            JOIN note_audience ON note_audience.note = note.first AND note_audience.replaced_by IS NULL
            JOIN member AS keeper ON keeper.id = note.author
            WHERE note."case" = \(id)
            ORDER BY note.written_at, note.id
            """
        ).map { row in
            let (note, words, audience): (Note.ID, String, Audience) = try (
                row("id"), row("words"), row("audience")
            )
            let reason: String? = try row("reason")
            let about = try tags(of: row("first")).map(\.name).joined(separator: ", ")
            return try Passage(
                key: "note \(note) 0",
                heading: reason.map { "A note, put right because: \($0)" } ?? "A note",
                at: row("written_at"),
                words: about.isEmpty ? words : "\(words) (It was about: \(about).)",
                isWorry: audience == .mine,
                keeper: audience == .mine ? .init(id: row("author"), name: row("name")) : nil
            )
        }
    }
}

extension String {
    /// *only me*: in the middle of a line.
    fileprivate var lowercasedFirst: String {
        prefix(1).lowercased() + dropFirst()
    }
}
