import Store

/// Whether the store answers a question just now, and soon enough to be of use.
struct Readiness: Sendable {
    let isReady: Bool

    init(of store: any Store, within patience: Duration = .seconds(2)) async {
        let (answers, says) = AsyncStream<Bool>.makeStream()
        // Nobody waits for the first: a store that is gone without a word may keep it for minutes.
        Task { says.yield(await Self.answers(store)) }
        let limit = Task {
            try await Task.sleep(for: patience)
            says.yield(false)
        }
        defer { limit.cancel() }
        isReady = await answers.first { _ in true } ?? false
    }

    private static func answers(_ store: any Store) async -> Bool {
        let one: Int? = try? await store.read { try $0.value("SELECT 1") }
        return one == 1
    }
}
