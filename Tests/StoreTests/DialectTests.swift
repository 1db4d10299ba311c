import Kernel
import TestStores
import Testing

@testable import Store

@Suite("What the engines write differently")
struct DialectTests {
    @Test func `planning for the values one asks with ends with the transaction`() async throws {
        let store = try await TestStores.fresh([])
        guard let planning = store.dialect.planning else { return }
        let mode: SQL = "SELECT current_setting('plan_cache_mode')"

        let within: String? = try await store.read { view in
            _ = try view.rows(planning)
            return try view.value(mode)
        }

        #expect(within == "force_custom_plan")
        let after: String? = try await store.read { try $0.value(mode) }
        #expect(after == "auto")
    }

    @Test func `taking turns over several things asks for them in one order for everyone`() {
        let one = Dialect.postgres.turns(over: [7, -3, 5])?.bound
        let other = Dialect.postgres.turns(over: [5, 7, -3])?.bound

        #expect(one?.text == other?.text)
        #expect(one?.values == [.integer(-3), .integer(5), .integer(7)])
        #expect(other?.values == one?.values)
        #expect(Dialect.sqlite.turns(over: [1]) == nil)
    }
}
