import Kernel
import Web

/// How it went, four weeks on: one tap.
struct HowItWent: Page {
    let token: String
    let activity: String
    /// The first name, if that was agreed.
    let name: String?
    let answer: String?
    /// What they say themselves, where they let the group read it.
    let own: Own?
    /// What other rooms ask them once they have answered.
    var asked: HTML?
    var form = AttendanceForm()
    var problems = Problems()

    struct Own: Sendable {
        let said: String
        let words: String
    }

    var title: String { "How did it go?" }
}

extension HowItWent {
    init(
        _ token: String,
        _ asked: GroupLinks.Asked,
        _ form: AttendanceForm = AttendanceForm(),
        _ problems: Problems = Problems()
    ) {
        self.init(
            token: token,
            activity: asked.activity,
            name: asked.introduction.firstName,
            answer: asked.attendance?.kind.name,
            own: asked.own.map { Own(said: $0.kind.ownName, words: $0.words) },
            form: form,
            problems: problems
        )
    }

    var main: HTML {
        """
        <div class="narrow"><h1>\(title)</h1>
        <p class="lead">Some weeks ago you said yes to \(name ?? "someone") at \(activity). \
        We ask once, so that nobody is lost on the way. No list, no score.</p>
        \(own.map(theirs))\(answer.map(said))\(problems.summary)
        <p class="hint">They can read what you write here, and say it in their own words. If there is something \
        they should not read, tap <b>Ring me</b>.</p>
        \(HTML.form("/l/\(token)", buttons))\(asked)</div>
        """
    }

    private func said(_ answer: String) -> HTML {
        "<p class=\"notice\" role=\"status\">You said: \(answer). Thank you. You can change it below.</p>"
    }

    private func theirs(_ own: Own) -> HTML {
        """
        <section class="card"><h2>\(name ?? "They") would like you to know</h2><p>“\(own.said)”</p>\
        \(own.words.isEmpty ? nil : "<p class=\"quote\">\(own.words)</p>" as HTML)</section>
        """
    }

    private var buttons: HTML {
        """
        \(Field("words", "Anything to add? You can leave this empty.", problems).paper(form.words, rows: 2))
        \(each: Attendance.Kind.allCases, tap)
        """
    }

    private func tap(_ kind: Attendance.Kind) -> HTML {
        "<p><button class=\"btn big\" name=\"answer\" value=\"\(kind.rawValue)\">\(kind.name)</button></p>"
    }

    static let sample = HowItWent(
        token: "sample",
        activity: "Tuesday lunch",
        name: "Jean",
        answer: "Coming along",
        own: Own(said: Attendance.Kind.coming.ownName, words: "I like the corner by the window.")
    )
}
