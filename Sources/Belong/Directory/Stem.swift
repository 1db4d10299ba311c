import Kernel

/// Words cut back to what they share, by our own rules, before either engine
/// sees them: whoever asks for *singing* finds the *Singers*, on SQLite and on
/// PostgreSQL alike.
enum Stem {
    /// The words of a text, cut back, in order.
    static func words(of text: String) -> [String] {
        text.folded.split(separator: " ").map { of(String($0.prefix(40))) }
    }

    /// One folded word, cut back.
    static func of(_ word: String) -> String {
        if let known = exceptions[word] { return known }
        guard word.utf8.count >= 4, word.utf8.allSatisfy({ $0 >= 0x61 && $0 <= 0x7A }) else { return word }
        var stem = withoutPlural(word)
        for (ending, shortest) in endings {
            guard stem.hasSuffix(ending), stem.count - ending.count >= shortest else { continue }
            let rest = String(stem.dropLast(ending.count))
            guard rest.contains(where: { "aeiouy".contains($0) }) else { continue }
            stem = undoubled(rest)
            break
        }
        if stem.hasSuffix("i") { stem = stem.dropLast() + "y" }
        if stem.count > 4, stem.hasSuffix("ly") { stem = String(stem.dropLast(2)) }
        return stem.count > 4 && stem.hasSuffix("e") ? String(stem.dropLast()) : stem
    }

    /// Endings and how much must be left without them.
    private static let endings = [
        ("iness", 3), ("ness", 4), ("ment", 5), ("ing", 3), ("ers", 4), ("er", 4), ("ed", 4),
    ]

    /// Short words that the rules would cut to something else.
    private static let exceptions = [
        "care": "care", "carer": "care", "carers": "care", "caring": "care", "cares": "care",
        "being": "being", "wellbeing": "wellbeing", "men": "men", "mens": "men", "women": "women",
        "womens": "women", "news": "news", "loneliness": "lone", "lonely": "lone",
        "wedding": "wedding", "sibling": "sibling", "siblings": "sibling", "during": "during",
        "summer": "summer", "winter": "winter", "dinner": "dinner", "centre": "centr", "center": "centr",
        "centres": "centr", "children": "child", "childrens": "child", "using": "use", "used": "use",
    ]

    private static func withoutPlural(_ word: String) -> String {
        switch true {
        case word.hasSuffix("ies") && word.count > 4: word.dropLast(3) + "y"
        case ["sses", "ches", "shes", "xes", "zes"].contains(where: word.hasSuffix): String(word.dropLast(2))
        case ["ss", "us", "is"].contains(where: word.hasSuffix): word
        case word.hasSuffix("s"): String(word.dropLast())
        default: word
        }
    }

    /// swimm is swim; but fall stays, and so does press.
    private static func undoubled(_ stem: String) -> String {
        let end = stem.suffix(2)
        guard end.count == 2, end.first == end.last, let last = end.last, !"aeioulsz".contains(last) else {
            return stem
        }
        return String(stem.dropLast())
    }

    /// Words that say nothing about what is looked for.
    static let silent: Set<String> = [
        "a", "an", "the", "to", "of", "for", "with", "and", "or", "in", "on", "at", "near", "my", "me",
        "her", "him", "his", "their", "them", "she", "he", "they", "some", "someone", "somebody",
        "somewhere", "something", "anything", "who", "that", "which", "is", "are", "be", "can", "i", "we",
        "want", "wants", "need", "needs", "would", "like", "likes", "looking", "please", "from", "by",
        "go", "it", "there", "any", "where", "this",
    ]
}
