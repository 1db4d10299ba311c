import Kernel
import Web

/// What referrers said back to one link worker: words first, then taps.
struct RepliesPage: Page {
    let title = "What came back"
    let lines: [Line]

    struct Line: Sendable {
        let id: NewsReply.ID
        let caseID: Case.ID
        let name: String
        let said: String
        let by: String
        let told: String
    }

    init(lines: [Line]) {
        self.lines = lines
    }

    init(_ items: [NewsReplies.Item]) {
        lines = items.map {
            Line(
                id: $0.reply.id,
                caseID: $0.caseID,
                name: $0.name,
                said: $0.reply.said.words,
                by: "\($0.reply.speaker), \(Day($0.reply.saidAt).spoken)",
                told: $0.told
            )
        }
    }
}

extension RepliesPage {
    var main: HTML {
        """
        <h1>\(title)</h1>
        <p class="lead">What the people who referred said to your news.</p>
        \(lines.isEmpty ? nobody : list)
        """
    }

    private var nobody: HTML {
        "<p>Nothing new came back.</p>"
    }

    private var list: HTML {
        "<ul class=\"plain\">\(each: lines, item)</ul>"
    }

    private func item(_ line: Line) -> HTML {
        """
        <li class="card"><p class="quote">\(line.said)</p>
        <p class="small muted">\(line.by), about <a href="/cases/\(line.caseID)">\(line.name)</a></p>
        <details><summary>What you told them</summary><p>\(line.told)</p></details>
        \(HTML.button("Seen", "/replies/\(line.id)/reading", classes: "btn quiet sm"))</li>
        """
    }

    static let sample = RepliesPage(lines: [
        Line(
            id: NewsReply.ID(),
            caseID: Case.ID(),
            name: "Alan B.",
            said: "That is good to hear. Could you ask about his sleep?",
            by: "Dr Patel, Tuesday 14 April",
            told: "Alan and I have talked."
        )
    ])
}
