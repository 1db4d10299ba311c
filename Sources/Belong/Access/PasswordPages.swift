import Kernel
import Web

/// Changing one's own password.
struct PasswordPage: Page {
    let title = "Change your password"
    var problems = Problems()

    var main: HTML {
        """
        <div class="narrow"><p class="small muted"><a href="/me">You</a></p><h1>\(title)</h1>\(problems.summary)
        <section class="card">\(HTML.form("/me/password", fields))</section>
        <p class="small muted">Every other browser in which you are signed in is signed out.</p></div>
        """
    }

    private var fields: HTML {
        """
        \(Field("old", "Your password now", problems).line("", .password, autocomplete: "current-password"))
        \(HTML.newPassword(problems))
        <button class="btn">Change it</button>
        """
    }

    static let sample = PasswordPage()
}

struct PasswordForm: Decodable, Sendable {
    /// Not asked of somebody who comes by a link.
    var old: String?
    var password = ""
    var again = ""
}

/// What is behind the link an administrator sends: setting a password, once.
struct SetPasswordPage: Page {
    let title = "Set your password"
    let name: String
    let token: String
    var problems = Problems()

    var main: HTML {
        """
        <div class="narrow"><h1>\(title)</h1><p class="lead">Hello \(name). You can use this page once.</p>
        \(problems.summary)
        <section class="card">\(HTML.form("/password/\(token)", fields))</section></div>
        """
    }

    private var fields: HTML {
        """
        \(HTML.newPassword(problems))
        <button class="btn">Set it</button>
        """
    }

    static let sample = SetPasswordPage(name: "Amara Okafor", token: "sample")
}

extension HTML {
    fileprivate static func newPassword(_ problems: Problems) -> HTML {
        let hint =
            "At least \(Passwords.shortest) characters. Four words you can remember are better than one nobody can."
        return """
            \(Field("password", "New password", hint: hint, problems).line("", .password, autocomplete: "new-password"))
            \(Field("again", "The same again", problems).line("", .password, autocomplete: "new-password"))
            """
    }
}

/// Those who work here, for their administrator.
struct ColleaguesPage: Page {
    let title = "Colleagues"
    let place: String? = "/colleagues"
    let lines: [Colleagues.Line]

    var main: HTML {
        """
        <h1>\(title)</h1>
        <p class="lead">Who has forgotten a password gets a link to set one, at their own address. It works once, for two \
        days, and you do not see it. Adding somebody, and ending what they do, is done by whoever looks after Belong.</p>
        <ul class="plain card">\(each: lines, item)</ul>
        """
    }

    private func item(_ line: Colleagues.Line) -> HTML {
        """
        <li class="row"><div class="grow"><b>\(line.name)</b> <span class="small muted">\(line.email)</span><br>\
        <span class="small">\(line.does.joined(separator: "; "))</span></div>\
        \(HTML.button("Send a link to set a password", "/colleagues/\(line.id)/password-link", classes: "btn sm quiet"))</li>
        """
    }

    static let sample = ColleaguesPage(
        lines: [
            .init(
                id: Member.ID(),
                name: "Amara Okafor",
                email: "amara@example.org",
                does: ["Link worker, Elm Street Surgery"]
            )
        ]
    )
}
