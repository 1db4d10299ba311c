import Foundation
import Kernel
import Store
import Testing

@testable import Belong

@Suite("The three tensions")
struct TensionTests {
    let facts: Facts

    init() async throws {
        facts = try await Facts()
    }

    @Test func `have facts on both ends and no middle`() async throws {
        for days in [10.0, 20, 30] { try await facts.refers(days, asking: days > 15) }
        let tension = try #require(try await facts.sixteen().tensions.first)

        #expect(tension.one.facts == ["2 of 3 referrals were talked over first"])
        #expect(tension.other.facts == ["1 of 3 referrals came without a word before"])
    }

    @Test func `say nothing of what nobody knows`() async throws {
        let tensions = try await facts.sixteen().tensions

        #expect(tensions.count == 3)
        #expect(tensions.allSatisfy { $0.one.facts.isEmpty && $0.other.facts.isEmpty })
    }
}
