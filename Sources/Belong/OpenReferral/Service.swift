import Kernel

/// A service as Open Referral UK gives it: version 3.0 (HSDS-UK), or the older
/// shape many councils still publish, where times are `regular_schedules`, ages
/// `eligibilitys` and categories `service_taxonomys`.
struct Service: Decodable {
    let fields: Fields

    init(from decoder: any Decoder) throws {
        fields = try Fields(from: decoder)
    }

    var id: String? { fields.text("id", upTo: 200) }

    /// Whether everything about it is here, or only what stands in a list.
    var isFull: Bool {
        ["service_at_locations", "schedules", "regular_schedules", "contacts", "attributes", "eligibilitys"]
            .contains(where: fields.has)
    }

    /// Why it cannot be taken.
    enum Refused: Error, Equatable {
        case noID
        case noName

        var reason: String {
            switch self {
            case .noID: "it has no “id”"
            case .noName: "it has no “name”"
            }
        }
    }

    /// The key that stays the same. Version 3 asks for UUIDs, which are the same
    /// service wherever they appear; older numbers mean something in their own feed only.
    static func key(_ id: String, in source: String) -> String {
        Key<Service>(id)?.description ?? "\(source) \(id)"
    }
}

extension Service {
    /// What the directory takes from it. Whatever had to be left out is told to `note`.
    func listing(from source: String, note: (String) -> Void) throws(Refused) -> Listing {
        guard let id else { throw .noID }
        guard let name = fields.text("name", upTo: 300) else { throw .noName }
        let key = Self.key(id, in: source)
        var listing = Listing(
            key: key,
            provider: provider(of: key, named: name, source, note: note),
            name: name
        )
        listing.description = fields.text("description", upTo: 20_000) ?? ""
        listing.web = link(fields, "url", note)
        listing.email = email(fields, note)
        listing.phone = phone
        listing.status = status(note)
        listing.alert = fields.text("alert", upTo: 1_000)
        (listing.cost, listing.isFree) = cost
        (listing.minimumAge, listing.maximumAge) = ages(note)
        listing.assuredOn = fields.text("assured_date").flatMap { Day(String($0.prefix(10))) }?.description
        listing.languages = languages
        listing.categories = categories
        listing.stepFree = stepFree
        listing.venues = venues(note)
        listing.gatherings = gatherings(note)
        return listing
    }

    private func provider(
        of key: String,
        named name: String,
        _ source: String,
        note: (String) -> Void
    ) -> Listing.Provider {
        guard let fields = fields.object("organization", "organisation"),
            let name = fields.text("name", upTo: 300)
        else {
            return Listing.Provider(key: "of " + key, name: name)
        }
        let id = fields.text("id", upTo: 200) ?? self.fields.text("organization_id", upTo: 200)
        return Listing.Provider(
            key: id.map { Self.key($0, in: source) } ?? "of " + key,
            name: name,
            description: fields.text("description", upTo: 5_000),
            web: link(fields, "website", note) ?? link(fields, "url", note),
            email: email(fields, note),
            phone: Self.phone(in: fields.list("phones"))
        )
    }

    private func status(_ note: (String) -> Void) -> Activity.Status {
        switch fields.text("status")?.lowercased() {
        case nil, "active": return .active
        case "inactive": return .inactive
        case "defunct": return .defunct
        case "temporarily closed": return .paused
        case let other?:
            note("its status “\(other)” is not one of the standard's, so it is not offered")
            return .inactive
        }
    }

    private var phone: String? {
        let contacts = fields.list("contacts").flatMap { $0.list("phones") }
        return Self.phone(in: fields.list("phones") + contacts)
    }

    private static func phone(in phones: [Fields]) -> String? {
        phones.lazy.compactMap { $0.text("number").flatMap { PhoneNumber($0) } }.first?.digits
    }

    /// A link that may stand on a page. One that begins with www is meant for the web.
    private func link(_ fields: Fields, _ name: String, _ note: (String) -> Void) -> String? {
        guard let text = fields.text(name, upTo: 4_000) else { return nil }
        if let address = WebAddress(text) { return address.description }
        if !text.contains(":"), text.contains("."), let address = WebAddress("https://" + text) {
            return address.description
        }
        note("the link in “\(name)” was left out: only http, https, mailto and tel are taken")
        return nil
    }

    private func email(_ fields: Fields, _ note: (String) -> Void) -> String? {
        guard let text = fields.text("email") else { return nil }
        if let address = EmailAddress(text) { return address.description }
        note("the e-mail address was left out: it is none")
        return nil
    }

    private func ages(_ note: (String) -> Void) -> (minimum: Int?, maximum: Int?) {
        let older = fields.list("eligibilitys", "eligibilities").first
        let ends = [
            fields.number("minimum_age") ?? older?.number("minimum_age"),
            fields.number("maximum_age") ?? older?.number("maximum_age"),
        ]
        let ages = ends.map { age in age.flatMap { (0...130).contains($0) ? Int($0) : nil } }
        if let minimum = ages[0], let maximum = ages[1], minimum > maximum {
            note("its ages were left out: \(minimum) to \(maximum)")
            return (nil, nil)
        }
        return (ages[0], ages[1])
    }
}
