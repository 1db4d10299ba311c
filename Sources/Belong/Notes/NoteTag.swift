import Foundation
import Kernel
import Store
import Web

/// What a note or a passage of it turned out to be about: a reason, a sign of change,
/// a theme. Tagged after, by a person, and taken off again by one.
struct NoteTag: Identifiable, Sendable {
    let id: Key<NoteTag>
    /// The words it stands on; empty for the whole note.
    let passage: String
    let kind: Kind
    let tag: String

    enum Kind: String, CaseIterable, Sendable, Column {
        case reason
        case sign
        case theme
    }

    var name: String {
        switch kind {
        case .reason: Reason(rawValue: tag)?.name ?? tag
        case .sign: "sign of change: \(Sign.Kind(rawValue: tag)?.name ?? tag)"
        case .theme: tag
        }
    }
}

/// What was typed to tag with.
struct NoteTagForm: Decodable, Sendable {
    var passage: String?
    var reason: String?
    var sign: String?
    var theme: String?

    /// The tags asked for, on words that are in the note.
    func read(in words: String) throws(Problems) -> [NoteTag] {
        var problems = Problems()
        let passage = problems.words(passage, "passage", upTo: 1_000)
        if !passage.isEmpty, !words.onOneLine.contains(passage.onOneLine) {
            problems.add("passage", "These words are not in the note. Copy them as they stand there")
        }
        let theme = problems.words(theme, "theme", upTo: 80)
        let asked: [(NoteTag.Kind, String?)] = [
            (.reason, reason.flatMap(Reason.init)?.rawValue),
            (.sign, sign.flatMap(Sign.Kind.init)?.rawValue),
            (.theme, theme.isEmpty ? nil : theme.onOneLine),
        ]
        let tags = asked.compactMap { kind, tag in
            tag.map { NoteTag(id: Key(), passage: passage.onOneLine, kind: kind, tag: $0) }
        }
        if tags.isEmpty { problems.add("reason", "Choose what to tag it with") }
        guard problems.list.isEmpty else { throw problems }
        return tags
    }
}

extension Notes {
    /// A sign of change is also noted on the case, on the day of the note.
    func tag(_ note: Note.ID, on id: Case.ID, _ form: NoteTagForm, at now: Date = .now) async throws {
        let (me, cases) = (member.id, Cases(store: store, member: member))
        try await store.write { work in
            let found = try cases.findToChange(id, in: work, at: now)
            let current = try find(note, on: id, in: work)
            for tag in try form.read(in: current.words) {
                let isNew = try work.add(tag, on: current.first, by: me, at: now)
                if isNew, tag.kind == .sign, let kind = Sign.Kind(rawValue: tag.tag) {
                    let sign = Sign(kind: kind, words: "", noticedOn: Day(current.begunAt), isByPerson: false)
                    try work.add(sign, on: id, at: nil, by: me, at: now)
                }
            }
            try work.log(.changed, current.first, about: found.person, by: me, at: now)
        }
    }

    func takeOff(_ tag: Key<NoteTag>, of note: Note.ID, on id: Case.ID, at now: Date = .now) async throws {
        let (me, cases) = (member.id, Cases(store: store, member: member))
        try await store.write { work in
            let found = try cases.findToChange(id, in: work, at: now)
            let current = try find(note, on: id, in: work)
            try work.run(
                """
                UPDATE note_tag SET ended_at = \(now), ended_by = \(me)
                WHERE id = \(tag) AND note = \(current.first) AND ended_at IS NULL
                """
            )
            try work.log(.changed, current.first, about: found.person, by: me, at: now)
        }
    }
}

extension Reader {
    func tags(of note: Note.ID) throws -> [NoteTag] {
        try rows(
            """
            SELECT id, passage, kind, tag
            FROM note_tag
            WHERE note = \(note) AND ended_at IS NULL
            ORDER BY tagged_at, kind, tag
            """
        ).map { row in
            try NoteTag(id: row("id"), passage: row("passage"), kind: row("kind"), tag: row("tag"))
        }
    }
}

extension Writer {
    fileprivate func add(_ tag: NoteTag, on note: Note.ID, by member: Member.ID, at now: Date) throws -> Bool
    {
        let isThere = try has(
            """
            SELECT id FROM note_tag
            WHERE note = \(note) AND passage = \(tag.passage) AND kind = \(tag.kind) AND tag = \(tag.tag)
                AND ended_at IS NULL
            """
        )
        guard !isThere else { return false }
        try run(
            """
            INSERT INTO note_tag (id, note, passage, kind, tag, tagged_at, tagged_by)
            VALUES (\(tag.id), \(note), \(tag.passage), \(tag.kind), \(tag.tag), \(now), \(member))
            """
        )
        return true
    }
}
