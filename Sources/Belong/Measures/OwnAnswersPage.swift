import Foundation
import Kernel
import Web

/// Behind the person's own link: what they are asked, and what they said before, theirs
/// to have taken away.
struct OwnAnswersPage: Page {
    let title = "A few questions, only if you like"
    let address: String
    let askings: [MeasureAsking]
    let histories: [AnswerHistory]
    var typed: AnswersForm?
    var problems = Problems()

    var main: HTML {
        """
        <div class="reading"><h1>\(title)</h1>
        <p class="lead">They are for you and your link worker to look at together. Leave out what you like: nobody asks \
        why, and nothing depends on it.</p>\(problems.summary)
        \(each: askings, section)\(askings.isEmpty ? "<p>Nothing is asked of you now.</p>" : nil)
        \(histories.isEmpty ? nil : said)
        <p class="small muted">Your link worker reads your answers, and whoever covers for them. Your GP and the surgery do \
        not. Answers are not read day and night: in danger ring <a href="tel:999">999</a>; to talk to somebody at any hour \
        ring Samaritans on <a href="tel:116123">116 123</a>.</p>
        <p><a href="\(address)">Back to your page</a></p></div>
        """
    }

    private func section(_ asking: MeasureAsking) -> HTML {
        let isTyped = typed?.asking == asking.id.description
        let questions = MeasureFields(
            sheet: asking.sheet,
            form: "a-\(asking.id)",
            typed: isTyped ? typed : nil,
            problems: isTyped ? problems : Problems()
        )
        let fields: HTML = """
            <input type="hidden" name="asking" value="\(asking.id)">\(questions.html)
            <button class="btn big">Send what I said</button>
            \(each: Skip.own, { "<button class=\"btn big\" name=\"skip\" value=\"\($0.rawValue)\">\($0.name)</button>" })
            """
        return """
            <section class="card"><h2>\(asking.sheet.name)</h2>\(HTML.form("\(address)/answers", fields))</section>
            """
    }

    private var said: HTML {
        """
        <h2>What you said before</h2><p>You can have any answer taken away. What it was is gone then, from here and for \
        your link worker.</p>\(each: histories, { $0.html(removal: "\(address)/answers/removal", looking: nil) })
        """
    }

    static var sample: OwnAnswersPage {
        OwnAnswersPage(
            address: "/l/sample",
            askings: [
                MeasureAsking(
                    id: MeasureAsking.ID(),
                    caseID: Case.ID(),
                    measure: .loneliness,
                    sheet: .loneliness,
                    text: nil,
                    askedAt: .now
                )
            ],
            histories: AnswerHistory.all(MeasureAnswering.samples)
        )
    }
}

/// On somebody's own page: that there is a question, or something they said before.
struct OwnAnswersCard: Sendable {
    let waiting: Int
    let hasAnswers: Bool
    let address: String

    /// What they are asked stands before all else.
    var asking: HTML? { waiting > 0 ? asked : nil }
    /// What they said before, further down.
    var kept: HTML? { waiting == 0 && hasAnswers ? said : nil }

    private var asked: HTML {
        """
        <section class="card"><h2>A few questions, only if you like</h2><p>Your link worker would like to know how things \
        are for you. You can leave out any of them, or all.</p>
        <p><a class="btn big" href="\(address)/answers">Look at them</a></p></section>
        """
    }

    private var said: HTML {
        """
        <section class="card"><h2>What you said of how things are</h2>
        <p><a href="\(address)/answers">Read your answers, or have one taken away</a></p></section>
        """
    }

    static let sample = OwnAnswersCard(waiting: 1, hasAnswers: true, address: "/l/sample")
}
