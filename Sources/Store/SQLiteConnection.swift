import Foundation
import GRDB
import GRDBSQLite
import Kernel

/// One connection of the pool, for as long as one transaction has it. GRDB keeps
/// its statements; values go in and come out without a stay in GRDB's own types,
/// which cost a page of forty questions as much as answering them.
struct SQLiteConnection: Writer {
    let database: Database
    var dialect: Dialect { .sqlite }

    func rows(_ statement: SQL) throws -> [Row] {
        let prepared = try prepare(statement)
        let columns = Row.Columns(prepared.columnNames)
        var rows: [Row] = []
        try step(prepared) { rows.append(Row(columns: columns, values: prepared.values)) }
        return rows
    }

    func run(_ statement: SQL) throws -> Int {
        try step(prepare(statement)) {}
        return database.changesCount
    }

    func execute(script: String) throws {
        try database.execute(sql: script)
    }

    private func prepare(_ statement: SQL) throws -> Statement {
        let (text, values) = statement.bound
        let prepared = try database.cachedStatement(sql: text)
        for (place, value) in zip(Int32(1)..., values) { prepared.bind(value, at: place) }
        return prepared
    }

    /// To its end, row by row, and ready for the next time.
    private func step(_ prepared: Statement, _ row: () -> Void) throws {
        defer { sqlite3_reset(prepared.sqliteStatement) }
        while true {
            switch sqlite3_step(prepared.sqliteStatement) {
            case SQLITE_ROW: row()
            case SQLITE_DONE: return
            case let code:
                let message = String(cString: sqlite3_errmsg(database.sqliteConnection))
                throw DatabaseError(resultCode: ResultCode(rawValue: code), message: message)
            }
        }
    }
}

extension Statement {
    fileprivate func bind(_ value: Value, at place: Int32) {
        switch value {
        case .null: sqlite3_bind_null(sqliteStatement, place)
        case .flag(let flag): sqlite3_bind_int64(sqliteStatement, place, flag ? 1 : 0)
        case .integer(let number): sqlite3_bind_int64(sqliteStatement, place, number)
        case .real(let number): sqlite3_bind_double(sqliteStatement, place, number)
        case .text(let text): bind(text, at: place)
        case .key(let uuid): bind(uuid.hexadecimal, at: place)
        case .instant(let instant): bind(instant.timestamp, at: place)
        case .day(let day): bind(day.description, at: place)
        }
    }

    /// SQLite makes a copy of its own.
    private func bind(_ text: String, at place: Int32) {
        let copied = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
        var text = text
        text.withUTF8 { bytes in
            bytes.withMemoryRebound(to: CChar.self) { characters in
                let start = characters.baseAddress
                _ = sqlite3_bind_text(sqliteStatement, place, start, Int32(bytes.count), copied)
            }
        }
    }

    /// The row it stands on.
    fileprivate var values: [Value] {
        (0..<Int32(columnCount)).map { column in
            switch sqlite3_column_type(sqliteStatement, column) {
            case SQLITE_INTEGER: .integer(sqlite3_column_int64(sqliteStatement, column))
            case SQLITE_FLOAT: .real(sqlite3_column_double(sqliteStatement, column))
            case SQLITE_TEXT: .text(text(at: column))
            default: .null
            }
        }
    }

    private func text(at column: Int32) -> String {
        let start = sqlite3_column_text(sqliteStatement, column)
        let length = Int(sqlite3_column_bytes(sqliteStatement, column))
        return String(decoding: UnsafeBufferPointer(start: start, count: length), as: UTF8.self)
    }
}
