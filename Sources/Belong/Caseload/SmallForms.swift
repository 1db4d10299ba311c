import Foundation
import Kernel

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
    let kind: String
    let signWords: String
    let day: String
    let byPerson: [String]?

    func sign(at now: Date) -> Sign {
        Sign(
            kind: Sign.Kind(rawValue: kind) ?? .own,
            words: signWords,
            noticedOn: Day(day.asWritten) ?? Day(now),
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
