import Kernel
import Store

/// What somebody might need that a neighbourhood can give, in everyday words.
/// The words follow why people are sent to link workers and the categories
/// British directories use (UK charity classification, ukcat).
enum Need: String, CaseIterable, Column {
    case company
    case eating
    case food
    case moving
    case singing
    case making
    case outdoors
    case learning
    case work
    case money
    case housing
    case mood
    case grief
    case caring
    case family
    case health
    case safety
    case addiction
    case newcomers
    case faith
    case transport
    case volunteering

    var name: String { words.name }

    /// What a person says who needs it.
    var asks: [String] { words.asks }

    /// What an activity is called that gives it.
    var signs: [String] { words.signs }
}

extension Need {
    /// The needs an activity of this name, with these categories and this
    /// description, is likely to meet.
    static func met(by texts: [String]) -> [Need] {
        let read = texts.map { " " + Stem.words(of: $0).joined(separator: " ") + " " }
        return signed.compactMap { need, signs in
            signs.contains { sign in read.contains { $0.contains(sign) } } ? need : nil
        }
    }

    /// Every sign cut back, with a space either side so that it matches whole words.
    private static let signed: [(Need, [String])] = allCases.map { need in
        (need, need.signs.map { " " + Stem.words(of: $0).joined(separator: " ") + " " })
    }
}
