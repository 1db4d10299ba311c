import Foundation
import Kernel
import Store

/// What a group put right in its own listing: it stands above what its list says,
/// also after the list is read again, with who said so and when (peers, row 45).
struct Amendment: Sendable, Equatable {
    let field: ListingField
    let words: String
    let by: String
    let at: Date

    enum Refused: Refusal {
        case gone

        var sentence: String {
            """
            It is gone from the list it came from, so there is nothing to put right. \
            Ask whoever looks after Belong to take it in again.
            """
        }
    }

    /// One of them beside what the list says differently.
    struct Difference: Sendable, Equatable {
        let amendment: Amendment
        let listed: String
    }
}

/// A listing as it is shown, what its group put right in it, and what its list says.
struct OwnListing: Sendable {
    let shown: Listing
    let listed: Listing
    let listedAt: Date?
    let amendments: [Amendment]

    var differences: [Amendment.Difference] {
        amendments.map { .init(amendment: $0, listed: $0.field.words(of: listed)) }
    }
}

extension Activities {
    /// The listing of a group one welcomes for, ready to be put right.
    func ownListing(_ id: Activity.ID) async throws -> (activity: Activity, listing: OwnListing) {
        let member = member
        return try await store.read { view in
            guard let activity = try view.activity(id), try view.sight(of: member).isOwn(activity.provider.id)
            else { throw Missing() }
            return try (activity, view.ownListing(of: id))
        }
    }

    /// Puts right what was typed differently. What now reads as the list does stands
    /// by itself again.
    func amend(_ id: Activity.ID, _ typed: [ListingField: String], at now: Date = .now) async throws {
        let me = member.id
        try await change(id, at: now) { work, provider, sight in
            guard sight.isOwn(provider) else { throw Missing() }
            // Whoever imports at the same time waits here until this is done.
            try work.run("UPDATE activity_number SET last = last WHERE one = 1")
            try work.amend(id, typed, by: me, at: now)
        }
    }
}

extension Reader {
    func ownListing(of id: Activity.ID) throws -> OwnListing {
        let shown = try listing(of: id)
        let row = try rows("SELECT listing, read_at FROM listed WHERE activity = \(id)").first
        return try OwnListing(
            shown: shown,
            listed: row.map { try Listing(kept: $0("listing")) } ?? shown,
            listedAt: row.map { try $0("read_at") },
            amendments: amendments(of: id)
        )
    }

    func amendments(of id: Activity.ID) throws -> [Amendment] {
        try all(
            """
            SELECT field, words, name, amended_at
            FROM amendment
            JOIN member ON member.id = amended_by
            WHERE activity = \(id) AND replaced_by IS NULL AND words IS NOT NULL
            ORDER BY amended_at, field
            """
        )
    }

    /// Everything that stands above a list, for whoever reads the list again.
    func amendments() throws -> [Activity.ID: [ListingField: String]] {
        var amended: [Activity.ID: [ListingField: String]] = [:]
        for row in try rows(
            "SELECT activity, field, words FROM amendment WHERE replaced_by IS NULL AND words IS NOT NULL"
        ) {
            try amended[row("activity"), default: [:]][row("field")] = row("words")
        }
        return amended
    }
}

extension Writer {
    fileprivate func amend(
        _ id: Activity.ID,
        _ typed: [ListingField: String],
        by member: Member.ID,
        at now: Date
    ) throws {
        guard try has("SELECT 1 FROM activity WHERE id = \(id) AND gone_at IS NULL") else {
            throw Amendment.Refused.gone
        }
        let own = try ownListing(of: id)
        if own.listedAt == nil { try keep(own.listed, listedOf: id, at: now) }
        var standing = Dictionary(
            own.amendments.map { ($0.field, $0.words) },
            uniquingKeysWith: { first, _ in first }
        )
        for (field, words) in typed where field.words(of: own.shown) != words {
            let isListed = field.words(of: own.listed) == words
            guard standing[field] != words, !(isListed && standing[field] == nil) else { continue }
            standing[field] = isListed ? nil : words
            try put(isListed ? nil : words, in: field, of: id, by: member, at: now)
        }
        try reshelve(own.listed.with(standing), id)
    }

    private func put(
        _ words: String?,
        in field: ListingField,
        of id: Activity.ID,
        by member: Member.ID,
        at now: Date
    ) throws {
        let amendment = Key<Amendment>(at: now)
        try run(
            """
            UPDATE amendment SET replaced_by = \(amendment)
            WHERE activity = \(id) AND field = \(field) AND replaced_by IS NULL
            """
        )
        try run(
            """
            INSERT INTO amendment (id, activity, field, words, amended_by, amended_at)
            VALUES (\(amendment), \(id), \(field), \(words), \(member), \(now))
            """
        )
    }

    /// What the list says, kept beside what is shown.
    func keep(_ listing: Listing, listedOf id: Activity.ID, at now: Date) throws {
        try run(
            """
            INSERT INTO listed (activity, listing, read_at)
            VALUES (\(id), \(listing.kept), \(now))
            ON CONFLICT (activity) DO UPDATE
            SET listing = excluded.listing, read_at = excluded.read_at
            """
        )
    }
}

extension Amendment: Stored {
    init(_ row: Row) throws {
        try self.init(field: row("field"), words: row("words"), by: row("name"), at: row("amended_at"))
    }
}
