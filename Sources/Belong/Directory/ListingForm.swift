import Kernel
import Web

/// A group's own listing as its coordinator typed it.
struct ListingForm: Decodable, Sendable {
    var name: String?
    var description: String?
    var times: String?
    var venue: String?
    var postcode: String?
    var cost: String?
    var free: String?
    var steps: String?
    var youngest: String?
    var oldest: String?
    var languages: String?
    var phone: String?
    var email: String?
    var web: String?

    func typed(_ field: ListingField) -> String {
        (sent(field) ?? "").replacing("\r\n", with: "\n").trimmingSpaces()
    }

    private func sent(_ field: ListingField) -> String? {
        switch field {
        case .name: name
        case .description: description
        case .times: times
        case .venue: venue
        case .postcode: postcode
        case .cost: cost
        case .free: free
        case .stepFree: steps
        case .youngest: youngest
        case .oldest: oldest
        case .languages: languages
        case .phone: phone
        case .email: email
        case .web: web
        }
    }

    /// What is typed differently from what stood there, or everything that must be
    /// put right first. What anybody may read must lead somewhere; what a list gave
    /// and nobody touched is not questioned.
    func read(besides shown: ListingForm = ListingForm()) throws(Problems) -> [ListingField: String] {
        var problems = Problems()
        var read: [ListingField: String] = [:]
        for field in ListingField.allCases where sent(field) != nil && typed(field) != shown.typed(field) {
            read[field] = problems.read(typed(field), field)
        }
        let isAged = read[.youngest] != nil || read[.oldest] != nil
        if isAged, let youngest = Int(typed(.youngest)), let oldest = Int(typed(.oldest)), youngest > oldest {
            problems.add(
                "oldest",
                "The oldest age is below the youngest: turn them round, or leave one empty"
            )
        }
        guard problems.list.isEmpty else { throw problems }
        return read
    }
}

extension Problems {
    fileprivate mutating func read(_ typed: String, _ field: ListingField) -> String {
        guard typed.count <= field.longest else {
            add(field.rawValue, "Keep this to \(field.longest) characters; there are \(typed.count)")
            return typed
        }
        guard !typed.isEmpty else {
            if field == .name { add("name", "Say what it is called") }
            return typed
        }
        return unless(field.reading(typed), field.rawValue, field.advice) ?? typed
    }
}

extension ListingField {
    fileprivate var longest: Int {
        switch self {
        case .description: 10_000
        case .times: 1_000
        default: 200
        }
    }

    /// As it is kept, or nothing if it cannot be what it should.
    fileprivate func reading(_ typed: String) -> String? {
        switch self {
        case .name, .description, .venue, .cost, .languages: typed
        case .times: typed.split(separator: "\n").map { String($0).trimmingSpaces() }.joined(separator: "\n")
        case .postcode: Postcode(typed)?.description
        case .free, .stepFree: ["yes", "no"].contains(typed) ? typed : nil
        case .youngest, .oldest: Int(typed).flatMap { (0...130).contains($0) ? "\($0)" : nil }
        case .phone: PhoneNumber(typed)?.description
        case .email: EmailAddress(typed)?.description
        case .web: page(typed)
        }
    }

    /// An address is often said without its beginning.
    private func page(_ typed: String) -> String? {
        let whole = typed.contains("://") ? typed : "https://\(typed)"
        guard whole.hasPrefix("http"), whole.contains("."), let address = WebAddress(whole) else {
            return nil
        }
        return address.description
    }

    fileprivate var advice: String {
        switch self {
        case .postcode: "That is no whole postcode: write it like M33 7ZF, or leave it empty"
        case .free, .stepFree: "Choose one of the answers"
        case .youngest, .oldest: "Write an age in figures, or leave it empty"
        case .phone: "That cannot be rung: write the number with its area code, or leave it empty"
        case .email: "A letter sent there would not arrive: check the part around the @"
        case .web: "That leads nowhere: copy the address from your browser, like https://example.org"
        case .name, .description, .times, .venue, .cost, .languages: "Say it in other words"
        }
    }
}
