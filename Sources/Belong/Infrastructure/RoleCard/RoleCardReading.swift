import Foundation
import Kernel
import Store

extension Reader {
    /// All that makes a practice's card, as it is now.
    func roleCard(of practice: Organisation.ID, at now: Date) throws -> RoleCard {
        let place = try rows("SELECT name, phone FROM organisation WHERE id = \(practice)").first
        guard let place else { throw Missing() }
        let address = try rows(
            """
            SELECT word, is_public
            FROM role_card_address
            LEFT JOIN role_card_publication ON role_card_publication.practice = role_card_address.practice
                AND role_card_publication.replaced_by IS NULL
            WHERE role_card_address.practice = \(practice)
            """
        ).first
        let isPublic = try address.flatMap { try $0("is_public") as Bool? }
        let word = try address.flatMap { try $0("word") as String? }
        return try RoleCard(
            practice: practice,
            name: place("name"),
            phone: place("phone"),
            linkWorkers: cardLinkWorkers(at: practice, at: now),
            written: cardWords(of: practice),
            translations: cardTranslations(of: practice),
            recordings: cardRecordings(of: practice),
            word: word,
            isPublic: isPublic ?? false
        )
    }

    /// The practice whose card stands behind a public address, while it is open to everyone.
    func practice(behind word: String) throws -> Organisation.ID {
        let found: Organisation.ID? = try value(
            """
            SELECT role_card_address.practice
            FROM role_card_address
            JOIN role_card_publication ON role_card_publication.practice = role_card_address.practice
            WHERE word = \(word) AND is_public AND role_card_publication.replaced_by IS NULL
            """
        )
        guard let found else { throw Missing() }
        return found
    }

    /// What the public address of a practice's card ends with, while it is open to everyone.
    func openCard(of practice: Organisation.ID) throws -> String? {
        try value(
            """
            SELECT word
            FROM role_card_address
            JOIN role_card_publication ON role_card_publication.practice = role_card_address.practice
            WHERE role_card_address.practice = \(practice) AND is_public
                AND role_card_publication.replaced_by IS NULL
            """
        )
    }

    private func cardLinkWorkers(at practice: Organisation.ID, at now: Date) throws -> [RoleCard.LinkWorker] {
        let weeks = try presences(at: [practice], at: now)
        return try rows(
            """
            SELECT placement.id AS placement, member.id, member.name, profile.brings, profile.leaves,
                profile.languages, profile.phone, role_card_name.name AS shown_name
            FROM placement
            JOIN member ON member.id = placement.link_worker
            LEFT JOIN profile ON profile.member = member.id AND profile.replaced_by IS NULL
            LEFT JOIN role_card_name ON role_card_name.placement = placement.id
                AND role_card_name.replaced_by IS NULL AND role_card_name.name <> ''
            WHERE placement.practice = \(practice) AND \(Placement.current(on: Day(now)))
            ORDER BY member.name, placement.id
            """
        ).map { row in
            let placement: Placement.ID = try row("placement")
            let (brings, leaves, languages): (String?, String?, String?) = try (
                row("brings"), row("leaves"), row("languages")
            )
            let phone: PhoneNumber? = try row("phone")
            return try RoleCard.LinkWorker(
                id: row("id"),
                placement: placement,
                name: row("name"),
                brings: brings ?? "",
                leaves: leaves ?? "",
                languages: languages ?? "",
                phone: phone?.description,
                presence: weeks[placement] ?? [],
                shownName: row("shown_name")
            )
        }
    }

    private func cardWords(of practice: Organisation.ID) throws -> [RoleCard.Kind: RoleWords] {
        try rows(
            """
            SELECT audience, style, does, does_not FROM role_card_words
            WHERE practice = \(practice) AND replaced_by IS NULL
            """
        ).reduce(into: [:]) { all, row in
            guard let audience = try RoleWords.Audience(rawValue: row("audience")),
                let style = try RoleWords.Style(rawValue: row("style"))
            else { return }
            let (does, doesNot): (String, String) = try (row("does"), row("does_not"))
            all[.init(audience: audience, style: style)] = RoleWords(
                does: does.sentences,
                doesNot: doesNot.sentences
            )
        }
    }

    private func cardTranslations(of practice: Organisation.ID) throws -> [RoleCard.Translation] {
        try rows(
            """
            SELECT role_card_translation.id, language, words, checked_by, checked_on
            FROM role_card_translation
            LEFT JOIN role_card_check ON role_card_check.translation = role_card_translation.id
            LEFT JOIN role_card_translation_end AS gone ON gone.translation = role_card_translation.id
            WHERE practice = \(practice) AND gone.translation IS NULL
            ORDER BY added_at DESC, role_card_translation.id
            """
        ).compactMap { row in
            guard let language = try CardLanguage(row("language") as String) else { return nil }
            let (by, on): (String?, Day?) = try (row("checked_by"), row("checked_on"))
            return try RoleCard.Translation(
                id: row("id"),
                language: language,
                words: row("words"),
                check: by.flatMap { by in on.map { RoleCard.Translation.Check(by: by, on: $0) } }
            )
        }
    }

    private func cardRecordings(of practice: Organisation.ID) throws -> [RoleCard.Recording] {
        try rows(
            """
            SELECT role_card_recording.id, kind, address
            FROM role_card_recording
            LEFT JOIN role_card_recording_end AS gone ON gone.recording = role_card_recording.id
            WHERE practice = \(practice) AND gone.recording IS NULL
            ORDER BY kind, added_at DESC
            """
        ).compactMap { row in
            guard let address = try WebAddress(row("address") as String) else { return nil }
            return try RoleCard.Recording(id: row("id"), kind: row("kind"), address: address)
        }
    }
}

extension String {
    /// A sentence a line; empty lines are none.
    var sentences: [String] {
        split(whereSeparator: \.isNewline).map { String($0).trimmingSpaces() }.filter { !$0.isEmpty }
    }
}
