import Kernel
import Web

/// What somebody fills in on the page of an activity, in any of its three forms.
struct ActivityForm: Decodable, Sendable {
    var answer: String?
    var means: String?
    var words: String?
    var state: String?
    var wait: String?
    var by: String?
    var note: String?
    /// The note that is put right.
    var corrects: String?
    /// Where the tap came from, and leads back to.
    var from: String?

    var cameFrom: String? {
        ["calls", "welcome", "introductions"].contains(from ?? "") ? from : nil
    }

    func readCheck() throws(Problems) -> (answer: Check.Answer, means: Check.Means, words: String?) {
        var problems = Problems()
        let answer = problems.unless(
            answer.flatMap { Check.Answer(rawValue: $0) },
            "answer",
            "Say whether it still runs"
        )
        let means = problems.unless(means.flatMap { Check.Means(rawValue: $0) }, "means", "Say how you know")
        let words = problems.short(words, "words")
        guard let answer, let means, problems.list.isEmpty else { throw problems }
        return (answer, means, words)
    }

    func readCapacity() throws(Problems) -> CapacitySaid {
        var problems = Problems()
        let state = problems.unless(
            state.flatMap { Capacity.State(rawValue: $0) },
            "state",
            "Choose what they said"
        )
        let (wait, by) = (problems.short(wait, "wait"), problems.short(by, "by"))
        guard let state, problems.list.isEmpty else { throw problems }
        return CapacitySaid(state: state, wait: wait, by: by)
    }

    func readNote() throws(Problems) -> String {
        var problems = Problems()
        let words = problems.unless(problems.short(note, "note"), "note", "Write what colleagues should know")
        guard let words, problems.list.isEmpty else { throw problems }
        return words
    }
}

extension Problems {
    /// A line somebody may leave empty, or a problem if it is a letter.
    fileprivate mutating func short(_ typed: String?, _ field: String) -> String? {
        let words = words(typed, field, upTo: 500)
        return words.isEmpty ? nil : words
    }
}
