import Kernel
import Store

/// What a search of text can find an activity by: the words of its name, its
/// other words, and marks of our own for what is not in its words.
struct SearchText: Sendable {
    let name: String
    let words: String
    let tags: String
    /// Each word cut back, with one way of writing it, to put typing slips right.
    let vocabulary: [String: String]

    static let index = TextIndex(table: "activity_words", index: "activity_search")

    init(_ listing: Listing, needs: [Need]) {
        let places = listing.venues.flatMap { [$0.name, $0.address, $0.town] }.compactMap(\.self)
        let prose =
            [listing.description, listing.provider.name] + listing.categories + listing.languages + places
            + listing.gatherings.compactMap(\.words)
        name = Self.cut(Stem.words(of: listing.name))
        words = Self.cut(prose.flatMap(Stem.words))
        tags = Mark.all(of: listing, needs: needs).joined(separator: " ")
        vocabulary = Self.vocabulary([listing.name, listing.provider.name] + prose)
    }

    /// Each word once and no more than an index takes: PostgreSQL's stops at a megabyte.
    private static func cut(_ stems: [String]) -> String {
        var seen: Set<String> = []
        return stems.filter { seen.insert($0).inserted }.prefix(2_000).joined(separator: " ")
    }

    private static func vocabulary(_ texts: [String]) -> [String: String] {
        var vocabulary: [String: String] = [:]
        for text in texts {
            for word in text.folded.split(separator: " ") where (4...30).contains(word.count) {
                guard word.allSatisfy(\.isLetter) else { continue }
                let stem = Stem.of(String(word))
                if vocabulary[stem] == nil { vocabulary[stem] = String(word) }
            }
        }
        return vocabulary
    }
}

/// The marks put on an activity in the index. They begin with an x and stand in
/// a column of their own, so no typed word can be taken for one.
enum Mark {
    static let any = "xall"
    static let pays = "xpays"
    static let steps = "xsteps"
    static let someDay = "xsomeday"

    static func need(_ need: Need) -> String { "xneed\(need.rawValue)" }
    static func day(_ weekday: Int) -> String { "xday\(weekday)" }
    static func language(_ language: String) -> String {
        "xlang" + language.folded.filter { $0 != " " }
    }

    static func all(of listing: Listing, needs: [Need]) -> [String] {
        let days = Set(listing.gatherings.compactMap(\.weekday)).sorted()
        return [any]
            + needs.map(need)
            + (days.isEmpty ? [someDay] : days.map(day))
            + listing.languages.map(language)
            + (listing.isFree == false ? [pays] : [])
            + (listing.stepFree == false ? [steps] : [])
    }
}
