import Foundation
import Kernel
import Web

/// Everything kept of somebody in one case, read through by their link worker
/// before it is given to them: what speaks of others or could do harm is left out.
struct RecordPage: Page {
    let id: Case.ID
    let name: String
    let passages: [Passage]
    let given: [Given]
    /// Who else keeps something of them.
    let others: [String]
    /// What was typed to leave one of them out, if that was refused.
    var hiding: HidingForm?
    var problems = Problems()

    var title: String { "A copy for \(name)" }
    var place: String? { "/people" }
    var worry: String? { "/cases/\(id)/worry" }

    struct Given: Sendable {
        let id: RecordCopy.ID
        let on: Day
        let by: String
        let way: String
        let leftOut: Int
    }

    var main: HTML {
        """
        <p class="small muted"><a href="/cases/\(id)">Back to their page</a></p>
        <h1>\(title)</h1>
        <p class="lead">They can have all of it. Read it through first, and leave out what speaks of somebody else or \
        could do them serious harm. Say why: that is kept.</p>\(problems.summary)
        \(others.isEmpty ? nil : elsewhere)\(given.isEmpty ? nil : before)
        <ol class="plain">\(each: Array(passages.enumerated()), { item($0.offset, $0.element) })</ol>
        <section class="card"><h2>Give it to them</h2>\(HTML.form("/cases/\(id)/record", giving))</section>
        """
    }

    private var elsewhere: HTML {
        """
        <p class="notice">Something is kept of them elsewhere too. For that they ask: \
        \(others.joined(separator: "; ")).</p>
        """
    }

    private var before: HTML {
        """
        <section class="card"><h2>Given before</h2><ul class="plain">\(each: given, earlier)</ul></section>
        """
    }

    private func earlier(_ given: Given) -> HTML {
        """
        <li class="row"><a href="/cases/\(id)/record/\(given.id)">\(given.on.full)</a> \
        <span>\(given.way), by \(given.by), \(given.leftOut) left out</span></li>
        """
    }

    private func item(_ nth: Int, _ passage: Passage) -> HTML {
        """
        <li class="card"><h2>\(passage.heading)\
        \(passage.isWorry ? " <span class=\"tag clay\">Read this twice</span>" as HTML : nil)</h2>
        \(passage.at.map { "<p class=\"small muted\">\(Day($0).full)</p>" as HTML })<p>\(passage.words)</p>
        \(passage.hiding.map(left) ?? (passage.keeper == nil ? leaving(nth, passage) : nil))</li>
        """
    }

    private func left(_ hiding: Passage.Hiding) -> HTML {
        """
        <div class="notice"><p><b>Left out</b> by \(hiding.by), \(Day(hiding.at).short). \(hiding.cause.name): \
        \(hiding.words)</p>\(HTML.button("Show it after all", "/cases/\(id)/record/hidings/\(hiding.id)/end",
            classes: "btn quiet sm"))</div>
        """
    }

    private func leaving(_ nth: Int, _ passage: Passage) -> HTML {
        let form = "hide-\(nth)"
        let typed = hiding?.passage == passage.key ? hiding : nil
        let wrong = typed == nil ? Problems() : problems
        let fields: HTML = """
            <input type="hidden" name="passage" value="\(passage.key)">
            \(Field("cause", "Why", of: form, wrong)
                .list(Passage.Hiding.Cause.allCases.map { Choice($0.rawValue, $0.name) }, chosen: typed?.cause))
            \(Field("words", "In a line, for whoever asks later", of: form, wrong).line(typed?.words))
            <button class="btn quiet sm">Leave it out</button>
            """
        return """
            <details\(typed == nil ? nil : " open" as HTML)><summary>Leave this out</summary>\(HTML.form("/cases/\(id)/record/hidings", fields))</details>
            """
    }

    private var giving: HTML {
        """
        <input type="hidden" name="seal" value="\(RecordCopy.seal(passages))">
        \(Field("through", "Before it goes", problems)
            .any(of: [Choice("yes", "I have read every passage above")], chosen: []))
        \(Field("way", "How", problems)
            .one(of: RecordCopy.Way.allCases.map { Choice($0.rawValue, $0.name) }, chosen: nil))
        <button class="btn">Give it</button>
        """
    }

    static let sample = RecordPage(
        id: Case.ID(),
        name: "Alan Brooks",
        passages: [
            Passage(key: "contact 1", heading: "What matters to you", at: .now, words: "A reason to get up."),
            Passage(
                key: "remark 1",
                heading: "Between colleagues: Dr Patel",
                at: .now,
                words: "His neighbour told us.",
                isWorry: true,
                hiding: Passage.Hiding(
                    id: Key(),
                    cause: .thirdParty,
                    words: "It names the neighbour.",
                    by: "Amara Okafor",
                    at: .now
                )
            ),
        ],
        given: [Given(id: RecordCopy.ID(), on: Day(.now), by: "Amara Okafor", way: "on paper", leftOut: 1)],
        others: ["Sam Reed, Harbour Practice"]
    )
}

/// The copy itself, as it was given: to read or to print.
struct RecordCopyPage: Page {
    let name: String
    let givenOn: Day
    let by: String
    let leftOut: Int
    let lines: [Line]

    var title: String { "What is kept about you, \(name)" }

    struct Line: Sendable {
        let heading: String
        let at: Date?
        let words: String
    }

    var main: HTML {
        """
        <div class="own"><h1>\(title)</h1>
        <p class="lead">As it stood on \(givenOn.full). Given by \(by).</p>
        \(leftOut == 0 ? nil : missing)\(each: lines, line)
        <p class="small muted">You can also ask who looked at it. <a href="/privacy">What is kept, and why</a></p></div>
        """
    }

    private var missing: HTML {
        """
        <p class="notice">\(leftOut.counted("passage")) left out: what speaks of somebody else, or could do serious \
        harm. You can ask why, and ask somebody else to look again.</p>
        """
    }

    private func line(_ line: Line) -> HTML {
        """
        <section><h2>\(line.heading)</h2>\(line.at.map { "<p class=\"small muted\">\(Day($0).full)</p>" as HTML })\
        <p>\(line.words)</p></section>
        """
    }

    static let sample = RecordCopyPage(
        name: "Alan Brooks",
        givenOn: Day(number: 20_557),
        by: "Amara Okafor, link worker, Elm Street Surgery",
        leftOut: 1,
        lines: [Line(heading: "What matters to you", at: .now, words: "A reason to get up.")]
    )
}
