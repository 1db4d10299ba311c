import Foundation
import Kernel
import Store

/// Where one listing goes.
struct Shelf: Sendable {
    let id: Activity.ID
    let number: Int
    let feed: Key<Reading>
    let provider: Provider.ID
    let isOffered: Bool
    let now: Date
}

extension Listing {
    /// Two readings that say the same have the same digest.
    var digest: String {
        get throws {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.sortedKeys]
            return Sodium.digest(String(decoding: try encoder.encode(self), as: UTF8.self))
        }
    }
}

extension Writer {
    /// Numbers stand in for ids in the search, where every byte counts.
    func nextNumber() throws -> Int {
        try value("UPDATE activity_number SET last = last + 1 WHERE one = 1 RETURNING last") ?? 1
    }

    func feed(_ address: String, at now: Date) throws -> Key<Reading> {
        let found: SQL = "SELECT id FROM feed WHERE address = \(address)"
        if let id: Key<Reading> = try value(found) { return id }
        let id = Key<Reading>(at: now)
        try run("INSERT INTO feed (id, address, first_read_at) VALUES (\(id), \(address), \(now))")
        return id
    }

    /// From here on everything of one list is the other's.
    func handOver(from other: String, to source: String, at now: Date) throws {
        let old: Key<Reading>? = try value("SELECT id FROM feed WHERE address = \(other)")
        guard let old else { throw UnreadableSource("There is no list here called \(other).") }
        let new = try feed(source, at: now)
        try run("UPDATE activity SET feed = \(new) WHERE feed = \(old)")
        try run("UPDATE provider SET feed = \(new) WHERE feed = \(old)")
    }

    func provider(
        _ listed: Listing.Provider,
        from feed: Key<Reading>,
        isSeen: Bool,
        at now: Date
    ) throws -> Provider.ID {
        let found: SQL = "SELECT id FROM provider WHERE source_key = \(listed.key)"
        if isSeen, let id: Provider.ID = try value(found) { return id }
        try run(
            """
            INSERT INTO provider (id, source_key, name, description, web, email, phone, read_at, feed)
            VALUES (\(Provider.ID(at: now)), \(listed.key), \(listed.name), \(listed.description), \(listed.web),
                \(listed.email), \(listed.phone), \(now), \(feed))
            ON CONFLICT (source_key) DO UPDATE
            SET name = excluded.name, description = excluded.description, web = excluded.web,
                email = excluded.email, phone = excluded.phone, read_at = excluded.read_at, feed = excluded.feed
            """
        )
        guard let id: Provider.ID = try value(found) else { throw Missing() }
        return id
    }

    func begin(_ listing: Listing, _ digest: String, on shelf: Shelf) throws {
        try run(
            """
            INSERT INTO activity (id, number, provider, feed, source_key, digest, name, description, web, email,
                phone, status, alert, cost, is_free, step_free, minimum_age, maximum_age, assured_on,
                first_read_at, changed_at)
            VALUES (\(shelf.id), \(shelf.number), \(shelf.provider), \(shelf.feed), \(listing.key), \(digest),
                \(listing.name), \(listing.description), \(listing.web), \(listing.email), \(listing.phone),
                \(listing.status.rawValue), \(listing.alert), \(listing.cost), \(listing.isFree),
                \(listing.stepFree), \(listing.minimumAge), \(listing.maximumAge),
                \(listing.assuredOn.flatMap { Day($0) }), \(shelf.now), \(shelf.now))
            """
        )
    }

    /// Empties the shelf and writes the listing anew; what people said of it stays.
    func change(_ listing: Listing, _ digest: String, on shelf: Shelf) throws {
        try run(
            """
            UPDATE activity
            SET provider = \(shelf.provider), feed = \(shelf.feed), digest = \(digest), name = \(listing.name),
                description = \(listing.description), web = \(listing.web), email = \(listing.email),
                phone = \(listing.phone), status = \(listing.status.rawValue), alert = \(listing.alert),
                cost = \(listing.cost), is_free = \(listing.isFree), step_free = \(listing.stepFree),
                minimum_age = \(listing.minimumAge), maximum_age = \(listing.maximumAge),
                assured_on = \(listing.assuredOn.flatMap { Day($0) }), changed_at = \(shelf.now), gone_at = NULL
            WHERE id = \(shelf.id)
            """
        )
        for table in [
            "activity_words", "offering", "activity_need", "activity_category", "activity_language", "venue",
            "gathering",
        ] {
            try run("DELETE FROM \(SQL(trusted: table)) WHERE activity = \(shelf.id)")
        }
    }

    func fill(_ listing: Listing, _ needs: [Need], on shelf: Shelf) throws {
        try add("activity_need (activity, need)", needs.map { [shelf.id, $0.rawValue] })
        try add("activity_category (activity, name)", listing.categories.map { [shelf.id, $0] })
        try add("activity_language (activity, language)", listing.languages.map { [shelf.id, $0] })
        try add(
            """
            venue (activity, position, name, address, town, town_folded, postcode, latitude, longitude)
            """,
            listing.venues.enumerated().map { position, venue in
                [
                    shelf.id, position, venue.name, venue.address, venue.town, venue.town?.folded,
                    venue.postcode,
                    venue.latitude, venue.longitude,
                ]
            }
        )
        try add(
            "gathering (activity, position, weekday, opens, closes, every, words)",
            listing.gatherings.enumerated().map { position, gathering in
                [
                    shelf.id, position, gathering.weekday, gathering.opens, gathering.closes,
                    gathering.every.rawValue, gathering.words,
                ]
            }
        )
    }

    func offer(_ listing: Listing, _ text: SearchText, on shelf: Shelf) throws {
        try add(
            "activity_words (number, activity, offered, name, words, tags)",
            [[shelf.number, shelf.id, shelf.isOffered, text.name, text.words, text.tags]]
        )
        let hasDays = listing.gatherings.contains { $0.weekday != nil }
        let venues = listing.venues.isEmpty ? [Venue()] : listing.venues
        try add(
            """
            offering (spot, number, position, activity, offered, sorted, is_free, step_free, has_days,
                minimum_age, maximum_age, postcode, latitude, longitude)
            """,
            venues.enumerated().map { position, venue in
                [
                    shelf.number * 64 + position, shelf.number, position, shelf.id, shelf.isOffered,
                    listing.name.folded, listing.isFree, listing.stepFree, hasDays, listing.minimumAge,
                    listing.maximumAge, venue.postcode, venue.latitude, venue.longitude,
                ]
            }
        )
    }

    private func add(_ table: String, _ rows: [[any Column]]) throws {
        try insert(table, rows)
    }
}
