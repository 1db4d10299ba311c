import Store

/// Whether the store answers a question just now, and soon enough to be of use.
struct Readiness: Sendable {
    let isReady: Bool

    init(of store: any Store, within patience: Duration = .seconds(2)) async {
        isReady = await withTaskGroup(of: Bool.self) { group in
            group.addTask { await Self.answers(store) }
            group.addTask {
                try? await Task.sleep(for: patience)
                return false
            }
            defer { group.cancelAll() }
            return await group.next() ?? false
        }
    }

    private static func answers(_ store: any Store) async -> Bool {
        let one: Int? = try? await store.read { try $0.value("SELECT 1") }
        return one == 1
    }
}
