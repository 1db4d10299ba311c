import Foundation
import GRDB
import Kernel
import Synchronization

/// Everything in one file, for a practice or a network that runs Belong on one
/// machine. Writers wait in a queue; one transaction serves all that wait.
public final class SQLiteStore: Store {
    public let dialect = Dialect.sqlite
    private let pool: DatabasePool
    private let queue = Mutex(WriteQueue())

    public init(path: String) throws {
        var configuration = Configuration()
        configuration.busyMode = .timeout(5)
        configuration.maximumReaderCount = max(4, 2 * ProcessInfo.processInfo.activeProcessorCount)
        pool = try DatabasePool(path: path, configuration: configuration)
        // GRDB sets NORMAL itself when it opens a pool, after every hook it offers.
        try pool.writeWithoutTransaction { try $0.execute(sql: "PRAGMA synchronous = FULL") }
    }

    public func read<Answer: Sendable>(
        _ body: @escaping @Sendable (any Reader) throws -> Answer
    ) async throws -> Answer {
        try readHere(body)
    }

    /// Reading is work for the processor like writing the page is, and waits for
    /// nobody: there are more readers than threads to ask for one. Sending it to
    /// another thread and waiting for it there costs more than most reads.
    private func readHere<Answer>(_ body: (any Reader) throws -> Answer) throws -> Answer {
        do {
            return try pool.read { try body(SQLiteConnection(database: $0)) }
        } catch let error as DatabaseError {
            throw error.translated
        }
    }

    public func write<Answer: Sendable>(
        _ body: @escaping @Sendable (any Writer) throws -> Answer
    ) async throws -> Answer {
        try await withCheckedThrowingContinuation { continuation in
            let job = WriteJob(
                run: { work in
                    let answer = try body(work)
                    return { continuation.resume(returning: answer) }
                },
                fail: { continuation.resume(throwing: $0) }
            )
            let isFirst = queue.withLock { $0.add(job) }
            guard isFirst else { return }
            pool.asyncWriteWithoutTransaction { [self] database in
                queue.withLock { $0.takeAll() }.settle(in: database)
            }
        }
    }

    public func close() async throws {
        try await pool.writeWithoutTransaction { _ in }
        try pool.close()
    }

    /// Copies the whole store to another file while it is in use, then opens the
    /// copy and lets SQLite check it page by page.
    ///
    /// - Throws: `Unsound` if the copy does not pass its check.
    public func backUp(to path: String) throws {
        let copy = try DatabaseQueue(path: path)
        try pool.backup(to: copy)
        // One file, without a log beside it that could be left behind.
        try copy.writeWithoutTransaction { try $0.execute(sql: "PRAGMA journal_mode = DELETE") }
        try copy.close()
        var configuration = Configuration()
        configuration.readonly = true
        let opened = try DatabaseQueue(path: path, configuration: configuration)
        let verdict = try opened.read { try String.fetchOne($0, sql: "PRAGMA integrity_check") }
        guard verdict == "ok" else { throw Unsound() }
    }

    public struct Unsound: Error, CustomStringConvertible {
        public let description = "The copy did not pass SQLite's own check. Do not rely on it."
    }
}

extension DatabaseError {
    /// What it means to the rest of the house, in neither engine's words.
    var translated: any Error {
        switch extendedResultCode {
        case .SQLITE_CONSTRAINT_UNIQUE, .SQLITE_CONSTRAINT_PRIMARYKEY:
            Conflict(table: conflictingTable)
        default:
            switch resultCode {
            case .SQLITE_FULL, .SQLITE_READONLY, .SQLITE_IOERR: Unavailable.unwritable
            default: self
            }
        }
    }

    /// SQLite says "UNIQUE constraint failed: acceptance.referral".
    private var conflictingTable: String {
        let place = message?.split(separator: ": ").last ?? ""
        return String(place.prefix { $0 != "." })
    }
}
