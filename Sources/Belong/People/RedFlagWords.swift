import Foundation
import Kernel

/// The words that ask for a second look. They are read as they are said, short forms and all; a few
/// that only sound like them are left alone. Better once too often than once too little.
extension RedFlag {
    static func isRaised(by words: String) -> Bool {
        let said = plain(words).swapping(shortForms).swapping(harmless)
        return said.indices.contains { said.holds(alarming, at: $0) != nil }
    }

    /// The sentences that raise it, for whoever looks: not a whole letter.
    static func passage(of words: String) -> String {
        let sentences = words.split { ".!?\n".contains($0) }.map { String($0).asWritten }
        let raising = sentences.filter(isRaised)
        return String((raising.isEmpty ? [words.asWritten] : raising).joined(separator: " … ").prefix(300))
    }

    /// Word by word, in small letters and without apostrophes.
    private static func plain(_ words: String) -> [Substring] {
        words.lowercased().filter { $0 != "’" && $0 != "'" }.split { !$0.isLetter && !$0.isNumber }
    }

    private static let shortForms = Phrases(shortened.map { ($0.0, $0.1) })
    private static let harmless = Phrases(innocents.map { ($0, "") })
    private static let alarming = Phrases(phrases.map { ($0, "") })

    private static let shortened = [
        ("do not", "dont"), ("does not", "doesnt"), ("did not", "didnt"), ("can not", "cant"),
        ("cannot", "cant"), ("could not", "couldnt"), ("i have", "ive"), ("he has", "hes"),
        ("she has", "shes"), ("they have", "theyve"), ("anymore", "any more"),
    ]

    /// What people say of their week, and nobody need ring about.
    private static let innocents = [
        "cut myself off", "cut himself off", "cut herself off", "cut themselves off",
        "cutting himself off", "cutting herself off", "cutting myself off",
        "taken tablets for", "taken pills for", "taken medication for", "taken his tablets for",
        "taken her tablets for", "taken my tablets for", "chest pain clinic", "suicide prevention",
        "killing myself laughing", "killed himself laughing", "hurt myself laughing",
    ]

    private static let selves = ["myself", "himself", "herself", "themselves", "themself", "yourself"]
    private static let harms = [
        "kill", "killing", "killed", "hurt", "hurting", "harm", "harming", "cut", "cutting", "burn",
        "burning", "hang", "hanging", "drown", "poison", "shoot", "stab",
    ]
    private static let whose = ["my", "his", "her", "their"]

    private static let phrases: [String] =
        harms.flatMap { harm in selves.map { "\(harm) \($0)" } }
        + whose.flatMap { whose in
            [
                "end \(whose) life", "ending \(whose) life", "take \(whose) own life",
                "taking \(whose) own life", "end \(whose) own life", "pain in \(whose) chest",
                "pains in \(whose) chest",
            ]
        }
        + overdoses + dying + harmed + ill

    private static let overdoses: [String] =
        ["took", "taken", "swallowed", "take"].flatMap { verb in
            ["all my", "all her", "all his", "all their", "all the", "a lot of", "lots of", "too many"]
                .flatMap { much in
                    ["tablets", "pills", "medication", "paracetamol"].map { "\(verb) \(much) \($0)" }
                }
        }
        + ["ive", "hes", "shes", "theyve"].flatMap { who in
            [
                "\(who) taken tablets", "\(who) taken pills", "\(who) taken some tablets",
                "\(who) taken some pills",
            ]
        }
        + ["swallowed tablets", "swallowed pills", "overdose", "overdosed", "overdosing"]

    private static let dying = [
        "end it all", "ending it all", "want to end it", "wants to end it", "want to die", "wants to die",
        "wanted to die", "wish i was dead", "wish i were dead", "wishes he was dead", "wishes she was dead",
        "better off dead", "better off without me", "suicide", "suicidal", "self harm", "self harming",
        "selfharm", "cant go on", "no reason to live", "nothing to live for", "no point in living",
        "no point living", "dont want to live", "doesnt want to live", "dont want to be here",
        "doesnt want to be here", "didnt want to be here", "dont want to be alive", "doesnt want to be alive",
        "dont want to wake up", "doesnt want to wake up", "jump off a bridge", "jump in front of",
    ]

    private static let harmed = [
        "hits me", "hit me", "hits her", "hits him", "hits them", "hits the children", "hits the kids",
        "beats me", "beats her", "beats him", "hurts me", "hurts her", "hurts him", "strangled", "choked me",
        "choked her", "rape", "raped", "abused", "abuses me", "abuses her", "abuses him", "abusing",
        "threatened to kill", "will kill me", "will kill her", "will kill him", "afraid to go home",
        "afraid of him", "afraid of her", "scared of him", "scared of her", "scared to go home",
        "locks me in", "locks her in", "locks him in", "takes my money", "takes her money",
        "takes his money", "no food for days",
    ]

    /// For a clinician now, not for a link worker next week.
    private static let ill = [
        "chest pain", "chest pains", "tight chest", "cant breathe", "couldnt breathe",
        "struggling to breathe", "struggles to breathe", "coughing up blood", "vomiting blood",
        "passing blood",
        "slurred speech", "face has dropped", "having a stroke", "having a heart attack",
    ]
}

/// Phrases by their first word, the longest first, each with what stands in its place.
private struct Phrases: Sendable {
    let byFirst: [Substring: [(words: [Substring], instead: [Substring])]]

    init(_ all: [(String, String)]) {
        let read = all.map { (words: $0.0.split(separator: " "), instead: $0.1.split(separator: " ")) }
        byFirst = Dictionary(grouping: read.filter { !$0.words.isEmpty }) { $0.words[0] }
            .mapValues { $0.sorted { $0.words.count > $1.words.count } }
    }
}

extension [Substring] {
    fileprivate func holds(
        _ phrases: Phrases,
        at place: Int
    ) -> (words: [Substring], instead: [Substring])? {
        phrases.byFirst[self[place]]?.first { self[place...].starts(with: $0.words) }
    }

    fileprivate func swapping(_ phrases: Phrases) -> [Substring] {
        var (swapped, place): ([Substring], Int) = ([], 0)
        while place < count {
            let found = holds(phrases, at: place)
            swapped += found?.instead ?? [self[place]]
            place += found?.words.count ?? 1
        }
        return swapped
    }
}
