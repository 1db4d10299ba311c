import Kernel
import Web

/// The end of a case, exactly as it was typed.
struct ClosingForm: Decodable, Sendable {
    var outcome: String?
    var words = ""
    var wayBack = ""
    var give: [String]?
    var draft: String?

    var draftID: Draft.ID? { draft.flatMap { Draft.ID($0) } }

    /// Whether their plan is sent to them now.
    var gives: Bool { give?.contains("yes") == true }

    func read() throws(Problems) -> Closing {
        var problems = Problems()
        let outcome = problems.unless(
            outcome.flatMap(Closing.Outcome.init(rawValue:)),
            "outcome",
            "Say how it ended, as they would"
        )
        let words = problems.words(words, "words", upTo: 5_000)
        let wayBack = problems.words(wayBack, "wayBack", upTo: 500)
        if outcome == .didNotHelp, words.isEmpty {
            let nothing: String? = nil
            _ = problems.unless(
                nothing,
                "words",
                "Say what got in the way. It is as worth knowing as success"
            )
        }
        guard let outcome, problems.list.isEmpty else { throw problems }
        return Closing(outcome: outcome, words: words, wayBack: wayBack)
    }
}
