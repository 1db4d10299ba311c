import Foundation
import Store

/// How the outbox stands: what is still to go, and what nobody would take.
package struct OutboxStanding: Sendable, Equatable {
    package let waiting: Int
    package let givenUp: Int

    package init(of store: any Store, at now: Date = .now) async throws {
        (waiting, givenUp) = try await store.read { view in
            let waiting: Int? = try view.value(
                "SELECT COUNT(*) FROM outbox WHERE due_at <= \(now)"
            )
            let givenUp: Int? = try view.value("SELECT COUNT(*) FROM dispatch WHERE outcome = 'given_up'")
            return (waiting ?? 0, givenUp ?? 0)
        }
    }
}
