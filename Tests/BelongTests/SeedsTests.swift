import Foundation
import Kernel
import Store
import TestStores
import Testing
import Web

@testable import Belong

/// The made-up neighbourhood that ships with Belong, sown as `bin/start` sows it.
@Suite("The demo")
struct SeedsTests {
    @Test func `is sown whole, with a year behind it and something known of who settled`() async throws {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../Seeds")
            .path()
        let store = try await TestStores.fresh(Features.changes)
        let site = try #require(WebAddress("http://localhost:8080"))
        try await Seeds(store: store, folder: folder, site: site).sow(password: "a long enough password")

        let labels = try await store.read { view in
            let places: [Placement.ID] = try view.values("SELECT id FROM placement ORDER BY id")
            return try places.flatMap { place in
                try view.sixteen(.placement(place), at: .now, by: .linkWorker, now: .now)[place]?.positions
                    ?? []
            }.map(\.label)
        }
        // Somebody settled, somebody slipped, and of somebody nothing is known yet.
        #expect(labels.contains { $0 == .band(.belonging) || $0 == .atLeastFittingIn(.reciprocity) })
        #expect(labels.contains { $0 == .band(.boltedOn) || $0 == .atMostFittingIn })
        #expect(labels.contains(.notKnown))
    }
}
