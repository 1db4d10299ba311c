import Kernel
import Web

/// How it went, four weeks on: one tap.
struct HowItWent: Page {
    let token: String
    let activity: String
    /// The first name, if that was agreed.
    let name: String?
    let answer: String?
    var form = AttendanceForm()
    var problems = Problems()

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
            form: form,
            problems: problems
        )
    }

    var main: HTML {
        """
        <div class="narrow"><h1>\(title)</h1>
        <p class="lead">Some weeks ago you said yes to \(name ?? "someone") at \(activity). \
        We ask once, so that nobody is lost on the way. No list, no score.</p>
        \(answer.map(said))\(problems.summary)
        \(HTML.form("/l/\(token)", buttons))</div>
        """
    }

    private func said(_ answer: String) -> HTML {
        "<p class=\"notice\" role=\"status\">You said: \(answer). Thank you. You can change it below.</p>"
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
        answer: "Coming along"
    )
}
