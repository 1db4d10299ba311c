import Kernel
import Web

/// Making the words of a card one's own.
struct CardWordsPage: FormPage {
    let practice: Organisation.ID
    let name: String
    let kind: RoleCard.Kind
    var form: CardWordsForm
    var problems = Problems()

    init(_ card: RoleCard, _ kind: RoleCard.Kind) {
        (practice, name, self.kind) = (card.practice, card.name, kind)
        let words = card.words(kind.audience, kind.style)
        form = CardWordsForm(
            does: words.does.joined(separator: "\n"),
            doesNot: words.doesNot.joined(separator: "\n")
        )
    }

    var title: String {
        "Words for \(kind.audience == .staff ? "colleagues" : "patients"), \(kind.style.name.lowercased())"
    }
    private var path: String { "/practices/\(practice)/role-card" }

    var main: HTML {
        """
        <div class="reading"><p class="crumbs"><a href="\(path)">The role card of \(name)</a></p><h1>\(title)</h1>
        <p class="lead">Begin with these words and make them true for your practice. A sentence a line.\
        \(kind.style == .easy ? " In easy read, short words and one thing a line." : "") No names of patients.</p>
        \(problems.summary)
        \(HTML.form("\(path)/words/\(kind.audience.rawValue)/\(kind.style.rawValue)", """
            \(Field("does", "What a link worker does here", problems).paper(form.does, rows: 7))
            \(Field("doesNot", kind.audience == .staff ? "What they do not do" : "What to know", problems)
                .paper(form.doesNot, rows: 5))
            <button class="btn">Keep</button>
            """))</div>
        """
    }

    static var sample: CardWordsPage {
        CardWordsPage(RoleCards.Look.sample.card, .init(audience: .patients, style: .easy))
    }
}

/// The words of a card, as they were typed: a sentence a line.
struct CardWordsForm: Decodable, Sendable {
    var does: String?
    var doesNot: String?

    func read() throws(Problems) -> RoleWords {
        var problems = Problems()
        let does = problems.text(does, "does", "Write at least one line of what they do")
        let doesNot = problems.text(doesNot, "doesNot", "Write at least one line here as well")
        guard let does, let doesNot else { throw problems }
        return RoleWords(does: does.sentences, doesNot: doesNot.sentences)
    }
}
