import Kernel
import Web

/// The front door.
struct SigningInPage: Page {
    let title = "Sign in"
    var typed = SigningInForm(email: "", password: "", carried: nil)
    var refusal: String?
    /// What they were about to do when they had to come here.
    var carried: Carried?

    var main: HTML {
        """
        <div class="narrow">
        <h1>\(title)</h1>
        \(lead)
        \(refusal.map { "<p class=\"notice\" role=\"alert\">\($0)</p>" as HTML })
        <section class="card">\(form)</section>
        <p class="small muted">Forgotten your password? Whoever looks after Belong where you work can send you a link that \
        opens once.</p>
        </div>
        """
    }

    private var lead: HTML {
        carried?.fields.isEmpty == false
            ? """
            <p class="lead">You were signed out meanwhile. What you wrote is still here: sign in, then send it.</p>
            """
            : """
            <p class="lead">For people who work with Belong. If somebody suggested a link worker to you, \
            <a href="/ask">you can ask for one here</a>.</p>
            """
    }

    private var form: HTML {
        .form(
            "/signing-in",
            """
            \(carried.map { "<input type=\"hidden\" name=\"carried\" value=\"\($0.text)\">" as HTML })
            \(Field("email", "E-mail address").line(typed.email, .email, autocomplete: "username"))
            \(Field("password", "Password").line("", .password, autocomplete: "current-password"))
            <button class="btn">Sign in</button>
            """
        )
    }

    static let sample = SigningInPage(refusal: SigningIn.Refused.unknown.sentence)
}
