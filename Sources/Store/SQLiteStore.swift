import Foundation
import GRDB
import Kernel
import Synchronization

/// Everything in one file, for a practice or a network that runs Belong on one
/// machine. Writers wait in a queue; one transaction serves all that wait.
package final class SQLiteStore: Store {
    package let dialect = Dialect.sqlite
    private let pool: DatabasePool
    private let queue = Mutex(WriteQueue())

    package init(path: String, readers: Int = 4) throws {
        var configuration = Configuration()
        configuration.busyMode = .timeout(5)
        configuration.maximumReaderCount = readers
        pool = try DatabasePool(path: path, configuration: configuration)
        // GRDB sets NORMAL itself when it opens a pool, after every hook it offers.
        try pool.writeWithoutTransaction { try $0.execute(sql: "PRAGMA synchronous = FULL") }
    }

    package func read<Answer: Sendable>(
        _ body: @escaping @Sendable (any Reader) throws -> Answer
    ) async throws -> Answer {
        do {
            return try await pool.read { try body(SQLiteConnection(database: $0)) }
        } catch let error as DatabaseError {
            throw error.translated
        }
    }

    package func write<Answer: Sendable>(
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

    package func close() async throws {
        try await pool.writeWithoutTransaction { _ in }
        try pool.close()
    }

    /// Copies the whole store to another file while it is in use, then opens the
    /// copy and lets SQLite check it page by page.
    ///
    /// - Throws: `Unsound` if the copy does not pass its check.
    package func backUp(to path: String) throws {
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

    package struct Unsound: Error, CustomStringConvertible {
        package let description = "The copy did not pass SQLite's own check. Do not rely on it."
    }
}

/// One connection of the pool, for as long as one transaction has it.
struct SQLiteConnection: Writer {
    let database: Database
    var dialect: Dialect { .sqlite }

    func rows(_ statement: SQL) throws -> [Row] {
        let prepared = try prepare(statement)
        let columns = Row.Columns(prepared.columnNames)
        var rows: [Row] = []
        let cursor = try GRDB.Row.fetchCursor(prepared)
        while let row = try cursor.next() {
            rows.append(Row(columns: columns, values: row.databaseValues.map(Value.init)))
        }
        return rows
    }

    func run(_ statement: SQL) throws -> Int {
        try prepare(statement).execute()
        return database.changesCount
    }

    func execute(script: String) throws {
        try database.execute(sql: script)
    }

    private func prepare(_ statement: SQL) throws -> Statement {
        let (text, values) = statement.bound
        let prepared = try database.cachedStatement(sql: text)
        try prepared.setArguments(StatementArguments(values.map(\.sqlite)))
        return prepared
    }
}

extension Value {
    fileprivate init(_ value: DatabaseValue) {
        switch value.storage {
        case .null, .blob: self = .null
        case .int64(let number): self = .integer(number)
        case .double(let number): self = .real(number)
        case .string(let text): self = .text(text)
        }
    }

    fileprivate var sqlite: DatabaseValue {
        switch self {
        case .null: .null
        case .flag(let flag): flag.databaseValue
        case .integer(let number): number.databaseValue
        case .real(let number): number.databaseValue
        case .text(let text): text.databaseValue
        case .key(let uuid): uuid.hexadecimal.databaseValue
        case .instant(let instant): instant.timestamp.databaseValue
        case .day(let day): day.description.databaseValue
        }
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
