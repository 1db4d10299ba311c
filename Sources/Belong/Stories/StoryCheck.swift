import Foundation
import Kernel

/// What could give somebody away in a story, pointed to word by word. It knows what the
/// record knows: their name and their people's, where they live and go, numbers, dates.
/// It decides nothing, and it does not find everything: the link worker reads on, and so
/// does the person.
struct StoryCheck: Sendable {
    let known: KnownOfThem

    /// One place in the words that could give them away.
    struct Pointed: Sendable, Equatable {
        let kind: Kind
        let words: String
        let range: Range<String.Index>

        /// The same word twice is one thing to decide.
        var key: String { "\(kind.rawValue) \(words.folded)" }
    }

    enum Kind: String, CaseIterable, Sendable {
        case nhsNumber = "nhs_number"
        case email
        case phone
        case postcode
        case name
        case people
        case date
        case age
        case place
        case rare
        case capital

        /// Nothing is ever told better by these.
        var neverStays: Bool {
            switch self {
            case .nhsNumber, .email, .phone, .postcode: true
            case .name, .people, .date, .age, .place, .rare, .capital: false
            }
        }

        var name: String {
            switch self {
            case .nhsNumber: "an NHS number"
            case .email: "an e-mail address"
            case .phone: "a telephone number"
            case .postcode: "a postcode"
            case .name: "their own name"
            case .people: "the name of somebody round them"
            case .date: "a date: “in the spring” says as much"
            case .age: "an exact age: “in her sixties” says as much"
            case .place: "a place or a group they go to"
            case .rare: "rare: it may fit one person only"
            case .capital: "a capital inside a sentence: a name, a place?"
            }
        }
    }

    /// Where to look, in the order of the words; of two that overlap the more telling one.
    func points(in words: String) -> [Pointed] {
        var taken: [Range<String.Index>] = []
        var found: [Pointed] = []
        for pointed in patterns(in: words) + phrases(in: words) + singles(in: words)
        where !taken.contains(where: { $0.overlaps(pointed.range) }) {
            taken.append(pointed.range)
            found.append(pointed)
        }
        return found.sorted { $0.range.lowerBound < $1.range.lowerBound }
    }

    /// What has the shape of a number, an address, a date.
    private func patterns(in words: String) -> [Pointed] {
        StoryPattern.all.flatMap { pattern in
            words.matches(of: pattern.regex()).compactMap { match in
                let found = String(words[match.range])
                return pattern.kind(of: found).map { Pointed(kind: $0, words: found, range: match.range) }
            }
        }
    }

    /// Groups and places of more than one word, however they are written.
    private func phrases(in words: String) -> [Pointed] {
        known.phrases.flatMap { phrase in
            words.ranges(of: phrase, options: [.caseInsensitive, .diacriticInsensitive])
                .map { Pointed(kind: .place, words: String(words[$0]), range: $0) }
        }
    }

    private func singles(in words: String) -> [Pointed] {
        StoryWord.all(in: words).compactMap { word in
            kind(of: word).map { Pointed(kind: $0, words: word.text, range: word.range) }
        }
    }

    private func kind(of word: StoryWord) -> Kind? {
        let plain = word.plain
        if known.names.contains(where: { plain == $0 || ($0.count > 3 && plain.hasPrefix($0)) }) {
            return .name
        }
        if known.people.contains(plain), word.isCapital { return .people }
        if known.places.contains(plain), word.isCapital { return .place }
        if Self.rare.contains(plain) { return .rare }
        guard word.isCapital, !Self.ordinary.contains(plain) else { return nil }
        if known.capitals.contains(plain) { return .people }
        return word.beginsSentence ? nil : .capital
    }

    /// Words that fit few people in one practice. Ours, and not complete.
    private static let rare: Set<String> = [
        "prison", "court", "refugee", "asylum", "amputee", "amputation", "twins", "triplets", "lottery",
        "newspaper",
        "television", "murdered", "murder", "suicide", "hiv", "transplant", "dialysis", "mayor", "vicar",
        "imam",
        "rabbi", "headteacher", "councillor", "famous", "olympic", "champion", "widest", "tallest", "oldest",
        "youngest", "veteran", "sergeant", "trafficked", "adopted", "fostered", "parrot", "lighthouse",
        "circus",
    ]

    /// Capitals that say nothing of anybody.
    private static let ordinary: Set<String> = [
        "i", "im", "id", "ive", "ill", "gp", "nhs", "monday", "tuesday", "wednesday", "thursday", "friday",
        "saturday", "sunday", "christmas", "easter", "english", "british", "ok", "tv",
    ]
}

/// What is known of somebody that could be read out of a story by mistake.
struct KnownOfThem: Sendable {
    /// Folded words of their own names, of their people's and of the places they know.
    var names: Set<String> = []
    var people: Set<String> = []
    var places: Set<String> = []
    /// Whole names of groups and places.
    var phrases: [String] = []
    /// Words with a capital in the middle of a sentence of their record: mostly names.
    var capitals: Set<String> = []

    /// The words of a name that say something: not *the*, not *Dr*.
    static func words(of name: String) -> Set<String> {
        Set(
            name.folded.split(separator: " ").map(String.init).filter { $0.count > 2 && !common.contains($0) }
        )
    }

    private static let common: Set<String> = [
        "the", "and", "for", "doctor", "miss", "mrs", "street", "road", "avenue", "lane", "close", "drive",
        "surgery",
        "practice", "group", "club", "centre", "health", "medical", "limited", "community", "association",
        "people",
        "charity", "with", "new", "way", "forward", "good", "neighbours", "old", "great", "house", "hall",
        "park",
    ]
}

extension String {
    fileprivate func ranges(of phrase: String, options: CompareOptions) -> [Range<Index>] {
        guard !phrase.isEmpty else { return [] }
        var found: [Range<Index>] = []
        var rest = startIndex..<endIndex
        while let range = range(of: phrase, options: options, range: rest) {
            found.append(range)
            rest = range.upperBound..<endIndex
        }
        return found
    }
}
