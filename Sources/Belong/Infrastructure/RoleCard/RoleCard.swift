import Foundation
import Kernel
import Store

/// What a practice tells about its link workers, on a page: what they do here and what not, who they are, when they
/// are in, how to refer (paper, lines 55 to 59). One for colleagues, one for patients; most of it is kept already.
struct RoleCard: Sendable {
    let practice: Organisation.ID
    let name: String
    let phone: String?
    let linkWorkers: [LinkWorker]
    /// The practice's own words, where it has any.
    let written: [Kind: RoleWords]
    let translations: [Translation]
    let recordings: [Recording]
    /// What its public address ends with, once there is one.
    let word: String?
    let isPublic: Bool

    struct Kind: Hashable, Sendable {
        let audience: RoleWords.Audience
        let style: RoleWords.Style
    }

    /// As colleagues read them. `shownName` is the first name they agreed to have in public, if they did.
    struct LinkWorker: Sendable {
        let id: Member.ID
        let placement: Placement.ID
        let name: String
        let brings: String
        let leaves: String
        let languages: String
        let phone: String?
        let presence: [Presence]
        let shownName: String?
    }

    /// The words in another language: a practice's own, shown once somebody has checked them.
    struct Translation: Identifiable, Sendable {
        let id: Key<Translation>
        let language: CardLanguage
        let words: String
        let check: Check?

        struct Check: Sendable {
            let by: String
            let on: Day
        }
    }

    /// The words to hear or to see signed, behind an address of the practice's own.
    struct Recording: Identifiable, Sendable {
        let id: Key<Recording>
        let kind: Kind
        let address: WebAddress

        enum Kind: String, CaseIterable, Sendable, Column {
            case sound
            case signed

            var name: String {
                switch self {
                case .sound: "Listen to it"
                case .signed: "In British Sign Language"
                }
            }
        }
    }

    enum Refused: Refusal {
        case checked

        var sentence: String { "This translation was checked already." }
    }
}

extension RoleCard {
    func words(_ audience: RoleWords.Audience, _ style: RoleWords.Style) -> RoleWords {
        written[Kind(audience: audience, style: style)] ?? .ready(audience, style)
    }

    /// What everybody may read: one of each language, the latest, and only what was checked.
    var checked: [Translation] {
        var seen: Set<String> = []
        return translations.filter { $0.check != nil && seen.insert($0.language.code).inserted }
            .sorted { $0.language.name < $1.language.name }
    }

    /// First names that may be read by everybody.
    var shownNames: [String] { linkWorkers.compactMap(\.shownName) }

    /// The weekdays on which somebody is in, and not who.
    var weekdays: [Weekday] {
        let days = Set(linkWorkers.flatMap(\.presence).map(\.weekday))
        return days.sorted { $0.rawValue < $1.rawValue }
    }

    /// In how many ways patients can have the words: plain, in large print, easy to read, to hear or see, in up to
    /// five languages. None while it is not public.
    static func ways(recordings: Int, languages: Int) -> Int {
        3 + min(1, recordings) + min(5, languages)
    }

    /// What a public address is made of: *elm-street-surgery*.
    static func word(of name: String) -> String {
        let plain = name.folded.filter { $0 == " " || $0.isASCII }
        let word = plain.split(separator: " ").joined(separator: "-")
        return word.isEmpty ? "surgery" : String(word.prefix(60))
    }
}

extension [Weekday] {
    /// *Tuesday, Thursday and Friday*
    var spoken: String {
        let names = map(\.name)
        guard names.count > 1 else { return names.first ?? "" }
        return "\(names.dropLast().joined(separator: ", ")) and \(names[names.count - 1])"
    }
}
