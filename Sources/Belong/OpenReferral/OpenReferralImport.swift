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

    /// - Parameter other: the list whose place this one takes: what was kept from
    ///   there is this one's from now on.
    package func file(
        _ path: String,
        insteadOf other: String? = nil,
        at now: Date = .now
    ) async throws -> ImportReport {
        try await take(ServiceFile(path: path).read(), insteadOf: other, at: now)
    }

    /// - Parameter allowPrivate: lets the feed stand on this machine or in this
    ///   network. Otherwise an address that leads there is refused, so that nobody
    ///   can use an import to look around inside (ASVS 5.0, 1.3.6).
    package func feed(
        _ address: String,
        allowPrivate: Bool = false,
        insteadOf other: String? = nil,
        at now: Date = .now
    ) async throws -> ImportReport {
        let feed = try ServiceFeed(address, allowPrivate: allowPrivate)
        return try await take(feed.read(), insteadOf: other, at: now)
    }

    private func take(
        _ reading: Reading,
        insteadOf other: String?,
        at now: Date
    ) async throws -> ImportReport {
        var reading = reading
        reading.insteadOf = other
        return try await Shelves(store: store).take(reading, at: now)
    }
}
