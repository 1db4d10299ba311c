import CPostgres
import Dispatch
import Foundation
import Kernel

/// One line to PostgreSQL and the thread that talks on it. libpq waits for its
/// answers, so each connection does its waiting on a queue of its own.
actor PostgresConnection {
    private let address: String
    private let thread = PostgresThread()
    private var session: PostgresSession?

    nonisolated var unownedExecutor: UnownedSerialExecutor {
        thread.asUnownedSerialExecutor()
    }

    init(address: String) {
        self.address = address
    }

    func perform<Answer: Sendable>(
        _ work: @Sendable (borrowing PostgresSession) throws -> Answer
    ) throws -> Answer {
        let open = try session ?? PostgresSession(address: address)
        session = open
        do {
            return try work(open)
        } catch {
            if open.isLost { session = nil }
            throw error
        }
    }

    func hangUp() {
        session = nil
    }
}

private final class PostgresThread: SerialExecutor {
    private let queue = DispatchQueue(label: "belong.postgres")

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        queue.async { job.runSynchronously(on: self.asUnownedSerialExecutor()) }
    }
}

/// An open connection with the statements it has prepared. Each text is prepared
/// once and then only named.
final class PostgresSession {
    private let line: OpaquePointer
    private var prepared: [String: String] = [:]

    init(address: String) throws {
        guard let line = Self.connect(to: address) else { throw Interrupted.byLostConnection }
        self.line = line
        try command("SET TIME ZONE 'UTC'; SET datestyle = 'ISO'; SET client_min_messages = warning")
    }

    /// A host that swallows what is sent is given up after seconds, not minutes;
    /// whatever the address itself says of it goes first.
    private static func connect(to address: String) -> OpaquePointer? {
        let settings = [("connect_timeout", "5"), ("tcp_user_timeout", "15000"), ("dbname", address)]
        let line = withCStrings(settings.map(\.0) + [nil]) { names in
            withCStrings(settings.map(\.1) + [nil]) { values in PQconnectdbParams(names, values, 1) }
        }
        guard PQstatus(line) == CONNECTION_OK else {
            PQfinish(line)
            return nil
        }
        return line
    }

    deinit {
        PQfinish(line)
    }

    var isLost: Bool {
        PQstatus(line) != CONNECTION_OK
    }

    /// One transaction. Whatever is thrown inside undoes all of it.
    func transact<Answer>(
        _ beginning: String,
        _ body: (PostgresTransaction) throws -> Answer
    ) throws -> Answer {
        try command(beginning)
        let answer: Answer
        do {
            answer = try body(PostgresTransaction(session: self))
        } catch {
            if !isLost { try command("ROLLBACK") }
            throw error
        }
        do {
            try command("COMMIT")
        } catch Interrupted.byLostConnection {
            throw Interrupted.whileCommitting
        }
        return answer
    }

    func command(_ text: String) throws {
        let answer = PostgresAnswer(PQexec(line, text))
        try answer.check(on: line)
    }

    func query(_ statement: SQL) throws -> PostgresAnswer {
        let (text, values) = statement.bound
        let name = try prepare(text, values)
        let texts = values.map(\.postgres)
        return try withCStrings(texts) { pointers in
            let answer = PostgresAnswer(PQexecPrepared(line, name, Int32(texts.count), pointers, nil, nil, 0))
            try answer.check(on: line)
            return answer
        }
    }

    /// The kinds of the values are part of the name: a NULL and a number where
    /// the same text stands are two statements to PostgreSQL.
    private func prepare(_ text: String, _ values: [Value]) throws -> String {
        let kinds = values.map(\.postgresKind)
        let key = text + kinds.map { ",\($0)" }.joined()
        if let name = prepared[key] { return name }
        let name = "s\(prepared.count)"
        let answer = PostgresAnswer(PQprepare(line, name, text, Int32(kinds.count), kinds))
        try answer.check(on: line)
        prepared[key] = name
        return name
    }
}

/// A transaction as the features see it.
struct PostgresTransaction: Writer {
    let session: PostgresSession
    var dialect: Dialect { .postgres }

    func rows(_ statement: SQL) throws -> [Row] {
        try session.query(statement).rows
    }

    func run(_ statement: SQL) throws -> Int {
        try session.query(statement).rowsTouched
    }

    func execute(script: String) throws {
        try session.command(script)
    }
}

private func withCStrings<Answer>(
    _ texts: [String?],
    _ body: ([UnsafePointer<CChar>?]) throws -> Answer
) rethrows -> Answer {
    let copies = texts.map { text in text.flatMap { strdup($0) } }
    defer { for copy in copies { free(copy) } }
    return try body(copies.map { $0.map { UnsafePointer($0) } })
}
