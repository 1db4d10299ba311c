import Foundation
import Kernel
import Store

/// Reads back from Notify what arrived. A round asks, rather than Notify calling: nothing is
/// missed while Belong is down, and one door fewer stands open.
package struct NotifyReading: Sendable {
    let store: any Store
    let notify: Notify

    package init(store: any Store, notify: Notify) {
        (self.store, self.notify) = (store, notify)
    }

    /// Notify itself gives up after three days; a day more, and nobody will ever know.
    static let longest: TimeInterval = 4 * 86_400
    private static let pause: TimeInterval = 60
    private static let atMost = 100

    /// Asks for those that have waited longest. Gives how many have come to an end.
    @discardableResult
    package func round(at now: Date = .now) async throws -> Int {
        let open: [Taken] = try await store.read { view in
            try view.all(
                """
                SELECT notification, message
                FROM notify_taken
                WHERE taken_at > \(now.addingTimeInterval(-Self.longest))
                    AND asked_at <= \(now.addingTimeInterval(-Self.pause))
                    AND NOT EXISTS (
                        SELECT 1 FROM notify_end WHERE notify_end.notification = notify_taken.notification)
                ORDER BY asked_at, notification
                LIMIT \(Self.atMost)
                """
            )
        }
        var ended = 0
        for taken in open {
            let status = await notify.status(of: taken.id, at: now)
            if try await keep(status, of: taken, at: now) { ended += 1 }
        }
        return ended
    }

    private struct Taken: Stored {
        let id: Key<Notify>
        let message: Message.ID

        init(_ row: Row) throws {
            (id, message) = try (row("notification"), row("message"))
        }
    }

    /// Whether that was its end.
    private func keep(_ status: String?, of taken: Taken, at now: Date) async throws -> Bool {
        let trouble = status.flatMap { NotifyTrouble(status: $0) }
        let isEnd = trouble != nil || status == "delivered"
        try await store.write { work in
            guard isEnd, let status else {
                try work.run("UPDATE notify_taken SET asked_at = \(now) WHERE notification = \(taken.id)")
                return
            }
            let kept = try work.run(
                """
                INSERT INTO notify_end (notification, ended_at, status)
                VALUES (\(taken.id), \(now), \(status))
                ON CONFLICT (notification) DO NOTHING
                """
            )
            // One that somebody has put into the outbox again is on its way anew.
            guard kept == 1, let trouble,
                try !work.has("SELECT message FROM outbox WHERE message = \(taken.message)")
            else { return }
            try work.run(
                """
                INSERT INTO dispatch (message, tried_at, outcome, reason)
                VALUES (\(taken.message), \(now), 'given_up', \(trouble.rawValue))
                ON CONFLICT (message, tried_at) DO NOTHING
                """
            )
        }
        return isEnd
    }
}
