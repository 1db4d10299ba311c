import Foundation
import Kernel
import Web

/// What a group reads of somebody who would like to come, and four large buttons.
struct WelcomeAsked: Page {
    let token: String
    let activity: String
    let lines: [String]
    let from: String
    let phone: PhoneNumber?
    let answer: String?
    var form = GroupAnswerForm()
    var problems = Problems()

    var title: String { "Can you welcome someone?" }
}

extension WelcomeAsked {
    init(
        _ token: String,
        _ asked: GroupLinks.Asked,
        _ form: GroupAnswerForm = GroupAnswerForm(),
        _ problems: Problems = Problems()
    ) {
        self.init(
            token: token,
            activity: asked.activity,
            lines: asked.introduction.lines,
            from: "\(asked.linkWorker), link worker at \(asked.practice)",
            phone: asked.phone,
            answer: asked.answer?.line,
            form: form,
            problems: problems
        )
    }

    var main: HTML {
        """
        <div class="narrow"><h1>\(title)</h1>
        <section class="card">\(each: lines, { "<p class=\"lead\">\($0)</p>" })
        <p class="small muted">They agreed that you read this. Keep it to those who welcome people. \
        From \(from)\(ringing).</p></section>
        \(answer.map(said))\(problems.summary)
        \(HTML.form("/l/\(token)", buttons))
        <p class="small muted">Nobody reads this round the clock. If someone is in danger, ring 999.</p></div>
        """
    }

    private var ringing: HTML? {
        phone.map { ", <a href=\"tel:\($0.digits)\">\($0.description)</a>" }
    }

    private func said(_ answer: String) -> HTML {
        "<p class=\"notice\" role=\"status\">You said: \(answer). Thank you. You can change it below.</p>"
    }

    private var buttons: HTML {
        """
        \(Field("words", "Anything to add? You can leave this empty.", problems).paper(form.words, rows: 2))
        \(tap(.yes))\(tap(.full))\(tap(.ring))
        <section class="card">\(Field("from", "Or yes, but from this day", problems).line(form.from, .date))
        \(tap(.yesFrom))</section>
        """
    }

    private func tap(_ kind: GroupAnswer.Kind) -> HTML {
        "<p><button class=\"btn big\" name=\"answer\" value=\"\(kind.rawValue)\">\(kind.name)</button></p>"
    }

    static let sample = WelcomeAsked(
        token: "sample",
        activity: "Tuesday lunch",
        lines: [
            "Someone would like to join Tuesday lunch.", "First name: Jean",
            "What they hope for: to eat with others again",
        ],
        from: "Amara Okafor, link worker at Elm Street Surgery",
        phone: PhoneNumber("0161 496 0000"),
        answer: nil
    )
}
