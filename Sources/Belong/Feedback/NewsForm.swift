import Kernel
import Web

/// What a link worker typed for a referrer.
struct NewsForm: Decodable, Sendable {
    let milestone: String
    let isAsking: String?
    let asked: String
    var words: String
    var draft: String?

    var draftID: Draft.ID? { draft.flatMap { Draft.ID($0) } }

    func read() throws(Problems) -> NewsToSend {
        var problems = Problems()
        let milestone = problems.unless(
            News.Milestone(rawValue: milestone),
            "milestone",
            "Choose what there is to tell"
        )
        let isAsking = problems.unless(
            ["yes": true, "no": false][isAsking ?? ""],
            "isAsking",
            "Say whether anything is asked of them: none is an answer"
        )
        let asked = asked.asWritten
        if isAsking == true {
            _ = problems.unless(
                (1...200).contains(asked.count) ? asked : nil,
                "asked",
                "Say in a line what is asked of them, up to 200 characters"
            )
        }
        let words = problems.unless(told, "words", "Write a few lines, \(News.longest) words at most")
        if milestone == .couldNotHelp, self.words.asWritten.hasSuffix("because") {
            _ = problems.unless(Bool?.none, "words", "Say why it could not be: that is worth knowing")
        }
        guard let milestone, let isAsking, let words, problems.list.isEmpty else { throw problems }
        return NewsToSend(milestone: milestone, asked: isAsking ? asked : nil, words: words)
    }

    private var told: String? {
        let words = words.asWritten
        return words.isEmpty || words.wordCount > News.longest || words.count > 2_000 ? nil : words
    }
}

extension NewsForm {
    /// As it is first shown.
    init(_ facts: NewsFacts, _ milestone: News.Milestone) {
        self.init(
            milestone: milestone.rawValue,
            isAsking: "no",
            asked: "",
            words: NewsDraft(facts: facts, milestone: milestone).words
        )
    }
}

extension NewsForm {
    /// Its words written anew for the occasion chosen.
    func drafted(from facts: NewsFacts) -> NewsForm {
        guard let milestone = News.Milestone(rawValue: milestone) else { return self }
        let words = NewsDraft(facts: facts, milestone: milestone).words
        return NewsForm(
            milestone: milestone.rawValue,
            isAsking: isAsking,
            asked: asked,
            words: words,
            draft: draft
        )
    }
}

/// What a referrer typed back.
struct NewsReplyForm: Decodable, Sendable {
    let words: String

    func read() throws(Problems) -> String {
        var problems = Problems()
        let typed = words.asWritten
        let said = problems.unless(
            typed.isEmpty || typed.count > 2_000 ? nil : typed,
            "words",
            "Write a line, 2,000 characters at most"
        )
        guard let said else { throw problems }
        return said
    }
}

/// One tap: was this worth reading?
struct VerdictForm: Decodable, Sendable {
    let verdict: String
}

/// Yes or no to being spoken about, or to the codes alone.
struct AgreementForm: Decodable, Sendable {
    let agreed: String
    /// The news being written beside it.
    var draft: String?

    func read() throws(Problems) -> NewsExtent.Kind {
        var problems = Problems()
        let words = ["yes": "summary", "no": "nothing"][agreed] ?? agreed
        let extent = problems.unless(NewsExtent.Kind(rawValue: words), "agreed", "Choose how much may go")
        guard let extent else { throw problems }
        return extent
    }
}
