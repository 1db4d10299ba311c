import Foundation
import Kernel
import Store

/// One thing a group may put right in its own listing, as it is typed and read.
enum ListingField: String, CaseIterable, Column {
    case name
    case description
    case times
    case venue
    case postcode
    case cost
    case free
    case stepFree = "steps"
    case youngest
    case oldest
    case languages
    case phone
    case email
    case web

    var title: String {
        switch self {
        case .name: "What it is called"
        case .description: "What it is"
        case .times: "When"
        case .venue: "Where"
        case .postcode: "Postcode"
        case .cost: "What it costs"
        case .free: "Free"
        case .stepFree: "Step-free"
        case .youngest: "Youngest age"
        case .oldest: "Oldest age"
        case .languages: "Languages"
        case .phone: "Telephone"
        case .email: "E-mail"
        case .web: "Page"
        }
    }

    /// As it stands in a listing, in the words one would type.
    func words(of listing: Listing) -> String {
        switch self {
        case .name: listing.name
        case .description: listing.description.trimmingSpaces()
        case .times: listing.gatherings.lines.joined(separator: "\n")
        case .venue: listing.venues.first?.typed ?? ""
        case .postcode: listing.venues.first?.postcode ?? ""
        case .cost: listing.cost ?? ""
        case .free: listing.isFree.typed
        case .stepFree: listing.stepFree.typed
        case .youngest: listing.minimumAge.map { "\($0)" } ?? ""
        case .oldest: listing.maximumAge.map { "\($0)" } ?? ""
        case .languages: listing.languages.joined(separator: ", ")
        case .phone: listing.phone.map { PhoneNumber($0)?.description ?? $0 } ?? ""
        case .email: listing.email ?? ""
        case .web: listing.web ?? ""
        }
    }

    /// Puts words, read before, into a listing.
    func put(_ words: String, into listing: inout Listing) {
        let said = words.isEmpty ? nil : words
        switch self {
        case .name: listing.name = words
        case .description: listing.description = words
        case .times: listing.gatherings = words.split(separator: "\n").flatMap { Gathering.read(String($0)) }
        case .venue: listing.moved { $0.rename(said) }
        case .postcode: listing.moved { $0.move(to: said) }
        case .cost: listing.cost = said
        case .free: listing.isFree = said.map { $0 == "yes" }
        case .stepFree: listing.stepFree = said.map { $0 == "yes" }
        case .youngest: listing.minimumAge = said.flatMap { Int($0) }
        case .oldest: listing.maximumAge = said.flatMap { Int($0) }
        case .languages:
            listing.languages = words.split(separator: ",").map { String($0).trimmingSpaces() }.eachOnce
        case .phone: listing.phone = said
        case .email: listing.email = said
        case .web: listing.web = said
        }
    }
}

extension Listing {
    /// This listing with what its group put right. Ages that would cross are left
    /// as the group has them.
    func with(_ amended: [ListingField: String]) -> Listing {
        var listing = self
        for field in ListingField.allCases {
            if let words = amended[field] { field.put(words, into: &listing) }
        }
        if let youngest = listing.minimumAge, let oldest = listing.maximumAge, youngest > oldest {
            if amended[.youngest] == nil { listing.minimumAge = nil } else { listing.maximumAge = nil }
        }
        return listing
    }

    /// What a group has to say of where it is concerns the first place only.
    fileprivate mutating func moved(_ change: (inout Venue) -> Void) {
        if venues.isEmpty { venues = [Venue()] }
        change(&venues[0])
    }
}

extension Venue {
    /// Without its postcode, which has a field of its own.
    fileprivate var typed: String {
        var plain = self
        plain.postcode = nil
        return plain.line
    }

    fileprivate mutating func rename(_ words: String?) {
        (name, address, town) = (words, nil, nil)
    }

    /// Somewhere else lies where its postcode does.
    fileprivate mutating func move(to words: String?) {
        guard words != postcode else { return }
        (postcode, latitude, longitude) = (words, nil, nil)
    }
}

extension Bool? {
    fileprivate var typed: String {
        switch self {
        case .none: ""
        case .some(true): "yes"
        case .some(false): "no"
        }
    }
}
