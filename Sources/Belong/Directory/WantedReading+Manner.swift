import Kernel

/// When, for how much, in which language and for whom.
extension LineReading {
    mutating func readTime() -> Bool {
        if take("open now", "on now", "right now") {
            wanted.time = .now
        } else if take("in the mornings", "in the morning", "mornings", "morning") {
            wanted.time = .morning
        } else if take("in the afternoons", "in the afternoon", "afternoons", "afternoon") {
            wanted.time = .afternoon
        } else if take("in the evenings", "in the evening", "evenings", "evening") {
            wanted.time = .evening
        } else if let minute = word(word() == "at" ? 1 : 0).flatMap({ TypedWord.minute($0) }) {
            wanted.time = .at(minute)
            at += word() == "at" ? 2 : 1
        } else {
            return false
        }
        return true
    }

    mutating func readStepFree() -> Bool {
        guard
            take(
                "step free",
                "stepfree",
                "no steps",
                "no stairs",
                "wheelchair accessible",
                "wheelchair access",
                "wheelchair"
            )
        else { return false }
        wanted.isStepFree = true
        return true
    }

    /// Not the free of gluten-free, nor of sugar free.
    mutating func readFree() -> Bool {
        let before = at > 0 ? typed[at - 1].plain : ""
        guard !typed[at].isJoined, !Vocabulary.freeOf.contains(before) else { return false }
        guard take("for free", "free of charge", "free", "no cost", "nothing to pay", "costs nothing") else {
            return false
        }
        wanted.isFree = true
        return true
    }

    mutating func readLanguage() -> Bool {
        for language in Vocabulary.languages {
            let plain = language.lowercased()
            guard
                take(
                    "in \(plain)",
                    "speaks \(plain)",
                    "speak \(plain)",
                    "\(plain) speaking",
                    "\(plain) speaker"
                )
            else { continue }
            wanted.language = language
            return true
        }
        return false
    }

    /// aged 72, 72 years old.
    mutating func readAge() -> Bool {
        let start = word() == "aged" || word() == "age" ? 1 : 0
        guard let age = word(start).flatMap({ Int($0) }), (0...120).contains(age) else { return false }
        let isSaidAfter = ["year", "years"].contains(word(start + 1)) && word(start + 2) == "old"
        guard start == 1 || isSaidAfter else { return false }
        wanted.age = age
        at += start + 1 + (isSaidAfter ? 2 : 0)
        return true
    }
}
