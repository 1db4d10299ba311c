import Foundation
import Kernel
import Store

/// Something a person can join or turn to: a lunch club, a choir, advice about
/// money. Most of it comes from a feed; what people say of it since is ours.
struct Activity: Identifiable, Sendable {
    let id: Key<Activity>
    let provider: Provider
    let name: String
    let description: String
    let web: WebAddress?
    let email: EmailAddress?
    let phone: PhoneNumber?
    let status: Status
    let alert: String?
    let cost: String?
    /// Nothing here means that nobody has said.
    let isFree: Bool?
    let stepFree: Bool?
    let ages: Ages
    let assuredOn: Day?
    let goneAt: Date?
    var languages: [String] = []
    var needs: [Need] = []
    var venues: [Venue] = []
    var gatherings: [Gathering] = []
    var check: Check?
    /// What somebody who does not speak for the group has heard since.
    var report: Check?
    /// The last word of each who said in one tap that it runs, the latest first.
    var confirmations: [Confirmation] = []
    var capacity: Capacity?
    /// How long the group thinks it can go on, where it said so.
    var outlook: Outlook?

    /// Whether it runs, in the words of whoever lists it.
    enum Status: String, Codable, Column {
        case active
        case inactive
        case defunct
        /// Closed for now: "temporarily closed" in the standard.
        case paused
    }

    /// For whom, by age. No end means no limit.
    struct Ages: Equatable, Sendable {
        let minimum: Int?
        let maximum: Int?

        var words: String? {
            switch (minimum, maximum) {
            case (nil, nil): nil
            case (let minimum?, nil): "\(minimum) and over"
            case (nil, let maximum?): "Up to \(maximum)"
            case (let minimum?, let maximum?): "\(minimum) to \(maximum)"
            }
        }
    }

    /// A closed or vanished activity is never offered to anyone.
    var isOffered: Bool {
        goneAt == nil && status == .active && check?.answer != .closed
    }
}

/// Whoever runs activities: a charity, a church, a group of friends with a hall.
struct Provider: Identifiable, Sendable {
    let id: Key<Provider>
    let name: String
    let description: String?
    let web: WebAddress?
    let email: EmailAddress?
    let phone: PhoneNumber?
}

/// Where it happens.
struct Venue: Codable, Equatable, Sendable {
    var name: String?
    var address: String?
    var town: String?
    var postcode: String?
    var latitude: Double?
    var longitude: Double?

    var spot: Spot? {
        guard let latitude, let longitude else { return nil }
        return Spot(latitude: latitude, longitude: longitude)
    }

    /// On one line, without saying anything twice.
    var line: String {
        var parts: [String] = []
        for part in [name, address, town, postcode] {
            guard let part, !parts.contains(where: { $0.folded.contains(part.folded) }) else { continue }
            parts.append(part)
        }
        return parts.joined(separator: ", ")
    }
}

extension Activity: Stored {
    init(_ row: Row) throws {
        try self.init(
            id: row("id"),
            provider: Provider(row),
            name: row("name"),
            description: row("description"),
            web: row("web"),
            email: row("email"),
            phone: row("phone"),
            status: row("status"),
            alert: row("alert"),
            cost: row("cost"),
            isFree: row("is_free"),
            stepFree: row("step_free"),
            ages: Ages(minimum: row("minimum_age"), maximum: row("maximum_age")),
            assuredOn: row("assured_on"),
            goneAt: row("gone_at")
        )
    }
}

extension Provider: Stored {
    init(_ row: Row) throws {
        try self.init(
            id: row("provider"),
            name: row("provider_name"),
            description: row("provider_description"),
            web: row("provider_web"),
            email: row("provider_email"),
            phone: row("provider_phone")
        )
    }
}

extension Venue: Stored {
    init(_ row: Row) throws {
        try self.init(
            name: row("name"),
            address: row("address"),
            town: row("town"),
            postcode: row("postcode"),
            latitude: row("latitude"),
            longitude: row("longitude")
        )
    }
}
