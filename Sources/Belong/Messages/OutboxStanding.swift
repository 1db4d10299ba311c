import Foundation
import Store

/// How the outbox stands: what is still to go, and what nobody would take.
package struct OutboxStanding: Sendable, Equatable {
    package let waiting: Int
    package let givenUp: Int

    package init(of store: any Store, at now: Date = .now) async throws {
        (waiting, givenUp) = try await store.read { view in
            // What was tried waits for its next turn, and has still to go.
            let waiting: Int? = try view.value(
                """
                SELECT COUNT(*) FROM outbox
                WHERE due_at <= \(now) OR EXISTS (SELECT 1 FROM dispatch WHERE dispatch.message = outbox.message)
                """
            )
            return try (waiting ?? 0, view.standing("given_up"))
        }
    }

    /// What was kept here because no service is set up: everything there ever was, perhaps,
    /// so it is counted when somebody asks and not every few seconds.
    package static func withheld(in store: any Store) async throws -> Int {
        try await store.read { try $0.standing("withheld") }
    }
}

extension Reader {
    /// Those whose last try ended so, and that nobody has printed or put in again.
    fileprivate func standing(_ outcome: String) throws -> Int {
        let count: Int? = try value(
            """
            SELECT COUNT(*)
            FROM dispatch
            WHERE outcome = \(outcome) AND reason <> 'taken back'
                AND NOT EXISTS (
                    SELECT 1 FROM dispatch AS later
                    WHERE later.message = dispatch.message AND later.tried_at > dispatch.tried_at)
                AND NOT EXISTS (SELECT 1 FROM outbox WHERE outbox.message = dispatch.message)
                AND NOT EXISTS (SELECT 1 FROM message_printed WHERE message_printed.message = dispatch.message)
            """
        )
        return count ?? 0
    }
}
