import Foundation
import Kernel
import Store
import Testing

@testable import Belong

@Suite("Amending the catalogue")
struct AmendingTests {
    let here: Neighbourhood
    let catalogues: Catalogues
    static let now = Neighbourhood.now

    init() async throws {
        here = try await Neighbourhood()
        catalogues = Catalogues(store: here.store)
    }

    private func next(_ version: Int, title: String = "Made together") -> String {
        Catalogue.standardWords.replacing("version: 1\n", with: "version: \(version)\n")
            .replacing("title: Service shaped together", with: "title: \(title)")
    }

    private func inForce(at moment: Date) async throws -> Catalogue {
        try await here.store.read { try $0.catalogue(at: moment) }
    }

    @Test func `puts it in force from now on, and what was before stays what it was`() async throws {
        try await catalogues.amend(next(2), because: "Our own words for it", at: Self.now)

        #expect(try await inForce(at: Self.now).configuration("C01")?.title == "Made together")
        #expect(try await inForce(at: Self.now - 1).configuration("C01")?.title == "Service shaped together")
        #expect(try await catalogues.words(at: Self.now) == next(2))
    }

    @Test func `keeps the history with the reasons`() async throws {
        try await catalogues.amend(next(2), because: "Our own words for it", at: Self.now)
        try await catalogues.amend(next(3, title: "Ours"), because: "Shorter", at: Self.now + 60)

        let history = try await catalogues.history()
        #expect(history.map(\.version) == [1, 2, 3])
        #expect(history.map(\.reason) == ["as it came with Belong", "Our own words for it", "Shorter"])
        #expect(try await here.count("log_entry WHERE subject_kind = 'Catalogue'") == 2)
    }

    @Test func `needs a reason`() async throws {
        await #expect(throws: Catalogues.Refused.needsReason) {
            try await catalogues.amend(next(2), because: "  ", at: Self.now)
        }
        #expect(
            Catalogues.Refused.needsReason.sentence
                == "Say why it is changed: --reason \"…\". It is kept with it."
        )
    }

    @Test func `begins from the one in force, so that two who amend at once both count`() async throws {
        try await catalogues.amend(next(2), because: "Our own words for it", at: Self.now)

        let refused = Catalogues.Refused.overtaken(inForce: 2)
        await #expect(throws: refused) {
            try await catalogues.amend(next(2, title: "Mine"), because: "Mine", at: Self.now + 1)
        }
        #expect(
            refused.sentence
                == "Version 2 is in force. Begin from it (belong catalogue show) and say version: 3."
        )
    }

    @Test func `takes nothing of one that is wrong`() async throws {
        await #expect(throws: Catalogue.Wrong.self) {
            try await catalogues.amend(
                next(2).replacing("theme: T4", with: "theme: T9"),
                because: "Why",
                at: Self.now
            )
        }
        #expect(try await here.count("catalogue_amendment") == 0)
    }
}
