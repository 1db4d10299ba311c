import Web

/// What somebody wrote before they were signed out, to be sent now or not. All of
/// it is shown, and where it goes: nothing is sent that they have not seen.
struct GoingOnPage: Page {
    let title = "What you wrote is still here"
    let carried: Carried

    var main: HTML {
        """
        <div class="narrow"><h1>\(title)</h1>
        <p class="lead">You were signed out before it was sent, so nothing of it has been done yet.</p>
        <section class="card">\(written.isEmpty ? nil : list)\(empty)
        <p class="small muted">It goes to <code>\(carried.path)</code>.</p>
        \(HTML.form(carried.path, "\(carried.hidden)<button class=\"btn\">Send it now</button>"))</section>
        <p><a href="/">Leave it, and begin anew</a></p></div>
        """
    }

    private var written: [Carried.Typed] {
        carried.fields.filter { !$0.value.isEmpty }
    }

    private var list: HTML {
        "<dl class=\"facts\">\(each: written, line)</dl>"
    }

    private func line(_ field: Carried.Typed) -> HTML {
        "<dt>\(field.words)</dt><dd class=\"keep\">\(field.value)</dd>"
    }

    private var empty: HTML? {
        let names = carried.fields.filter(\.value.isEmpty).map(\.words)
        return names.isEmpty
            ? nil : "<p class=\"small muted\">Left empty: \(names.joined(separator: ", ")).</p>"
    }

    static var sample: GoingOnPage {
        let text = "/cases/sample/contacts?matters=I+would+like+to+cook+again.&outcome=reached&helps="
        return GoingOnPage(carried: Carried(text: text) ?? .nowhere)
    }
}
