import Foundation
import Kernel
import Store

extension Listing {
    /// Reads what was kept of a list.
    init(kept text: String) throws {
        self = try JSONDecoder().decode(Listing.self, from: Data(text.utf8))
    }

    var kept: String {
        get throws {
            String(decoding: try JSONEncoder().encode(self), as: UTF8.self)
        }
    }
}

extension Reader {
    /// The listing as it stands on the shelves.
    func listing(of id: Activity.ID) throws -> Listing {
        let row = try rows(
            """
            SELECT activity.*, provider.source_key AS provider_key, provider.name AS provider_name
            FROM activity
            JOIN provider ON provider.id = activity.provider
            WHERE activity.id = \(id)
            """
        ).first
        guard let row, let activity = try activity(id) else { throw Missing() }
        var listing = try Listing(
            key: row("source_key"),
            provider: Listing.Provider(key: row("provider_key"), name: row("provider_name")),
            name: activity.name
        )
        listing.description = activity.description
        listing.web = try row("web")
        listing.email = try row("email")
        listing.phone = try row("phone")
        listing.status = activity.status
        listing.alert = activity.alert
        listing.cost = activity.cost
        (listing.isFree, listing.stepFree) = (activity.isFree, activity.stepFree)
        (listing.minimumAge, listing.maximumAge) = (activity.ages.minimum, activity.ages.maximum)
        listing.assuredOn = activity.assuredOn?.description
        listing.languages = activity.languages
        listing.categories = try values(
            "SELECT name FROM activity_category WHERE activity = \(id) ORDER BY name"
        )
        (listing.venues, listing.gatherings) = (activity.venues, activity.gatherings)
        return listing
    }
}

extension Writer {
    /// Puts a listing back where it stands, read no differently by its list.
    func reshelve(_ listing: Listing, _ id: Activity.ID) throws {
        let row = try rows(
            "SELECT number, feed, provider, digest, changed_at FROM activity WHERE id = \(id)"
        ).first
        guard let row else { throw Missing() }
        let isClosed = try has(
            """
            SELECT 1 FROM activity_check
            WHERE activity = \(id) AND replaced_by IS NULL AND answer = 'closed'
            """
        )
        let shelf = try Shelf(
            id: id,
            number: row("number"),
            feed: row("feed"),
            provider: row("provider"),
            isOffered: listing.status == .active && !isClosed,
            now: row("changed_at")
        )
        try change(listing, row("digest"), on: shelf)
        let text = try shelve(listing, on: shelf)
        try learn(text.vocabulary)
        try placeByPostcode()
    }

    /// Fills the shelf, and what a search reads, from a listing.
    func shelve(_ listing: Listing, on shelf: Shelf) throws -> SearchText {
        let needs = Need.met(by: [listing.name, listing.description] + listing.categories)
        try fill(listing, needs, on: shelf)
        let text = SearchText(listing, needs: needs)
        try offer(listing, text, on: shelf)
        return text
    }
}
