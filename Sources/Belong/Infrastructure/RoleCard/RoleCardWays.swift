import Foundation
import Kernel
import Store

/// In which ways patients can have the words. A translation is the practice's own, and nobody reads it until somebody
/// who knows the language has checked it: no machine's words are shown.
extension RoleCards {
    func add(
        _ words: String,
        in language: CardLanguage,
        of practice: Organisation.ID,
        checked: RoleCard.Translation.Check? = nil,
        at now: Date = .now
    ) async throws {
        try await change(practice, at: now) { work, _, id, me in
            try work.run(
                """
                INSERT INTO role_card_translation (id, practice, language, words, added_at, added_by)
                VALUES (\(id), \(practice), \(language.code), \(words), \(now), \(me))
                """
            )
            guard let checked else { return }
            try work.note(checked, of: Key(id.uuid), by: me, at: now)
        }
    }

    func check(
        _ check: RoleCard.Translation.Check,
        of id: RoleCard.Translation.ID,
        at practice: Organisation.ID,
        now: Date = .now
    ) async throws {
        try await change(practice, at: now) { work, look, _, me in
            guard let found = look.card.translations.first(where: { $0.id == id }) else { throw Missing() }
            if found.check != nil { throw RoleCard.Refused.checked }
            try work.note(check, of: id, by: me, at: now)
        }
    }

    func end(_ id: RoleCard.Translation.ID, at practice: Organisation.ID, now: Date = .now) async throws {
        try await change(practice, at: now) { work, look, _, me in
            guard look.card.translations.contains(where: { $0.id == id }) else { throw Missing() }
            try work.run(
                """
                INSERT INTO role_card_translation_end (translation, ended_at, ended_by)
                VALUES (\(id), \(now), \(me))
                """
            )
        }
    }

    func add(
        _ kind: RoleCard.Recording.Kind,
        _ address: WebAddress,
        of practice: Organisation.ID,
        at now: Date = .now
    ) async throws {
        try await change(practice, at: now) { work, _, id, me in
            try work.run(
                """
                INSERT INTO role_card_recording (id, practice, kind, address, added_at, added_by)
                VALUES (\(id), \(practice), \(kind), \(address.description), \(now), \(me))
                """
            )
        }
    }

    func end(_ id: RoleCard.Recording.ID, at practice: Organisation.ID, now: Date = .now) async throws {
        try await change(practice, at: now) { work, look, _, me in
            guard look.card.recordings.contains(where: { $0.id == id }) else { throw Missing() }
            try work.run(
                """
                INSERT INTO role_card_recording_end (recording, ended_at, ended_by) VALUES (\(id), \(now), \(me))
                """
            )
        }
    }
}

extension Writer {
    fileprivate func note(
        _ check: RoleCard.Translation.Check,
        of id: RoleCard.Translation.ID,
        by member: Member.ID,
        at now: Date
    ) throws {
        try run(
            """
            INSERT INTO role_card_check (translation, checked_by, checked_on, noted_at, noted_by)
            VALUES (\(id), \(check.by), \(check.on), \(now), \(member))
            """
        )
    }
}
