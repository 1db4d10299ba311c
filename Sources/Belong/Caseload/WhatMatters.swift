import Foundation
import Kernel
import Store

/// What matters to somebody, in their own words: the head of their page and of
/// their plan (paper, line 2). The latest words count; earlier ones are kept.
struct WhatMatters: Sendable {
    let words: String
    let saidAt: Date
    let isFromContact: Bool
}

extension WhatMatters: Stored {
    init(_ row: Row) throws {
        words = try row("words")
        saidAt = try row("said_at")
        let contact: Contact.ID? = try row("contact")
        isFromContact = contact != nil
    }
}

extension Reader {
    func whatMatters(in id: Case.ID) throws -> WhatMatters? {
        let found: WhatMatters? = try first(
            """
            SELECT words, said_at, contact
            FROM what_matters
            WHERE what_matters."case" = \(id) AND replaced_by IS NULL
            """
        )
        return found.flatMap { $0.words.isEmpty ? nil : $0 }
    }
}

extension Cases {
    enum MattersRefused: Refusal {
        case noWords
        case tooLong

        var sentence: String {
            switch self {
            case .noWords: "Write it in their words first."
            case .tooLong: "Keep it to 2,000 characters, so that it can stand at the head of the page."
            }
        }
    }

    /// Writes down what matters now, outside a conversation.
    func write(matters typed: String, on id: Case.ID, at now: Date = .now) async throws {
        let (me, words) = (member.id, typed.asWritten)
        guard !words.isEmpty else { throw MattersRefused.noWords }
        guard words.count <= 2_000 else { throw MattersRefused.tooLong }
        try await store.write { work in
            let found = try findOpen(id, in: work, at: now)
            try work.write(matters: words, from: nil, at: now, on: id, by: me, at: now)
            try work.log(.changed, id, about: found.person, by: me, at: now)
        }
    }
}

extension Writer {
    /// What a contact said of it, unless something later has been said since.
    func note(
        _ words: String,
        from contact: Contact.ID,
        at saidAt: Date,
        on id: Case.ID,
        by member: Member.ID,
        at now: Date
    ) throws {
        let current = try rows(
            """
            SELECT contact, said_at
            FROM what_matters
            WHERE what_matters."case" = \(id) AND replaced_by IS NULL
            """
        ).first
        let from: Contact.ID? = try current.map { try $0("contact") } ?? nil
        let before: Date? = try current.map { try $0("said_at") }
        let isPuttingRight = from == contact
        let isLatest = !words.isEmpty && saidAt >= before ?? .distantPast
        guard isPuttingRight || isLatest else { return }
        try write(matters: words, from: contact, at: saidAt, on: id, by: member, at: now)
    }

    fileprivate func write(
        matters words: String,
        from contact: Contact.ID?,
        at saidAt: Date,
        on id: Case.ID,
        by member: Member.ID,
        at now: Date
    ) throws {
        let version = Key<WhatMatters>(at: now)
        try run(
            """
            UPDATE what_matters SET replaced_by = \(version)
            WHERE what_matters."case" = \(id) AND replaced_by IS NULL
            """
        )
        try run(
            """
            INSERT INTO what_matters (id, "case", words, contact, said_at, recorded_at, recorded_by)
            VALUES (\(version), \(id), \(words), \(contact), \(saidAt), \(now), \(member))
            """
        )
    }
}
