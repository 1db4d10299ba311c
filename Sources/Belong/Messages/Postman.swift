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

    /// Carries what is due now. Gives how many messages were tried.
    @discardableResult
    package func round(at now: Date = .now) async throws -> Int {
        let due: [Due] = try await store.read { view in
            try view.all(
                """
                SELECT id, person, channel, recipient, subject, body, wording, outbox.due_at,
                    (SELECT COUNT(*) FROM dispatch WHERE message = message.id) AS tries,
                    (SELECT MAX(tried_at) FROM dispatch WHERE message = message.id) AS last_try,
                    (SELECT MAX(asked_at) FROM message_retry WHERE message = message.id) AS last_asked
                FROM outbox
                JOIN message ON message.id = outbox.message
                WHERE outbox.due_at <= \(now)
                ORDER BY outbox.due_at
                LIMIT 200
                """
            )
        }
        let ready = due.filter { $0.isDue(at: now) }
        for item in ready { try await carry(item, at: now) }
        return ready.count
    }

    private func carry(_ item: Due, at now: Date) async throws {
        // Claimed before it is carried, so that two nodes never carry it both.
        let ours = try await store.write { try $0.claim(item, at: now) }
        guard let ours else { return }
        let outcome = await carrier.outcome(of: ours)
        let isLast = item.tries + 1 >= Self.waits.count
        try await store.write { work in
            let word = outcome.isFailure && isLast ? "given_up" : outcome.word
            try work.run(
                """
                UPDATE dispatch SET outcome = \(word), reason = \(outcome.reason)
                WHERE message = \(item.message.id) AND tried_at = \(now)
                """
            )
            if word != "failed" { try work.takeOut(item.message.id) }
        }
    }

    /// A message with how often it was tried.
    struct Due: Stored {
        let message: Message
        let person: Person.ID?
        let tries: Int
        let lastTry: Date?
        /// When somebody asked for it to be tried again.
        let lastAsked: Date?

        init(_ row: Row) throws {
            message = try Message(row)
            person = try row("person")
            tries = try row("tries")
            lastTry = try row("last_try")
            lastAsked = try row("last_asked")
        }

        func isDue(at now: Date) -> Bool {
            guard let lastTry else { return true }
            if let lastAsked, lastAsked > lastTry { return true }
            return now.timeIntervalSince(lastTry) >= Postman.waits[min(tries, Postman.waits.count) - 1]
        }
    }
}

extension Writer {
    /// The message if it is ours to carry, addressed to where it is safe now.
    fileprivate func claim(_ item: Postman.Due, at now: Date) throws -> Message? {
        let id = item.message.id
        guard try has("SELECT id FROM message WHERE id = \(id) \(dialect.skippingLocked)") else { return nil }
        let tries: Int? = try value("SELECT COUNT(*) FROM dispatch WHERE message = \(id)")
        guard tries == item.tries else { return nil }
        let safe = try item.person.flatMap { try safeAddress(of: $0) }
        let message = item.message.addressed(to: safe)
        let (outcome, reason) = message == nil ? ("given_up", Postman.unsafe) : ("failed", "on its way")
        let claimed = try run(
            """
            INSERT INTO dispatch (message, tried_at, outcome, reason)
            VALUES (\(id), \(now), \(outcome), \(reason))
            ON CONFLICT (message, tried_at) DO NOTHING
            """
        )
        guard claimed == 1 else { return nil }
        guard let message else {
            try takeOut(id)
            return nil
        }
        try run(
            """
            UPDATE message SET channel = \(message.channel), recipient = \(message.recipient)
            WHERE id = \(id)
            """
        )
        return message
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
