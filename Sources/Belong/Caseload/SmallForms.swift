import Foundation
import Kernel
import Web

/// What matters, as it was typed on the page of a case.
struct MattersForm: Decodable, Sendable {
    let matters: String
}

/// A line and a button.
struct WordsForm: Decodable, Sendable {
    let words: String
}

/// A sign of change, as it was typed.
struct SignForm: Decodable, Sendable {
    var kind: String?
    var signWords = ""
    var day = ""
    var byPerson: [String]?

    /// What was noticed, or everything that must be put right first.
    func read(at now: Date = .now) throws(Problems) -> Sign {
        var problems = Problems()
        let kind = problems.unless(kind.flatMap(Sign.Kind.init(rawValue:)), "kind", "Choose what changed")
        let words =
            kind == .own
            ? problems.text(signWords, "signWords", "Say in your own words what changed", upTo: 500)
            : problems.words(signWords, "signWords", upTo: 500)
        let day = problems.unless(Day(typed: day), "day", "Enter a day there is, such as 2026-04-14")
        if let day, day > Day(now) { problems.add("day", "That is still to come") }
        guard let kind, let words, let day, problems.list.isEmpty else { throw problems }
        return Sign(
            kind: kind,
            words: words,
            noticedOn: day,
            isByPerson: byPerson?.contains("yes") == true
        )
    }
}

/// Tags on a conversation, as they were ticked.
struct TaggingForm: Decodable, Sendable {
    let reasons: [String]?
    let signs: [String]?
    let ownSign: String
    let byPerson: [String]?

    var tagging: Tagging {
        Tagging(
            reasons: (reasons ?? []).compactMap(Reason.init(rawValue:)),
            signs: (signs ?? []).compactMap(Sign.Kind.init(rawValue:)),
            ownSign: ownSign,
            isByPerson: byPerson?.contains("yes") == true
        )
    }
}
