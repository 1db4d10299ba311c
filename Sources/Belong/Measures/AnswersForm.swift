import Kernel
import Web

/// Answers as they were ticked: `marks[q1]`, `marks[q2]`, …; and goals as they were
/// typed: `goals[g1]`, `goals[g2]`, …
struct AnswersForm: Decodable, Sendable {
    var asking: String?
    var way: String?
    var skip: String?
    var marks: [String: String]?
    var goals: [String: String]?

    /// Left out as a whole, for one reason; or answered as far as they liked.
    var given: AnswersGiven {
        if let skip = skip.flatMap(Skip.init) { return AnswersGiven(skip: skip) }
        let values = (marks ?? [:]).compactMap { key, value in
            Int(key.dropFirst()).flatMap { number in Int(value).map { (number, $0) } }
        }
        return AnswersGiven(values: Dictionary(values, uniquingKeysWith: { first, _ in first }))
    }

    /// The goals that have words, in their order, and the answers that go with them.
    func aimed() throws(Problems) -> (goals: [String], given: AnswersGiven) {
        var problems = Problems()
        let given = given
        var (words, values): ([String], [Int: Int]) = ([], [:])
        for number in 1...MeasureAsking.mostGoals {
            let typed = problems.words(goals?["g\(number)"], "g\(number)", upTo: 300)
            if typed.isEmpty { continue }
            words.append(typed)
            values[words.count] = given.values[number]
        }
        _ = problems.unless(words.isEmpty ? nil : words, "g1", "Write at least one goal, as they say it")
        guard problems.list.isEmpty else { throw problems }
        return (words, AnswersGiven(values: values, skip: given.skip))
    }

    /// Kept as answered, so something must be: left out is a button of its own.
    func answered() throws(Problems) -> AnswersGiven {
        var problems = Problems()
        let given = given
        if given.values.isEmpty, skip == nil {
            problems.add(
                "q1",
                "Nothing is ticked yet. Ask first, or leave it all out with one of the buttons below"
            )
        }
        guard problems.list.isEmpty else { throw problems }
        return given
    }

    func how() throws(Problems) -> MeasureAnswering.Way {
        var problems = Problems()
        let way = problems.unless(way.flatMap(MeasureAnswering.Way.init), "way", "Say how you asked")
        guard let way else { throw problems }
        return way
    }
}

/// Asking by link: which measure, and the goals it is about, one on a line.
struct MeasureAskingForm: Decodable, Sendable {
    var measure: String?
    var goals: String?

    func read() throws -> (measure: Measure, goals: [String]) {
        guard let measure = measure.flatMap({ Measure(path: $0) }) else {
            var problems = Problems()
            problems.add("measure", "Choose what to ask")
            throw problems
        }
        guard measure == .goals else { return (measure, []) }
        let words = try Problems.words(goals ?? "", "goals", upTo: 1_500)
        let lines = words.split(whereSeparator: \.isNewline).map { String($0).trimmingSpaces() }
            .filter { !$0.isEmpty }
        guard (1...MeasureAsking.mostGoals).contains(lines.count) else {
            var problems = Problems()
            problems.add(
                "goals",
                "Write from one to \(MeasureAsking.mostGoals) goals, each on a line, as they say it"
            )
            throw problems
        }
        return (measure, lines)
    }
}

/// Which answer, or which sitting.
struct AnswerForm: Decodable, Sendable {
    let answering: String
    var item: String?

    func read() throws -> (answering: MeasureAnswering.ID, item: Int?) {
        guard let id = MeasureAnswering.ID(answering) else { throw Missing() }
        return (id, item.flatMap { Int($0) })
    }
}

/// The questions of a sheet as fields of a form: each with a way to leave it out that is
/// as large as any answer.
struct MeasureFields: Sendable {
    let sheet: MeasureSheet
    let form: String
    var typed: AnswersForm?
    var problems = Problems()

    var html: HTML {
        """
        \(sheet.opening.isEmpty ? nil : "<p>\(sheet.opening)</p>" as HTML)\(each: sheet.items, field)
        """
    }

    private func field(_ item: MeasureItem) -> HTML {
        question(item.number, item.words, item)
    }

    func question(_ number: Int, _ words: String, _ item: MeasureItem) -> HTML {
        let choices =
            item.values.map { Choice("\($0.value)", $0.words) } + [Choice("skip", "Leave this one out")]
        return Field("q\(number)", words, hint: item.hint, of: form, as: "marks[q\(number)]", problems)
            .one(of: choices, chosen: typed?.marks?["q\(number)"])
    }
}
