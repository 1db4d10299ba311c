import Kernel
import Web

/// Why somebody leaves, as it was typed.
struct ExitForm: Decodable, Sendable {
    var words: String?
    var readers: [String]?

    init(_ words: Exit.Words?) {
        self.words = words?.words
        readers = words?.audiences.map(\.rawValue)
    }

    func read() throws(Problems) -> Exit.Words {
        var problems = Problems()
        let words = problems.text(
            words,
            "words",
            "Write why, or say that you would rather not",
            upTo: 4_000
        )
        guard let words else { throw problems }
        return .init(words: words, audiences: Set((readers ?? []).compactMap(Exit.Audience.init(rawValue:))))
    }
}

/// What was found in looking at something that was left open, as it was typed.
struct ExitReviewForm: Decodable, Sendable {
    var words: String?

    init() {}

    func read() throws(Problems) -> String {
        var problems = Problems()
        let words = problems.text(words, "words", "Say in a sentence what kept it open", upTo: 500)
        guard let words else { throw problems }
        return words
    }
}
