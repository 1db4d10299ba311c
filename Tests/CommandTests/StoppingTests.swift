import Foundation
import Synchronization
import Testing

@Suite("Stopping under load", .timeLimit(.minutes(3)))
struct StoppingTests {
    /// Some people write as fast as they can until nobody answers any more.
    /// Gives back everything that was answered as kept.
    private func load(_ served: Served, people: Int, until signal: Int32) async throws -> Set<String> {
        let answered = Answered()
        let desks = try await (0..<people).asyncMap {
            try await Desk(served.origin, as: Served.address(of: $0))
        }
        try await withThrowingTaskGroup(of: Void.self) { group in
            for (number, desk) in desks.enumerated() {
                group.addTask {
                    for turn in 0... {
                        let words = "desk \(number), turn \(turn)"
                        guard let answer = try? await desk.writes(words), answer.status == 303 else { return }
                        answered.add(words)
                    }
                }
            }
            group.addTask {
                try await eventually { answered.all.count >= 40 }
                served.running.signal(signal)
            }
            try await group.waitForAll()
        }
        try await eventually { !served.running.process.isRunning }
        return answered.all
    }

    @Test func `by SIGTERM finishes what was begun, and keeps exactly what it answered`() async throws {
        let served = try await Served.begin(people: 6)

        let answered = try await load(served, people: 6, until: SIGTERM)

        #expect(served.running.process.terminationStatus == 0)
        #expect(try await served.writings() == answered)
        #expect(served.running.told.contains("\"message\":\"stopped\""))
    }

    @Test func `by kill -9 loses nothing that was answered`() async throws {
        let served = try await Served.begin(people: 6)

        let answered = try await load(served, people: 6, until: SIGKILL)

        #expect(try await served.writings().isSuperset(of: answered))
        #expect(try await served.program.run("check").status == 0)
    }
}

/// What was answered as kept so far.
private final class Answered: Sendable {
    private let words = Mutex<Set<String>>([])

    var all: Set<String> { words.withLock { $0 } }

    func add(_ word: String) {
        words.withLock { _ = $0.insert(word) }
    }
}

extension Range<Int> {
    fileprivate func asyncMap<Answer>(_ transform: (Int) async throws -> Answer) async throws -> [Answer] {
        var answers: [Answer] = []
        for number in self { answers.append(try await transform(number)) }
        return answers
    }
}
