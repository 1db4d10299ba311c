import Foundation
import Kernel
import Store

/// Takes what was read from a source into the directory.
struct Shelves: Sendable {
    let store: any Store

    /// Takes the whole reading, or nothing of it. Taken twice it changes nothing.
    func take(_ reading: Reading, at now: Date = .now) async throws -> ImportReport {
        try await store.write { work in
            var shelving = try Shelving(reading, in: work, at: now)
            return try shelving.take(reading)
        }
    }
}

/// One reading on its way onto the shelves, inside one transaction.
private struct Shelving {
    private let work: any Writer
    private let now: Date
    private var known: [String: Known]
    /// From which list whoever runs something is kept.
    private var keepers: [String: String] = [:]
    /// What groups put right themselves: it stands above every list.
    private let amended: [Activity.ID: [ListingField: String]]
    private let source: String
    private var vocabulary: [String: String] = [:]
    private var providers: Set<String> = []

    /// What stands there already under a key.
    private struct Known: Stored {
        let id: Activity.ID
        let number: Int
        let digest: String
        let isGone: Bool
        let source: String

        init(_ row: Row) throws {
            id = try row("id")
            number = try row("number")
            digest = try row("digest")
            let goneAt: Date? = try row("gone_at")
            isGone = goneAt != nil
            source = try row("address")
        }
    }

    init(_ reading: Reading, in work: any Writer, at now: Date) throws {
        self.work = work
        self.now = now
        source = reading.source
        // Whoever imports at the same time waits here until this is done.
        try work.run("UPDATE activity_number SET last = last WHERE one = 1")
        if let other = reading.insteadOf { try work.handOver(from: other, to: source, at: now) }
        let rows = try work.rows(
            """
            SELECT activity.id, number, digest, gone_at, activity.source_key, feed.address
            FROM activity
            JOIN feed ON feed.id = activity.feed
            """
        )
        known = Dictionary(minimumCapacity: rows.count)
        for row in rows { try known[row("source_key")] = Known(row) }
        amended = try work.amendments()
        for row in try work.rows(
            "SELECT provider.source_key, address FROM provider JOIN feed ON feed.id = provider.feed"
        ) {
            try keepers[row("source_key")] = row("address")
        }
    }

    mutating func take(_ reading: Reading) throws -> ImportReport {
        var report = reading.report
        for listing in reading.listings { try take(listing, &report) }
        if reading.isWhole { try leave(allBut: reading.keys, &report) }
        try work.learn(vocabulary)
        if report.taken + report.changed + report.returned > 0 { try work.placeByPostcode() }
        if report.changedAnything { try work.log(.changed, Key<Listing>(at: now), by: .service, at: now) }
        return report
    }

    private mutating func take(_ listing: Listing, _ report: inout ImportReport) throws {
        let digest = try listing.digest
        if let why = elsewhere(listing, digest) { return report.refuse(listing.key, why) }
        guard let there = known[listing.key] else {
            report.taken += 1
            return try put(listing, digest, replacing: nil)
        }
        switch (there.isGone, there.digest == digest) {
        case (false, true): report.unchanged += 1
        case (true, _):
            report.returned += 1
            try put(listing, digest, replacing: there)
        case (false, false):
            report.changed += 1
            try put(listing, digest, replacing: there)
        }
    }

    /// The same name in two lists is not the same thing for certain, and an address
    /// that introductions go to is not changed by a list that never had it (hazard H08).
    private func elsewhere(_ listing: Listing, _ digest: String) -> String? {
        if let there = known[listing.key], there.source != source {
            if !there.isGone, there.digest == digest { return nil }
            return "kept from another list already, \(there.source). It was left as it is."
        }
        guard let keeper = keepers[listing.provider.key], keeper != source else { return nil }
        return "whoever runs it is kept from another list already, \(keeper). It was left as it is."
    }

    /// Whatever this source held before and holds no longer is gone. It is kept,
    /// with everything that was said of it, and never offered.
    private mutating func leave(allBut keys: Set<String>, _ report: inout ImportReport) throws {
        for (key, there) in known.sorted(by: { $0.value.number < $1.value.number })
        where there.source == source && !there.isGone && !keys.contains(key) {
            try work.run("UPDATE activity SET gone_at = \(now) WHERE id = \(there.id)")
            try work.offerOrNot(there.id)
            report.gone += 1
        }
    }

    private mutating func put(_ listing: Listing, _ digest: String, replacing there: Known?) throws {
        let id = there?.id ?? Activity.ID(at: now)
        let number = try there?.number ?? work.nextNumber()
        let feed = try work.feed(source, at: now)
        let shelf = try Shelf(
            id: id,
            number: number,
            feed: feed,
            provider: work.provider(
                listing.provider,
                from: feed,
                isSeen: !providers.insert(listing.provider.key).inserted,
                at: now
            ),
            isOffered: listing.status == .active,
            now: now
        )
        var shown = listing
        if let amended = amended[id] {
            try work.keep(listing, listedOf: id, at: now)
            shown = listing.with(amended)
        }
        if there == nil {
            try work.begin(shown, digest, on: shelf)
        } else {
            try work.change(shown, digest, on: shelf)
        }
        let text = try work.shelve(shown, on: shelf)
        // Its row is ours until we commit: whoever closed it meanwhile has done so by now.
        if there != nil { try work.offerOrNot(id) }
        vocabulary.merge(text.vocabulary) { first, _ in first }
    }
}
