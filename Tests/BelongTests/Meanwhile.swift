import Dispatch
import Kernel
import Store
import Synchronization

/// A store in whose work somebody else comes between, at one statement: what they do is done whole before that
/// statement is run where two can write at once (PostgreSQL), and right after this work where there is one pen (SQLite).
final class Meanwhile: Store {
    private let store: any Store
    private let statement: String
    private let others: @Sendable () async throws -> Void
    private let theirs = Mutex<Task<Void, any Error>?>(nil)

    /// - Parameter statement: how the statement begins that the others come before.
    init(
        _ store: any Store,
        before statement: String,
        _ others: @escaping @Sendable () async throws -> Void
    ) {
        self.store = store
        self.statement = statement
        self.others = others
    }

    var dialect: Dialect { store.dialect }

    func read<Answer: Sendable>(
        _ body: @escaping @Sendable (any Reader) throws -> Answer
    ) async throws -> Answer {
        try await store.read(body)
    }

    func write<Answer: Sendable>(
        _ body: @escaping @Sendable (any Writer) throws -> Answer
    ) async throws -> Answer {
        let answer = try await store.write { try body(Interrupted(work: $0, by: self)) }
        try await theirs.withLock { $0 }?.value
        return answer
    }

    func close() async throws { try await store.close() }

    /// Whether the others came at all.
    var happened: Bool { theirs.withLock { $0 != nil } }

    private func comesUpon(_ text: String) {
        let isTheirs = theirs.withLock { task in
            guard task == nil, text.hasPrefix(statement) else { return false }
            return true
        }
        guard isTheirs else { return }
        let isDone = DispatchSemaphore(value: 0)
        let others = others
        let task = Task {
            defer { isDone.signal() }
            try await others()
        }
        theirs.withLock { $0 = task }
        if dialect == .postgres { isDone.wait() }
    }

    private struct Interrupted: Writer {
        let work: any Writer
        let by: Meanwhile

        init(work: any Writer, by: Meanwhile) {
            self.work = work
            self.by = by
        }

        var dialect: Dialect { work.dialect }

        func rows(_ statement: SQL) throws -> [Row] {
            by.comesUpon(statement.begins)
            return try work.rows(statement)
        }

        func run(_ statement: SQL) throws -> Int {
            by.comesUpon(statement.begins)
            return try work.run(statement)
        }

        func execute(script: String) throws { try work.execute(script: script) }
    }
}

extension SQL {
    /// The words before its first value.
    fileprivate var begins: String {
        guard case .text(let words) = parts.first else { return "" }
        return words
    }
}
