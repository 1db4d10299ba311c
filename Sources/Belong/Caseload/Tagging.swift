import Foundation
import Kernel
import Store
import Web

/// What a conversation turned out to be about, tagged after it and never during:
/// paper first, structure later (journeys 5.4). Tagging again replaces the tags
/// and keeps what they were.
struct Tagging: Sendable {
    let reasons: [Reason]
    let signs: [Sign.Kind]
    let ownSign: String
    let isByPerson: Bool
}

extension Cases {
    func tag(
        _ contact: Contact.ID,
        on id: Case.ID,
        _ tagging: Tagging,
        at now: Date = .now
    ) async throws {
        let me = member.id
        try await store.write { work in
            let found = try findToChange(id, in: work, at: now)
            let first = try work.firstOf(contact, on: id)
            try work.write(tagging.reasons, of: first, by: me, at: now)
            for sign in try work.signs(of: tagging, at: first) {
                try work.add(sign, on: id, at: first, by: me, at: now)
            }
            try work.log(.changed, contact, about: found.person, by: me, at: now)
        }
    }
}

extension Reader {
    func reasons(taggedOn contact: Contact.ID) throws -> [Reason] {
        let tagged: [Reason] = try values(
            """
            SELECT reason
            FROM tagging
            JOIN tagging_reason ON tagging_reason.tagging = tagging.id
            WHERE contact = \(contact) AND replaced_by IS NULL
            """
        )
        return Reason.allCases.filter(tagged.contains)
    }

    func signs(at contact: Contact.ID) throws -> [Sign] {
        try all(
            """
            SELECT kind, words, noticed_on, by_person
            FROM sign
            WHERE contact = \(contact)
            ORDER BY recorded_at, kind, id
            """
        )
    }

    /// Noticed on the day of the contact they are tagged on.
    fileprivate func signs(of tagging: Tagging, at first: Contact.ID) throws -> [Sign] {
        let beganAt: Date? = try value(
            "SELECT began_at FROM contact WHERE first = \(first) AND replaced_by IS NULL"
        )
        guard let beganAt else { throw Missing() }
        let own = try Problems.words(tagging.ownSign, "ownSign", upTo: 500)
        let isNoted = try signs(at: first).contains { $0.kind == .own && $0.words == own }
        let kinds = tagging.signs.filter { $0 != .own } + (own.isEmpty || isNoted ? [] : [.own])
        return kinds.map { kind in
            Sign(
                kind: kind,
                words: kind == .own ? own : "",
                noticedOn: Day(beganAt),
                isByPerson: tagging.isByPerson
            )
        }
    }
}

extension Writer {
    fileprivate func write(
        _ reasons: [Reason],
        of contact: Contact.ID,
        by member: Member.ID,
        at now: Date
    ) throws {
        let id = Key<Tagging>(at: now)
        try run("UPDATE tagging SET replaced_by = \(id) WHERE contact = \(contact) AND replaced_by IS NULL")
        try run(
            """
            INSERT INTO tagging (id, contact, tagged_at, tagged_by)
            VALUES (\(id), \(contact), \(now), \(member))
            """
        )
        for reason in Set(reasons) {
            try run("INSERT INTO tagging_reason (tagging, reason) VALUES (\(id), \(reason))")
        }
    }
}
