import Foundation
import Kernel
import Store

/// What is needed for a while only and then cleared away: keys of forms, sessions,
/// tries to sign in, links that lead nowhere, drafts that were never sent. Nothing
/// that anybody did for somebody is among it. Once a day; the day is kept, and
/// stands in the log.
package struct Clearing: Sendable {
    let store: any Store

    package init(store: any Store) {
        self.store = store
    }

    /// Clears, if nobody has today, and says how many rows went.
    package func round(at now: Date = .now) async throws -> Int {
        let today = Day(now)
        let isDone = try await store.read {
            try $0.has("SELECT cleared_on FROM clearing WHERE cleared_on = \(today)")
        }
        guard !isDone else { return 0 }
        var pieces = 0
        for stale in Features.stale { pieces += try await clear(stale, at: now) }
        let cleared = pieces
        try await store.write { work in
            let isFirst = try work.run(
                """
                INSERT INTO clearing (cleared_on, cleared_at, pieces)
                VALUES (\(today), \(now), \(cleared))
                ON CONFLICT (cleared_on) DO NOTHING
                """
            )
            if isFirst == 1 { try work.log(.cleared, Key<Clearing>(at: now), by: .service, at: now) }
        }
        return cleared
    }

    /// A few thousand rows at a time, so that nobody waits long for the store.
    private func clear(_ stale: Stale, at now: Date) async throws -> Int {
        var pieces = 0
        while true {
            let gone = try await store.write { work in
                try stale.statements(now.addingTimeInterval(-stale.life)).map { try work.run($0) }.reduce(
                    0,
                    +
                )
            }
            pieces += gone
            if gone == 0 { return pieces }
        }
    }
}

/// Rows of one room that are cleared after a while, as the room declares them.
struct Stale: Sendable {
    /// How long they are kept.
    let life: TimeInterval
    /// What clears some of those from before a moment. Called until nothing goes any more.
    let statements: @Sendable (Date) -> [SQL]

    /// How many go in one transaction.
    static let batch = 5_000

    init(after days: Int, _ statements: @escaping @Sendable (Date) -> [SQL]) {
        life = Double(days) * 86_400
        self.statements = statements
    }
}

extension Stale {
    /// The keys of forms that were sent, thirty days after the form was shown.
    static let submissions = Stale(after: 30) { before in
        let tomorrow = before.addingTimeInterval(31 * 86_400)
        return [Submission.clearing(outside: before...tomorrow, batch: batch)]
    }

    static let sessions = Stale(after: 30) { before in
        let old: SQL =
            "SELECT token_hash FROM session WHERE began_at < \(before) ORDER BY began_at, token_hash LIMIT \(batch)"
        return [
            "DELETE FROM session_end WHERE session IN (\(old))",
            "DELETE FROM session WHERE token_hash IN (\(old))",
        ]
    }

    /// The wait after wrong ones looks back one day; a month is for finding out who tried.
    static let signInAttempts = Stale(after: 30) { before in
        [
            """
            DELETE FROM sign_in_attempt WHERE id IN (
                SELECT id FROM sign_in_attempt WHERE tried_at < \(before) LIMIT \(batch))
            """
        ]
    }

    static let knownBrowsers = Stale(after: Int(KnownBrowsers.life) / 86_400) { before in
        ["DELETE FROM known_browser WHERE known_at < \(before)"]
    }
}
