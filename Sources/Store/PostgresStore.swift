import Foundation
import Kernel
import Synchronization

/// Everything in PostgreSQL 15 or later, for many nodes and many areas.
/// Connections are opened when first needed and kept.
public final class PostgresStore: Store {
    public let dialect = Dialect.postgres
    private let pool: ConnectionPool

    /// - Parameters:
    ///   - address: libpq's own, with several hosts, TLS and all else it knows: `postgres://…`.
    ///   - connections: how many at most.
    ///   - patience: how long a piece of work waits for a PostgreSQL that is gone, in seconds.
    public init(address: String, connections: Int = 8, patience: Duration = .seconds(15)) {
        pool = ConnectionPool(address: address, limit: connections, patience: patience)
    }

    public func read<Answer: Sendable>(
        _ body: @escaping @Sendable (any Reader) throws -> Answer
    ) async throws -> Answer {
        do {
            return try await pool.use {
                try $0.transact("BEGIN READ ONLY ISOLATION LEVEL REPEATABLE READ", body)
            }
        } catch Unavailable.unsure {
            // There was nothing to keep.
            throw Unavailable.unreachable
        }
    }

    public func write<Answer: Sendable>(
        _ body: @escaping @Sendable (any Writer) throws -> Answer
    ) async throws -> Answer {
        try await pool.use { try $0.transact("BEGIN", body) }
    }

    public func close() async throws {
        await pool.close()
    }
}

/// Hands connections to whoever has work, first come, first served.
final class ConnectionPool: Sendable {
    private let address: String
    private let patience: Duration
    private let desk: Mutex<Desk>

    private struct Desk {
        var idle: [PostgresConnection] = []
        var waiting: [CheckedContinuation<PostgresConnection, Never>] = []
        var unopened: Int
    }

    init(address: String, limit: Int, patience: Duration) {
        self.address = address
        self.patience = patience
        desk = Mutex(Desk(unopened: limit))
    }

    /// Runs the work on a connection. Work that another transaction was in the
    /// way of, or whose connection was lost before it was committed, is done
    /// again; nothing of it was kept.
    func use<Answer: Sendable>(
        _ work: @escaping @Sendable (borrowing PostgresSession) throws -> Answer
    ) async throws -> Answer {
        // Waiting for a connection is part of it: in an outage nobody waits longer for being late in the queue.
        let deadline = ContinuousClock.now + patience
        let connection = await take()
        defer { give(back: connection) }
        var attempt = 0
        while true {
            do {
                return try await connection.perform(work)
            } catch Interrupted.byAnotherWriter where attempt < 20 {
                attempt += 1
            } catch Interrupted.byLostConnection {
                guard ContinuousClock.now < deadline else { throw Unavailable.unreachable }
                try await Task.sleep(for: .milliseconds(250))
            } catch Interrupted.whileCommitting {
                throw Unavailable.unsure
            } catch is Interrupted {
                throw Unavailable.unreachable
            }
        }
    }

    func close() async {
        let idle = desk.withLock { desk in
            defer { desk.idle = [] }
            return desk.idle
        }
        for connection in idle { await connection.hangUp() }
    }

    private func take() async -> PostgresConnection {
        await withCheckedContinuation { continuation in
            let ready: PostgresConnection? = desk.withLock { desk in
                if let connection = desk.idle.popLast() { return connection }
                if desk.unopened > 0 {
                    desk.unopened -= 1
                    return PostgresConnection(address: address)
                }
                desk.waiting.append(continuation)
                return nil
            }
            if let ready { continuation.resume(returning: ready) }
        }
    }

    private func give(back connection: PostgresConnection) {
        let next: CheckedContinuation<PostgresConnection, Never>? = desk.withLock { desk in
            if !desk.waiting.isEmpty { return desk.waiting.removeFirst() }
            desk.idle.append(connection)
            return nil
        }
        next?.resume(returning: connection)
    }
}

/// Work that was stopped from outside and left nothing behind.
enum Interrupted: Error {
    /// Deadlock or serialisation failure (40P01, 40001).
    case byAnotherWriter
    case byLostConnection
    /// The connection went while the commit was on its way: it may be kept or
    /// not, and only whoever asked can tell, by asking again with the same nonce.
    case whileCommitting
}
