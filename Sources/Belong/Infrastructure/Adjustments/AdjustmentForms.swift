import Kernel
import Web

/// What a link worker asks for, as it was typed.
struct AdjustmentForm: Decodable, Sendable {
    var kind: String?
    var words: String?

    init() {}

    func read() throws(Problems) -> Adjustments.Asked {
        var problems = Problems()
        let kind = problems.unless(
            kind.flatMap(Adjustment.Kind.init(rawValue:)),
            "kind",
            "Choose what it is about"
        )
        let words = problems.text(words, "words", "Say what you would like to be different")
        guard let kind, let words else { throw problems }
        return .init(kind: kind, words: words)
    }
}

/// The practice's answer, as it was typed.
struct AdjustmentAnswerForm: Decodable, Sendable {
    var answer: String?
    var by: String?
    var why: String?

    init() {}

    func read(today: Day) throws(Problems) -> Adjustments.Said {
        var problems = Problems()
        let act = problems.unless(
            answer.flatMap(Adjustment.Act.init(rawValue:)).flatMap {
                [.yes, .talk, .no].contains($0) ? $0 : nil
            },
            "answer",
            "Choose an answer"
        )
        var day: Day?
        if act == .yes {
            day = problems.unless(
                by.flatMap { Day(typed: $0.asWritten) },
                "by",
                "Say by when, for example 14 5 2026"
            )
            if let day, day < today { problems.add("by", "Choose today or a day to come") }
        }
        let why = problems.words(why, "why", upTo: 1_000)
        if act == .no, why.isEmpty { problems.add("why", "Say why not: they read it") }
        guard let act, problems.list.isEmpty else { throw problems }
        return .init(act: act, words: why, by: day)
    }
}

/// What is still not so, as it was typed.
struct AdjustmentWordForm: Decodable, Sendable {
    var still: String?

    init() {}

    func read() throws(Problems) -> Adjustments.Said {
        var problems = Problems()
        guard let words = problems.text(still, "still", "Say what is still not so", upTo: 1_000) else {
            throw problems
        }
        return .init(act: .notYet, words: words)
    }
}
