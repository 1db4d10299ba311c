import Kernel
import Web

/// What is particular about one practice, for colleagues to keep true.
struct PracticeCardPage: FormPage {
    let title: String
    let practice: Organisation.ID
    let written: String?
    var form: PracticeCardForm
    var problems = Problems()

    init(_ card: PracticeCard) {
        title = "The card of \(card.name)"
        practice = card.practice
        form = PracticeCardForm(words: card.words)
        written = card.writtenBy.flatMap { by in
            card.writtenAt.map { "Last written by \(by), \(Day($0).full)" }
        }
    }
}

struct PracticeCardForm: Decodable, Sendable {
    var words: String? = ""

    func read() throws(Problems) -> String {
        var problems = Problems()
        let words = problems.words(words, "words", upTo: 2_000)
        guard problems.list.isEmpty else { throw problems }
        return words
    }
}

extension PracticeCardPage {
    var main: HTML {
        """
        <div class="reading"><h1>\(title)</h1>
        <p class="lead">What a link worker should know who comes here one day a week: the meeting, the rooms, whom to \
        ask, what is done differently. Nothing about patients, and no codes or passwords.</p>
        \(problems.summary)
        \(HTML.form("/practices/\(practice)/card", """
            \(Field("words", "What is particular here", problems).paper(form.words, rows: 8))
            <button class="btn">Keep</button>
            """))
        \(written.map { "<p class=\"small muted\">\($0)</p>" as HTML })
        <p><a href="/practices/\(practice)/awareness">What everyone here hears of its link workers</a> · \
        <a href="/practices/\(practice)/role-card">The role card</a></p></div>
        """
    }

    static var sample: PracticeCardPage {
        PracticeCardPage(Today.sample.cards[0])
    }
}
