import Foundation
import Kernel
import Web

/// What goes into a GP's record: under the standard's headings, to print or to copy,
/// with its true author. A link worker writes as a link worker, never in the name of
/// a GP (peers, rows 5, 64 and 65).
struct MessageBack: Page {
    let name: String
    let date: Day
    let sections: [Section]
    /// Where one came from.
    let back: Place

    struct Section: Sendable, Equatable {
        let heading: RecordHeading
        let lines: [String]
    }

    var title: String { "For the record of \(name)" }

    var main: HTML {
        """
        <p class="small muted"><a href="\(back.path)">\(back.name)</a></p>
        <h1>\(title)</h1><p class="muted">\(date.full). \(News.label)</p>
        \(each: sections, section)
        <form class="card"><div class="field"><label for="f-copy">The same, to copy into the record</label>
        <textarea id="f-copy" rows="12" readonly>\n\(text)</textarea></div></form>
        """
    }

    private func section(_ section: Section) -> HTML {
        "<section><h2>\(section.heading.rawValue)</h2>\(each: section.lines, { "<p>\($0)</p>" })</section>"
    }

    /// Plain text, as a record system takes it.
    var text: String {
        sections.map { ([$0.heading.rawValue.uppercased()] + $0.lines).joined(separator: "\n") }
            .joined(separator: "\n\n")
    }

    static let sample = MessageBack(
        name: "Alan B.",
        date: Day(number: 20_557),
        sections: [
            Section(heading: .plan, lines: ["None"]),
            Section(heading: .referral, lines: [RecordCode.referral.line]),
            Section(heading: .summary, lines: ["Alan has made a plan with me."]),
            Section(heading: .author, lines: ["Amara Okafor, link worker, Elm Street Surgery"]),
        ],
        back: Place("News of Alan B.", "/news/sample")
    )
}
