import Foundation
import Kernel
import Store

/// Where words are looked for that ask for a second look, and whom to tell of them.
extension Reader {
    /// - Parameter member: whoever looks, who is not told to ring themselves.
    func whomToTell(
        at practice: Organisation.ID,
        besides member: Member.ID? = nil,
        at now: Date
    ) throws -> RedFlag.Prompt {
        let row = try rows("SELECT name, phone FROM organisation WHERE id = \(practice)").first
        let clinician = try hearers(at: practice, besides: member, at: now).first { $0.role == .clinician }
        return try RedFlag.Prompt(
            practice: row?("name") ?? "",
            phone: row?("phone"),
            clinician: clinician?.name
        )
    }

    /// When somebody last raised a worry about them: what was said before that is seen to.
    func worriedAbout(_ person: Person.ID) throws -> Date {
        let raised: Date?? = try value("SELECT MAX(raised_at) FROM worry WHERE person = \(person)")
        return raised.flatMap(\.self) ?? .distantPast
    }

    /// Whether something they said, or that was written of them, in the last week should be looked at
    /// again, and nobody has raised a worry since.
    func redFlag(in found: Case, for reader: Member.ID, at now: Date) throws -> RedFlag.Prompt? {
        let since = try max(worriedAbout(found.person), now.addingTimeInterval(-7 * 86_400))
        let said =
            try saidBehindLinks(in: found.id) + saidOnReferral(found.referral)
            + texts(of: found.person) + written(on: found.id, for: reader)
        let raised = RedFlag.raised(by: said, since: since)
        guard !raised.isEmpty else { return nil }
        var prompt = try whomToTell(at: found.practice, besides: reader, at: now)
        prompt.said = raised
        return prompt
    }

    private func texts(of person: Person.ID) throws -> [RedFlag.Said] {
        try said(
            "SELECT body AS words, came_at AS at FROM arrival WHERE person = \(person)",
            by: "A text from them"
        )
    }

    /// In conversations and notes, as far as the reader may read them.
    private func written(on id: Case.ID, for reader: Member.ID) throws -> [RedFlag.Said] {
        try said(
            """
            SELECT matters || ' . ' || helps || ' . ' || hinders || ' . ' || more AS words, written_at AS at
            FROM contact
            WHERE "case" = \(id) AND replaced_by IS NULL
            """,
            by: "A conversation"
        )
            + said(
                """
                SELECT note.words, note.written_at AS at
                FROM \(Note.tables)
                WHERE note."case" = \(id) AND note.replaced_by IS NULL AND \(Note.isRead(by: reader))
                """,
                by: "A note"
            )
    }

    /// What they themselves wrote behind the link to their own page.
    func saidBehindLinks(in id: Case.ID) throws -> [RedFlag.Said] {
        try said(
            """
            SELECT own_words.words, own_words.written_at AS at
            FROM own_words
            JOIN news ON news.id = own_words.news
            WHERE news."case" = \(id)
            UNION ALL
            SELECT attendance.words, attendance.said_at
            FROM attendance
            JOIN introduction ON introduction.id = attendance.introduction
            WHERE introduction."case" = \(id) AND attendance.told_by = 'person'
            UNION ALL
            SELECT story_agreement.words, story_agreement.said_at
            FROM story_agreement
            JOIN story_version ON story_version.id = story_agreement.version
            JOIN meeting_story ON meeting_story.id = story_version.story
            WHERE meeting_story."case" = \(id) AND story_agreement.way = 'link'
            """,
            by: "Their own page",
            isTheirs: true
        )
    }

    /// What was written with a referral, and what they answered to it, first answers too.
    func saidOnReferral(_ id: Referral.ID) throws -> [RedFlag.Said] {
        try said(
            """
            SELECT referral.words || ' . ' || other_reason AS words, made_at AS at
            FROM referral
            WHERE referral.id = \(id)
            """,
            by: "The referral"
        )
            + said(
                "SELECT words, said_at AS at FROM wish WHERE referral = \(id)",
                by: "Their answer",
                isTheirs: true
            )
    }

    private func said(_ query: SQL, by whom: String, isTheirs: Bool = false) throws -> [RedFlag.Said] {
        try rows(query).map { row in
            try RedFlag.Said(by: whom, words: row("words"), at: row("at"), isTheirs: isTheirs)
        }
    }
}
