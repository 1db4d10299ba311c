import Foundation
import Kernel
import Store

/// Carries what is in the outbox, again and again until it is taken, less and
/// less often; what nobody takes in a day is put where a person sees it.
package struct Postman: Sendable {
    let store: any Store
    let carrier: Carrier

    package init(store: any Store, carrier: Carrier) {
        self.store = store
        self.carrier = carrier
    }

    /// The waits between tries: a minute, five, half an hour, two hours, then six at a time.
    static let waits: [TimeInterval] = [60, 300, 1_800, 7_200, 21_600, 21_600, 21_600]

    /// Why a message was stopped that had nowhere safe to go.
    static let unsafe = "no longer safe"

    /// How many are claimed together, and how many at most in one round.
    private static let batch = 20
    private static let most = 200

    /// How long a claim lasts: longer than a batch takes, so that no other node
    /// carries any of it meanwhile. Whatever a node left behind is tried again then.
    private static let claim: TimeInterval = 600

    /// Carries what is due now, those first that have waited longest for their
    /// turn: whoever was tried waits for the next, and holds nobody back. Gives how
    /// many messages were tried.
    @discardableResult
    package func round(at now: Date = .now) async throws -> Int {
        var tried = 0
        while tried < Self.most {
            let claimed = try await store.write { try $0.claim(Self.batch, at: now, until: now + Self.claim) }
            guard claimed.found > 0 else { break }
            tried += claimed.found
            var outcomes: [(Due, Carrier.Outcome)] = []
            for item in claimed.ours { await outcomes.append((item, carrier.outcome(of: item.message))) }
            let carried = outcomes
            try await store.write { work in
                for (item, outcome) in carried { try work.note(outcome, of: item, at: now) }
            }
        }
        return tried
    }

    /// A message with how often it was tried before.
    struct Due: Stored {
        var message: Message
        let person: Person.ID?
        let tries: Int

        init(_ row: Row) throws {
            message = try Message(row)
            person = try row("person")
            tries = try row("tries")
        }

        /// How long it waits once this try has failed. After the last nobody tries again.
        var wait: TimeInterval? {
            tries + 1 < Postman.waits.count ? Postman.waits[tries] : nil
        }
    }
}

extension Writer {
    /// What is due, ours from here on: claimed in one transaction before any of it is
    /// carried, so that two nodes never carry the same, and addressed to where it is
    /// safe now.
    fileprivate func claim(
        _ count: Int,
        at now: Date,
        until later: Date
    ) throws -> (found: Int, ours: [Postman.Due]) {
        let due: [Postman.Due] = try all(
            """
            SELECT id, person, channel, recipient, subject, body, wording, outbox.due_at,
                (SELECT COUNT(*) FROM dispatch WHERE message = message.id) AS tries
            FROM outbox
            JOIN message ON message.id = outbox.message
            WHERE outbox.due_at <= \(now)
            ORDER BY outbox.due_at, message.id
            LIMIT \(count)
            \(dialect.skippingLocked)
            """
        )
        return try (due.count, due.compactMap { try claim($0, at: now, until: later) })
    }

    private func claim(_ item: Postman.Due, at now: Date, until later: Date) throws -> Postman.Due? {
        let id = item.message.id
        try run("UPDATE outbox SET due_at = \(later) WHERE message = \(id)")
        let safe = try item.person.flatMap { try safeAddress(of: $0) }
        guard let message = item.message.addressed(to: safe) else {
            try write("given_up", Postman.unsafe, of: id, at: now)
            try takeOut(id)
            return nil
        }
        try write("failed", "on its way", of: id, at: now)
        try run(
            """
            UPDATE message SET channel = \(message.channel), recipient = \(message.recipient)
            WHERE id = \(id)
            """
        )
        var ours = item
        ours.message = message
        return ours
    }

    /// What became of it: gone, or tried again after its wait, or given up.
    fileprivate func note(_ outcome: Carrier.Outcome, of item: Postman.Due, at now: Date) throws {
        let id = item.message.id
        let isGivenUp = outcome.isFailure && item.wait == nil
        try write(isGivenUp ? "given_up" : outcome.word, outcome.reason, of: id, at: now)
        if outcome.isFailure, let wait = item.wait {
            try run("UPDATE outbox SET due_at = \(now + wait) WHERE message = \(id)")
        } else {
            try takeOut(id)
        }
    }

    private func write(_ word: String, _ reason: String, of message: Message.ID, at now: Date) throws {
        try run(
            """
            INSERT INTO dispatch (message, tried_at, outcome, reason)
            VALUES (\(message), \(now), \(word), \(reason))
            ON CONFLICT (message, tried_at) DO UPDATE SET outcome = excluded.outcome, reason = excluded.reason
            """
        )
    }

    /// Words that nobody may carry any more: taken back before they were on their way.
    func stop(_ message: Message.ID, because reason: String, at now: Date) throws {
        guard try has("SELECT 1 FROM outbox WHERE message = \(message)") else { return }
        _ = try rows("SELECT id FROM message WHERE id = \(message) \(dialect.forUpdate)")
        try run(
            """
            INSERT INTO dispatch (message, tried_at, outcome, reason)
            VALUES (\(message), \(now), 'given_up', \(reason))
            ON CONFLICT (message, tried_at) DO NOTHING
            """
        )
        try takeOut(message)
    }

    /// Out of the outbox: it was carried, or nobody will carry it any more.
    fileprivate func takeOut(_ message: Message.ID) throws {
        try run("DELETE FROM outbox WHERE message = \(message)")
    }
}
