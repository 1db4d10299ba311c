import Kernel
import Web

/// The front door.
struct SigningInPage: Page {
    let title = "Sign in"
    var typed = SigningInForm(email: "", password: "")
    var refusal: String?

    var main: HTML {
        """
        <div class="narrow">
        <h1>\(title)</h1>
        <p class="lead">For people who work with Belong. If somebody suggested a link worker to you, \
        <a href="/ask">you can ask for one here</a>.</p>
        \(refusal.map { "<p class=\"notice\" role=\"alert\">\($0)</p>" as HTML })
        <section class="card">\(form)</section>
        </div>
        """
    }

    private var form: HTML {
        .form(
            "/signing-in",
            """
            \(Field("email", "E-mail address").line(typed.email, .email, autocomplete: "username"))
            \(Field("password", "Password").line("", .password, autocomplete: "current-password"))
            <button class="btn">Sign in</button>
            """
        )
    }

    static let sample = SigningInPage(refusal: SigningIn.Refused.unknown.sentence)
}

struct SigningInForm: Decodable, Sendable {
    let email: String
    let password: String
}
