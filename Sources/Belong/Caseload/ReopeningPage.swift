import Kernel
import Web

/// Somebody comes back.
struct ReopeningPage: Page {
    let title = "Coming back"
    let place: String? = "/people"
    let id: Case.ID
    var worry: String? { "/cases/\(id)/worry" }

    var main: HTML {
        """
        <p class="small muted"><a href="/people">People</a> › <a href="/cases/\(id)">Their page</a></p>
        <h1>\(title)</h1>
        <p class="lead">The case goes on where it was, with its plan and its story.</p>
        <section class="card">\(HTML.form("/cases/\(id)/reopening", fields))</section>
        """
    }

    private var fields: HTML {
        "\(Field("words", "What brings them back?").line(""))<button class=\"btn\">Open it again</button>"
    }

    static var sample: ReopeningPage { ReopeningPage(id: Case.ID()) }
}
