import Store
import Synchronization
import TestStores
import Testing

@testable import Belong

@Suite("Whether the store is ready")
struct ReadinessTests {
    @Test func `is said of one that answers`() async throws {
        let store = try await TestStores.fresh([])
        #expect(await Readiness(of: store, within: .seconds(60)).isReady)
    }

    /// A line that is cut without a word: asking cannot be given up, and nobody waits for it.
    @Test func `is not said of one that keeps silent, and nobody waits for it`() async throws {
        let silent = Silent()
        #expect(await !Readiness(of: silent, within: .milliseconds(1)).isReady)
        silent.speak()
    }
}

/// A store that answers nothing until it is let.
private final class Silent: Store {
    private let waiting = Mutex<(isOver: Bool, asked: [CheckedContinuation<Void, Never>])>((false, []))

    let dialect = Dialect.sqlite

    func speak() {
        let asked = waiting.withLock { waiting in
            defer { waiting = (true, []) }
            return waiting.asked
        }
        for one in asked { one.resume() }
    }

    func read<Answer: Sendable>(
        _ body: @escaping @Sendable (any Reader) throws -> Answer
    ) async throws -> Answer {
        await withCheckedContinuation { asking in
            let isOver = waiting.withLock { waiting in
                if !waiting.isOver { waiting.asked.append(asking) }
                return waiting.isOver
            }
            if isOver { asking.resume() }
        }
        throw Unavailable.unreachable
    }

    func write<Answer: Sendable>(
        _ body: @escaping @Sendable (any Writer) throws -> Answer
    ) async throws -> Answer {
        try await read { _ in throw Unavailable.unreachable }
    }

    func close() async throws {}
}
