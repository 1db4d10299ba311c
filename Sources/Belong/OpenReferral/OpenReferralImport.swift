import Foundation
import Kernel
import Store

/// Takes a directory in from outside: an Open Referral UK file or a live feed. Run
/// twice it changes nothing; what a whole source no longer holds is marked as
/// gone and comes back if the source does.
package struct OpenReferralImport: Sendable {
    let store: any Store

    package init(store: any Store) {
        self.store = store
    }

    package func file(_ path: String, at now: Date = .now) async throws -> ImportReport {
        try await take(ServiceFile(path: path).read(), at: now)
    }

    /// - Parameter allowPrivate: lets the feed stand on this machine or in this
    ///   network. Otherwise an address that leads there is refused, so that nobody
    ///   can use an import to look around inside (ASVS 5.0, 1.3.6).
    package func feed(
        _ address: String,
        allowPrivate: Bool = false,
        at now: Date = .now
    ) async throws -> ImportReport {
        let feed = try ServiceFeed(address, allowPrivate: allowPrivate)
        return try await take(feed.read(), at: now)
    }

    private func take(_ reading: Reading, at now: Date) async throws -> ImportReport {
        try await Shelves(store: store).take(reading, at: now)
    }
}
