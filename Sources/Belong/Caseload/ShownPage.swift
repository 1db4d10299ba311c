import Kernel
import Web

/// The pages link workers have shown to their supervisor.
struct ShownPage: Page {
    let title = "Shown to me"
    let place: String? = "/shown"
    let lines: [Line]

    struct Line: Sendable {
        let id: Case.ID
        let name: String
        let from: String
    }

    var main: HTML {
        """
        <h1>\(title)</h1>
        <p class="lead">What link workers want to think over with you, and those they told you a worry about. \
        You read it; they decide.</p>
        \(lines.isEmpty ? "<p>Nothing just now.</p>" : list)
        <p class="small"><a href="/cover">Cover for a link worker who is away</a></p>
        """
    }

    private var list: HTML {
        "<ul class=\"plain card\">\(each: lines, item)</ul>"
    }

    private func item(_ line: Line) -> HTML {
        """
        <li class="row"><div class="grow"><a href="/cases/\(line.id)">\(line.name)</a></div>
        <span class="small muted">\(line.from)</span></li>
        """
    }

    static var sample: ShownPage {
        ShownPage(lines: [Line(id: Case.ID(), name: "Jean M.", from: "Amara Okafor, Elm Street Surgery")])
    }
}
