import Foundation

/// Brings a store up to what this version of Belong needs, each change in a
/// transaction of its own, so that a stop half way leaves whole changes only.
public struct Migrator: Sendable {
    let changes: [Change]

    public init(_ changes: [Change]) {
        self.changes = changes.sorted { $0.name < $1.name }
    }

    /// Why a store is left as it is.
    public enum Refused: Error, Equatable, CustomStringConvertible {
        case newer(change: String)
        case unmigrated(change: String)

        public var description: String {
            switch self {
            case .newer(let change):
                "This store was made by a newer version of Belong (it holds the change “\(change)”). "
                    + "Use that version, or restore a backup from before it. Nothing was touched."
            case .unmigrated(let change):
                "This store still needs the change “\(change)”. Run `belong migrate` first."
            }
        }
    }

    /// Applies what is missing and gives the names of what was applied.
    @discardableResult
    public func migrate(_ store: any Store, at now: Date = .now) async throws -> [String] {
        try await store.write { work in
            try work.execute(
                script: """
                    CREATE TABLE IF NOT EXISTS schema_change (
                        name TEXT PRIMARY KEY,
                        applied_at TIMESTAMPTZ NOT NULL
                    );
                    """
            )
        }
        var applied: [String] = []
        for change in try await missing(in: store) {
            let isNew = try await store.write { work in try change.apply(to: work, at: now) }
            if isNew { applied.append(change.name) }
        }
        return applied
    }

    /// Makes sure, before serving, that the store is exactly what this version needs.
    public func check(_ store: any Store) async throws {
        if let change = try await missing(in: store).first {
            throw Refused.unmigrated(change: change.name)
        }
    }

    private func missing(in store: any Store) async throws -> [Change] {
        let done: [String] = try await store.read { view in
            let tables: [String] = try view.values(view.dialect.tables)
            guard tables.contains("schema_change") else { return [] }
            return try view.values("SELECT name FROM schema_change ORDER BY name")
        }
        let known = Set(changes.map(\.name))
        if let newer = done.first(where: { !known.contains($0) }) {
            throw Refused.newer(change: newer)
        }
        return changes.filter { !done.contains($0.name) }
    }
}

extension Change {
    /// Claims the change by its name first, so that of two nodes starting
    /// together one waits for the other and then finds it done.
    fileprivate func apply(to work: any Writer, at now: Date) throws -> Bool {
        let claimed = try work.run(
            """
            INSERT INTO schema_change (name, applied_at)
            VALUES (\(name), \(now))
            ON CONFLICT (name) DO NOTHING
            """
        )
        guard claimed == 1 else { return false }
        try work.execute(script: script(for: work.dialect))
        return true
    }
}
