import Foundation
import GRDB
import Kernel
import Testing

@testable import Store

@Suite("A store in one file")
struct SQLiteStoreTests {
    private let path = NSTemporaryDirectory() + "belong-\(UUID().uuidString).sqlite"

    private func note(_ text: String) -> @Sendable (any Writer) throws -> Void {
        { try $0.run("INSERT INTO note (text) VALUES (\(text))") }
    }

    private func store() async throws -> SQLiteStore {
        let store = try SQLiteStore(path: path)
        try await store.write { try $0.execute(script: "CREATE TABLE note (text TEXT NOT NULL)") }
        return store
    }

    @Test func `waits for the disk before it says that something is kept`() async throws {
        let store = try await store()

        let level: Int? = try await store.write { try $0.value("PRAGMA synchronous") }

        #expect(level == 2)
    }

    @Test func `says that a full disk kept nothing, and goes on when there is room`() async throws {
        let store = try await store()
        try await store.write { try $0.execute(script: "PRAGMA max_page_count = 12") }
        let long = String(repeating: "a", count: 200_000)

        await #expect(throws: Unavailable.unwritable) { try await store.write(note(long)) }
        try await store.write(note("short"))

        let kept: [String] = try await store.read { try $0.values("SELECT text FROM note") }
        #expect(kept == ["short"])
    }

    @Test func `is copied whole while it is in use`() async throws {
        let store = try await store()
        try await store.write(note("kept"))

        try store.backUp(to: path + ".copy")

        let copy = try SQLiteStore(path: path + ".copy")
        let kept: [String] = try await copy.read { try $0.values("SELECT text FROM note") }
        #expect(kept == ["kept"])
    }

    @Test func `is not made out of a file that is something else`() throws {
        try Data("a letter, not a database, and long enough to be looked at".utf8).write(
            to: URL(filePath: path)
        )

        #expect(throws: (any Error).self) { try SQLiteStore(path: path) }
    }
}
