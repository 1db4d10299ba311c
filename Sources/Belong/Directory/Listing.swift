import Kernel

/// What a source says of one activity, read and made safe: every link can be
/// followed, every time exists. The directory takes these and knows no format.
struct Listing: Codable, Equatable, Sendable {
    /// What the source calls it. The same key is the same activity, for ever.
    var key: String
    var provider: Provider
    var name: String
    var description = ""
    var web: String?
    var email: String?
    var phone: String?
    var status = Activity.Status.active
    var alert: String?
    var cost: String?
    var isFree: Bool?
    var stepFree: Bool?
    var minimumAge: Int?
    var maximumAge: Int?
    var assuredOn: String?
    var languages: [String] = []
    var categories: [String] = []
    var venues: [Venue] = []
    var gatherings: [Gathering] = []

    /// Whoever runs it, as the source names them.
    struct Provider: Codable, Equatable, Sendable {
        var key: String
        var name: String
        var description: String?
        var web: String?
        var email: String?
        var phone: String?
    }
}

/// A whole reading of one source, ready to be taken into the directory.
struct Reading: Sendable {
    /// The address it came from, or the name of the file.
    let source: String
    /// The list whose place it takes, with everything that was kept from there.
    var insteadOf: String?
    var listings: [Listing] = []
    /// The keys of everything the source holds, also of what could not be taken:
    /// that is not gone.
    var keys: Set<String> = []
    /// Whether the source was read to its end, so that what is not in it is gone.
    var isWhole = true
    var report = ImportReport()
}

/// What an import did, in numbers, and what it could not do, line by line.
package struct ImportReport: Codable, Equatable, Sendable {
    package internal(set) var taken = 0
    package internal(set) var changed = 0
    package internal(set) var unchanged = 0
    package internal(set) var gone = 0
    package internal(set) var returned = 0
    /// What could not be taken at all, and why.
    package internal(set) var refusals: [Remark] = []
    /// What was taken, but not quite as it stood there.
    package internal(set) var notes: [Remark] = []

    /// A place in the source and what is to be said about it.
    package struct Remark: Codable, Equatable, Sendable, CustomStringConvertible {
        package let place: String
        package let reason: String

        package var description: String { "\(place): \(reason)" }
    }

    package init() {}

    /// Whether anything in the store is different now.
    package var changedAnything: Bool {
        taken + changed + gone + returned > 0
    }

    mutating func refuse(_ place: String, _ reason: String) {
        refusals.append(Remark(place: place, reason: reason))
    }

    mutating func note(_ place: String, _ reason: String) {
        notes.append(Remark(place: place, reason: reason))
    }
}

/// Why a source was not taken at all. Nothing was changed.
package struct UnreadableSource: Refusal {
    package let sentence: String

    init(_ sentence: String) {
        self.sentence = sentence + " Nothing was taken and nothing was changed."
    }
}
