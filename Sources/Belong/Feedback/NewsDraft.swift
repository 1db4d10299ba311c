import Kernel

/// News as it is first written, for the link worker to put right: the person's
/// own words, then what is being done, as much as eighty words hold.
struct NewsDraft: Sendable {
    let facts: NewsFacts
    let milestone: News.Milestone

    var words: String {
        var told = [quote].compactMap(\.self)
        for sentence in sentences where told.wordCount + sentence.wordCount <= News.length {
            told.append(sentence)
        }
        return told.joined(separator: " ")
    }

    /// Nothing is said of a way back to those who cannot take it.
    private var comingBack: String? {
        guard facts.ended?.keepsPlan ?? true else { return nil }
        return "\(facts.givenName) \(facts.hasPlan ? "keeps the plan and " : "")knows how to come back."
    }

    /// Their own words, the first thirty of them.
    private var quote: String? {
        guard milestone.isAboutThem, let words = facts.ownWords?.trimmingSpaces(), !words.isEmpty else {
            return nil
        }
        let all = words.split(whereSeparator: \.isWhitespace)
        let kept = all.prefix(30).joined(separator: " ")
        return all.count > 30 ? "“\(kept)…”" : kept.quoted
    }

    private var sentences: [String] {
        let doing = facts.doing.map(\.asSentence)
        let name = facts.givenName
        return switch milestone {
        case .contact: ["\(name) and I have talked about what matters to them."] + doing
        case .plan: ["\(name) has made a plan with me."] + doing
        case .introduction: doing.isEmpty ? ["\(name) is getting to know a group."] : doing
        case .notReached:
            [
                "I have not reached \(name) yet. I keep trying.",
                "If you see them, tell them a no is fine too.",
            ]
        case .couldNotHelp: ["I could not help \(name) with this, because"]
        case .ending:
            [facts.ended?.told ?? "We have come to the end."] + doing + [comingBack].compactMap(\.self)
        case .nothingNew: ["Nothing new since last time. \(name) and I are still in touch."]
        }
    }
}

extension News.Milestone {
    fileprivate var isAboutThem: Bool {
        switch self {
        case .contact, .plan, .introduction, .ending: true
        case .notReached, .couldNotHelp, .nothingNew: false
        }
    }
}

extension String {
    var wordCount: Int {
        split(whereSeparator: \.isWhitespace).count
    }

    fileprivate var asSentence: String {
        let words = trimmingSpaces()
        return words.last.map { ".!?…”".contains($0) } ?? true ? words : words + "."
    }
}

extension [String] {
    fileprivate var wordCount: Int {
        map(\.wordCount).reduce(0, +)
    }
}
