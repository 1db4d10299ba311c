import Foundation
import Kernel
import Synchronization

/// One sending of one form. The form carries the key; however often it arrives,
/// its work is done once.
public struct Submission: Identifiable, Sendable {
    public let id: Key<Submission>
}

/// A store through which one submission's work is done once. The key is kept in
/// the same transaction as the work; a repeat is given the first answer again,
/// and two at once wait for each other.
public final class OnceStore: Store {
    private let store: any Store
    private let submission: Submission.ID
    private let turns = Mutex(0)
    private let isOver = Mutex(false)

    public init(_ store: any Store, for submission: Submission.ID) {
        self.store = store
        self.submission = submission
    }

    public var dialect: Dialect { store.dialect }

    public var beside: any Store { store }

    /// From here the form is only looked at again. What is written then, that somebody
    /// looked, belongs to no sending: the same words sent once more are its first.
    public func comesBack() {
        isOver.withLock { $0 = true }
    }

    public func read<Answer: Sendable>(
        _ body: @escaping @Sendable (any Reader) throws -> Answer
    ) async throws -> Answer {
        try await store.read(body)
    }

    public func write<Answer: Sendable>(
        _ body: @escaping @Sendable (any Writer) throws -> Answer
    ) async throws -> Answer {
        guard !isOver.withLock({ $0 }) else { return try await store.write(body) }
        let turn = turns.withLock { turn in
            turn += 1
            return turn
        }
        let submission = submission
        do {
            return try await store.write { work in
                guard try work.claim(submission, turn) else {
                    return try work.firstAnswer(to: submission, turn)
                }
                let answer = try body(work)
                try work.keep(answer, of: submission, turn)
                return answer
            }
        } catch {
            // Nothing of it was kept, its turn included: whoever tries again takes the same.
            turns.withLock { $0 -= 1 }
            throw error
        }
    }

    public func close() async throws {
        try await store.close()
    }

    /// This was done before, and what it answered cannot be said again.
    public struct AlreadyDone: Refusal {
        public let sentence = "This has been done already. Nothing was done twice."
        public let isFinal = true
    }
}

extension Writer {
    fileprivate func claim(_ submission: Submission.ID, _ turn: Int) throws -> Bool {
        try run(
            """
            INSERT INTO submission (nonce, turn)
            VALUES (\(submission), \(turn))
            ON CONFLICT (nonce, turn) DO NOTHING
            """
        ) == 1
    }

    fileprivate func keep<Answer>(_ answer: Answer, of submission: Submission.ID, _ turn: Int) throws {
        guard let codable = answer as? any Encodable else { return }
        let text = String(decoding: try JSONEncoder().encode(codable), as: UTF8.self)
        try run("UPDATE submission SET answer = \(text) WHERE nonce = \(submission) AND turn = \(turn)")
    }

    fileprivate func firstAnswer<Answer>(to submission: Submission.ID, _ turn: Int) throws -> Answer {
        if let nothing = () as? Answer { return nothing }
        let text: String?? = try value(
            "SELECT answer FROM submission WHERE nonce = \(submission) AND turn = \(turn)"
        )
        guard let text = text ?? nil, let kind = Answer.self as? any Decodable.Type else {
            throw OnceStore.AlreadyDone()
        }
        guard let answer = try JSONDecoder().decode(kind, from: Data(text.utf8)) as? Answer else {
            throw OnceStore.AlreadyDone()
        }
        return answer
    }
}

public enum SubmissionsSchema: Schema {
    public static let changes = [
        Change(
            "2026-11-22 a submissions",
            """
            CREATE TABLE submission (
                nonce UUID NOT NULL,
                turn INTEGER NOT NULL,
                answer TEXT,
                PRIMARY KEY (nonce, turn)
            );
            """
        )
    ]
}
