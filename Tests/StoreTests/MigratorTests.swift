import Kernel
import TestStores
import Testing

@testable import Store

@Suite("Bringing a store up to date")
struct MigratorTests {
    private let first = Change("2026-01-01 first", "CREATE TABLE first (id UUID PRIMARY KEY);")
    private let second = Change("2026-01-02 second", "CREATE TABLE second (id UUID PRIMARY KEY);")

    @Test func `does what is missing, once`() async throws {
        let store = try await TestStores.fresh([first])

        #expect(try await Migrator([second, first]).migrate(store) == ["2026-01-02 second"])
        #expect(try await Migrator([first, second]).migrate(store).isEmpty)
        try await Migrator([first, second]).check(store)
    }

    @Test func `leaves a store of a newer version alone`() async throws {
        let store = try await TestStores.fresh([first, second])

        await #expect(throws: Migrator.Refused.newer(change: "2026-01-02 second")) {
            try await Migrator([first]).migrate(store)
        }
    }

    @Test func `does not let an unmigrated store be served`() async throws {
        let store = try await TestStores.fresh([first])

        await #expect(throws: Migrator.Refused.unmigrated(change: "2026-01-02 second")) {
            try await Migrator([first, second]).check(store)
        }
    }

    @Test func `leaves nothing of a change that fails half way`() async throws {
        let store = try await TestStores.fresh([first])
        let broken = Change(
            "2026-01-02 broken",
            "CREATE TABLE half (id UUID PRIMARY KEY); CREATE TABLE first (id UUID);"
        )

        await #expect(throws: (any Error).self) { try await Migrator([first, broken]).migrate(store) }

        let repaired = Change("2026-01-02 broken", "CREATE TABLE half (id UUID PRIMARY KEY);")
        #expect(try await Migrator([first, repaired]).migrate(store) == ["2026-01-02 broken"])
    }
}
