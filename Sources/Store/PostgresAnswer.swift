import CPostgres
import Foundation
import Kernel

/// What came back over the line, freed when it is no longer needed.
final class PostgresAnswer {
    private let result: OpaquePointer?

    init(_ result: OpaquePointer?) {
        self.result = result
    }

    deinit {
        PQclear(result)
    }

    var rowsTouched: Int {
        Int(String(cString: PQcmdTuples(result))) ?? 0
    }

    var rows: [Row] {
        let width = PQnfields(result)
        let columns = Row.Columns((0..<width).map { String(cString: PQfname(result, $0)) })
        let kinds = (0..<width).map { PQftype(result, $0) }
        return (0..<PQntuples(result)).map { row in
            let values = (0..<width).map { column in value(row, column, kinds[Int(column)]) }
            return Row(columns: columns, values: values)
        }
    }

    /// Throws what went wrong in the words of this house.
    func check(on line: OpaquePointer) throws {
        let status = PQresultStatus(result)
        guard status != PGRES_COMMAND_OK, status != PGRES_TUPLES_OK, status != PGRES_EMPTY_QUERY else {
            return
        }
        guard PQstatus(line) == CONNECTION_OK else { throw Interrupted.byLostConnection }
        switch field(BELONG_PG_SQLSTATE) {
        case "23505": throw Conflict(table: field(BELONG_PG_TABLE))
        case "40001", "40P01": throw Interrupted.byAnotherWriter
        case "53100", "53200", "25006": throw Unavailable.unwritable
        case let state where state.hasPrefix("57P") || state.hasPrefix("08"):
            throw Interrupted.byLostConnection
        case let state: throw PostgresFault(state: state, message: field(BELONG_PG_MESSAGE))
        }
    }

    private func field(_ code: Int) -> String {
        PQresultErrorField(result, Int32(code)).map { String(cString: $0) } ?? ""
    }

    private func value(_ row: Int32, _ column: Int32, _ kind: Oid) -> Value {
        guard PQgetisnull(result, row, column) == 0, let start = PQgetvalue(result, row, column) else {
            return .null
        }
        let text = String(cString: start)
        return switch kind {
        case PostgresKind.bool: .flag(text == "t")
        case PostgresKind.int2, PostgresKind.int4, PostgresKind.int8:
            Int64(text).map(Value.integer) ?? .text(text)
        case PostgresKind.float4, PostgresKind.float8, PostgresKind.numeric:
            Double(text).map(Value.real) ?? .text(text)
        case PostgresKind.uuid: UUID(hexadecimal: text).map(Value.key) ?? .text(text)
        case PostgresKind.date: Day(text).map(Value.day) ?? .text(text)
        case PostgresKind.instant: Date(timestamp: text).map(Value.instant) ?? .text(text)
        default: .text(text)
        }
    }
}

/// A mistake of ours that PostgreSQL found. Its message names tables and columns;
/// values stay in the detail, which is left behind.
struct PostgresFault: Error, CustomStringConvertible {
    let state: String
    let message: String

    var description: String { "PostgreSQL \(state): \(message)" }
}

/// PostgreSQL's numbers for its types (catalogue `pg_type`, fixed since 1996).
private enum PostgresKind {
    static let bool: Oid = 16
    static let int8: Oid = 20
    static let int2: Oid = 21
    static let int4: Oid = 23
    static let float4: Oid = 700
    static let float8: Oid = 701
    static let date: Oid = 1082
    static let instant: Oid = 1184
    static let numeric: Oid = 1700
    static let uuid: Oid = 2950
    /// Left for PostgreSQL to infer from where it stands.
    static let inferred: Oid = 0
}

extension Value {
    var postgresKind: Oid {
        switch self {
        case .flag: PostgresKind.bool
        case .integer: PostgresKind.int8
        case .real: PostgresKind.float8
        case .key: PostgresKind.uuid
        case .instant: PostgresKind.instant
        case .day: PostgresKind.date
        case .null, .text: PostgresKind.inferred
        }
    }

    var postgres: String? {
        switch self {
        case .null: nil
        case .flag(let flag): flag ? "t" : "f"
        case .integer(let number): String(number)
        case .real(let number): String(number)
        case .text(let text): text.contains("\0") ? text.filter { $0 != "\0" } : text
        case .key(let uuid): uuid.hexadecimal
        case .instant(let instant): instant.timestamp
        case .day(let day): day.description
        }
    }
}
