import Foundation
import Kernel
import Store

@testable import Belong

/// A few groups in and about a town, so that a test can look for them.
enum Town {
    /// M33 7ZF, where most searches begin.
    static let middle = Spot(latitude: 53.4254, longitude: -2.3232)

    static func listing(
        _ name: String,
        _ description: String = "",
        north miles: Double = 0.5,
        _ change: (inout Listing) -> Void = { _ in }
    ) -> Listing {
        let key = "town \(name)"
        var listing = Listing(key: key, provider: .init(key: "of \(key)", name: "\(name) Group"), name: name)
        listing.description = description
        listing.venues = [
            Venue(
                name: "\(name) Hall",
                town: "Sale",
                latitude: middle.latitude + miles / 69.06,
                longitude: middle.longitude
            )
        ]
        change(&listing)
        return listing
    }

    static let lunch = listing("Tuesday Table", "A hot meal and good company.", north: 0.8) {
        $0.gatherings = [Gathering(weekday: 2, opens: 720, closes: 840)]
        $0.categories = ["Lunch club"]
        $0.isFree = true
        $0.stepFree = true
        $0.languages = ["Polish"]
        $0.minimumAge = 60
    }
    static let farLunch = listing("Moorside Meals", "A hot meal for all.", north: 4) {
        $0.gatherings = [Gathering(weekday: 2, opens: 720, closes: 840)]
        $0.categories = ["Lunch club"]
        $0.isFree = false
        $0.stepFree = false
    }
    static let choir = listing("Sale Choral Singers", "We sing on Thursdays, all voices.", north: 1) {
        $0.gatherings = [Gathering(weekday: 4, opens: 1140, closes: 1260)]
    }
    static let walkers = listing("Bridgewater Walking Friends", "Easy walks along the water.", north: 2)
    static let shed = listing("Broomwood Men's Shed", "Making, mending and tea.", north: 3) {
        $0.gatherings = [Gathering(weekday: 3, opens: 600, closes: 780, every: .fortnight)]
        $0.maximumAge = 120
    }

    static let all = [lunch, farLunch, choir, walkers, shed]

    static func reading(_ listings: [Listing] = all, isWhole: Bool = true) -> Reading {
        var reading = Reading(source: "town")
        reading.listings = listings
        reading.keys = Set(listings.map(\.key))
        reading.isWhole = isWhole
        return reading
    }
}

extension Neighbourhood {
    /// With the town's groups on the shelves, and a postcode or two.
    static func withTown() async throws -> Neighbourhood {
        let neighbourhood = try await Neighbourhood()
        _ = try await Shelves(store: neighbourhood.store).take(Town.reading(), at: now)
        let postcodes = """
            postcode,latitude,longitude
            M33 7ZF,\(Town.middle.latitude),\(Town.middle.longitude)
            M33 7ZG,\(Town.middle.latitude),\(Town.middle.longitude)
            """
        try await PostcodeImport(store: neighbourhood.store).read(
            Array(postcodes.utf8),
            named: "postcodes.csv"
        )
        return neighbourhood
    }

    func activities(seenBy member: Member) -> Activities {
        Activities(store: store, member: member)
    }

    /// What somebody finds who types this.
    func finds(
        _ line: String,
        as member: Member? = nil,
        at now: Date = Self.now
    ) async throws -> Activities.Found {
        let wanted = Wanted(reading: line, today: Day(now))
        return try await activities(seenBy: member ?? amara).search(wanted, at: now)
    }

    func names(_ line: String, at now: Date = Self.now) async throws -> [String] {
        try await finds(line, at: now).findings.map(\.name)
    }

    func activity(named name: String) async throws -> Activity.ID {
        let found: Activity.ID? = try await store.read { view in
            try view.value("SELECT id FROM activity WHERE name = \(name)")
        }
        guard let found else { throw Missing() }
        return found
    }
}
