import Foundation
import Kernel
import Store

/// An empty store of its own for every test, on the engine that
/// `BELONG_TEST_STORE` names: nothing for SQLite, `postgres://…` for PostgreSQL.
/// A template is migrated once; each test works on a copy of it.
package actor TestStores {
    package static let shared = TestStores()

    private var templates: [String: Task<String, any Error>] = [:]
    private let server = ProcessInfo.processInfo.environment["BELONG_TEST_STORE"]

    /// A store with these changes applied and nothing in it.
    package static func fresh(_ changes: [Change]) async throws -> any Store {
        try await shared.fresh(changes)
    }

    private func fresh(_ changes: [Change]) async throws -> any Store {
        let key = changes.map(\.name).joined(separator: "\n")
        let template = templates[key] ?? Task { [self] in try await make(changes) }
        templates[key] = template
        let name = try await template.value
        return try await server == nil ? copy(file: name) : copy(database: name)
    }

    private func make(_ changes: [Change]) async throws -> String {
        let name = Self.unique("template")
        if server == nil {
            let store = try SQLiteStore(path: Self.folder + "making_" + name)
            try await Migrator(changes).migrate(store)
            try store.backUp(to: Self.folder + name)
        } else {
            try await create(name, like: "template0")
            let store = PostgresStore(address: address(of: name), connections: 1)
            try await Migrator(changes).migrate(store)
            try await store.close()
        }
        return name
    }

    private func copy(file template: String) throws -> any Store {
        let name = Self.unique("test")
        try FileManager.default.copyItem(atPath: Self.folder + template, toPath: Self.folder + name)
        return try SQLiteStore(path: Self.folder + name)
    }

    private func copy(database template: String) async throws -> any Store {
        let name = Self.unique("test")
        try await create(name, like: template)
        return PostgresStore(address: address(of: name), connections: 4)
    }

    /// CREATE DATABASE is the one statement PostgreSQL takes outside a transaction only.
    private func create(_ name: String, like template: String) async throws {
        try await PostgresAdministration(address: address(of: "postgres"))
            .run("CREATE DATABASE \(name) TEMPLATE \(template)")
    }

    private func address(of database: String) -> String {
        "\(server ?? "")/\(database)"
    }

    private static func unique(_ kind: String) -> String {
        "\(kind)_" + UUID().uuidString.lowercased().replacing("-", with: "")
    }

    private static let folder: String = {
        let memory = "/dev/shm"
        let base = FileManager.default.fileExists(atPath: memory) ? memory : NSTemporaryDirectory()
        clearAway(in: base)
        let folder = "\(base)/\(prefix)\(ProcessInfo.processInfo.processIdentifier)/"
        try? FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        return folder
    }()

    private static let prefix = "belong-tests-"

    /// What runs that have ended left in memory, half a gigabyte each. Only where one
    /// can tell that they have ended.
    private static func clearAway(in base: String) {
        let files = FileManager.default
        guard files.fileExists(atPath: "/proc/self") else { return }
        for name in (try? files.contentsOfDirectory(atPath: base)) ?? [] where name.hasPrefix(prefix) {
            let process = name.dropFirst(prefix.count)
            guard !files.fileExists(atPath: "/proc/\(process)") else { continue }
            try? files.removeItem(atPath: "\(base)/\(name)")
        }
    }
}
