import Kernel

extension Service {
    /// What it costs in words, and whether that is nothing. Where nobody says, nobody knows.
    var cost: (words: String?, isFree: Bool?) {
        let options = fields.list("cost_options")
        let said = fields.text("fees", "fees_description", upTo: 500)
        let lines = options.compactMap(Self.words(for:))
        let words = ([said].compactMap(\.self) + lines).eachOnce.joined(separator: "; ")
        let amounts = options.compactMap { $0.number("amount") }
        if amounts.contains(where: { $0 > 0 }) { return (words, false) }
        if !amounts.isEmpty, amounts.count == options.count { return (words.isEmpty ? nil : words, true) }
        return words.isEmpty ? (nil, nil) : (words, Self.isFree(words))
    }

    private static func words(for option: Fields) -> String? {
        let amount = option.number("amount").map { amount -> String in
            guard amount > 0 else { return "Free" }
            let pence = Int((amount * 100).rounded())
            return pence % 100 == 0 ? "£\(pence / 100)" : "£\(pence / 100).\((pence % 100).padded(2))"
        }
        let parts = [amount, option.text("amount_description"), option.text("option")].compactMap(\.self)
        return parts.isEmpty ? nil : parts.eachOnce.joined(separator: ", ")
    }

    private static func isFree(_ words: String) -> Bool? {
        if words.contains("£") || words.wholeMatch(of: /\s*[0-9]+(\.[0-9]{2})?\s*/) != nil {
            return words.contains(/£\s*[1-9]|£\s*0?\.[0-9]*[1-9]|^\s*[1-9]/) ? false : nil
        }
        let plain = " \(words.folded) "
        let isNone = [" free ", " no charge ", " no cost ", " nothing to pay "].contains {
            plain.contains($0)
        }
        let hasLimits = [" not free ", " free trial ", " free if ", " free for ", " may be "].contains {
            plain.contains($0)
        }
        return isNone && !hasLimits ? true : nil
    }

    var languages: [String] {
        fields.list("languages").compactMap { $0.text("name", "language", upTo: 60) }.eachOnce
    }

    var categories: [String] {
        let terms =
            fields.list("attributes").compactMap { $0.object("taxonomy_term") }
            + fields.list("service_taxonomys", "service_taxonomies").compactMap { $0.object("taxonomy") }
        return Array(terms.compactMap { $0.text("name", upTo: 120) }.eachOnce.prefix(60))
    }

    /// Whether one gets in without steps, if anybody says. Words that say no are
    /// looked for first, for they often hold the words that say yes.
    var stepFree: Bool? {
        let locations = fields.list("service_at_locations").compactMap { $0.object("location") }
        let access = locations.flatMap { $0.list("accessibility", "accessibility_for_disabilities") }
        let words = access.flatMap { fields in
            [fields.text("accessibility"), fields.text("description"), fields.text("details")].compactMap(
                \.self
            )
        }
        let plain = (words + categories).map { " \($0.folded) " }
        if plain.contains(where: { words in Self.steps.contains { words.contains($0) } }) { return false }
        return plain.contains { words in Self.noSteps.contains { words.contains($0) } } ? true : nil
    }

    private static let steps = [
        " not wheelchair ", " no wheelchair ", " not accessible ", " not step free ", " no step free ",
        " stairs only ", " no lift ", " no disabled access ", " no ramp ", " not fully accessible ",
        " inaccessible ", " not suitable for wheelchair",
    ]

    private static let noSteps = [
        " step free ", " wheelchair access", " level access ", " no steps ", " fully accessible ", " ramp ",
        " ramped ", " wheelchair user", " accessible by wheelchair ", " wheelchair friendly ",
    ]

    func venues(_ note: (String) -> Void) -> [Venue] {
        let locations = fields.list("service_at_locations").compactMap { $0.object("location") }
        if locations.count > 64 { note("only the first 64 of its \(locations.count) places were taken") }
        return locations.prefix(64).compactMap { venue($0, note) }
    }

    private func venue(_ location: Fields, _ note: (String) -> Void) -> Venue? {
        let address = location.list("addresses", "physical_addresses").first
        var venue = Venue(
            name: location.text("name"),
            address: [address?.text("address_1"), address?.text("address_2")].compactMap(\.self).eachOnce
                .joined(separator: ", "),
            town: address?.text("city"),
            postcode: address?.text("postal_code").map { Postcode($0)?.description ?? $0 },
            latitude: location.number("latitude"),
            longitude: location.number("longitude")
        )
        if venue.address?.isEmpty == true { venue.address = nil }
        if let spot = venue.spot, !spot.isInBritain {
            note(
                "the place on the map was left out: \(spot.latitude), \(spot.longitude) is not in the United Kingdom"
            )
            (venue.latitude, venue.longitude) = (nil, nil)
        }
        if venue.spot == nil { (venue.latitude, venue.longitude) = (nil, nil) }
        return venue == Venue() ? nil : venue
    }
}

extension Spot {
    /// Within the islands, roughly: from Scilly to Shetland.
    fileprivate var isInBritain: Bool {
        (49.0...61.5).contains(latitude) && (-9.0...2.5).contains(longitude)
    }
}
