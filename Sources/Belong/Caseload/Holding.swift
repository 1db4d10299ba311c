import Foundation
import Kernel
import Store
import Web

/// Being there for somebody while nothing needs doing. It has words and a date
/// and no deadline: nobody is pressed to close.
struct Holding: Sendable {
    let words: String
    let since: Date

    enum Refused: Refusal {
        case noWords

        var sentence: String { "Say in a line what you are holding, and for how long you think." }
    }
}

extension Cases {
    func hold(_ id: Case.ID, _ typed: String, at now: Date = .now) async throws {
        try await store.write { work in try hold(id, typed, in: work, at: now) }
    }

    /// As part of something larger: several held at once.
    func hold(_ id: Case.ID, _ typed: String, in work: any Writer, at now: Date) throws {
        let words = try Problems.words(typed, upTo: 2_000)
        guard !words.isEmpty else { throw Holding.Refused.noWords }
        try say(isHolding: true, words, of: id, in: work, at: now)
    }

    func endHolding(_ id: Case.ID, at now: Date = .now) async throws {
        try await store.write { work in try say(isHolding: false, "", of: id, in: work, at: now) }
    }

    private func say(
        isHolding: Bool,
        _ words: String,
        of id: Case.ID,
        in work: any Writer,
        at now: Date
    ) throws {
        let (me, found, holding) = try (member.id, findOpen(id, in: work, at: now), Key<Holding>(at: now))
        try work.run(
            """
            UPDATE holding SET replaced_by = \(holding)
            WHERE holding."case" = \(id) AND replaced_by IS NULL
            """
        )
        try work.run(
            """
            INSERT INTO holding (id, "case", is_holding, words, said_at, said_by)
            VALUES (\(holding), \(id), \(isHolding), \(words), \(now), \(me))
            """
        )
        try work.log(.changed, id, about: found.person, by: me, at: now)
    }
}

extension Holding: Stored {
    init(_ row: Row) throws {
        try self.init(words: row("words"), since: row("said_at"))
    }
}

extension Reader {
    func holding(of id: Case.ID) throws -> Holding? {
        try first(
            """
            SELECT words, said_at
            FROM holding
            WHERE holding."case" = \(id) AND replaced_by IS NULL AND is_holding
            """
        )
    }
}
