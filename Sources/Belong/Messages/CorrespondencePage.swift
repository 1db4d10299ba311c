import Foundation
import Kernel
import Store
import Web

/// One thread with one person, and a place to write to them where it is safe.
struct CorrespondencePage: Page {
    let id: Case.ID
    let givenName: String
    let listed: String
    /// Where written words are safe for them.
    let way: SafeAddress?
    let isOpen: Bool
    let lines: [Line]
    var prompt: RedFlag.Prompt?
    var form = CorrespondenceForm()
    var problems = Problems()

    struct Line: Sendable {
        let at: Date
        let isTheirs: Bool
        let from: String
        let words: String
        let standing: String
    }

    var title: String { "Messages with \(givenName)" }
    var place: String? { "/people" }
    var worry: String? { "/cases/\(id)/worry" }
}

/// Words for somebody, as they were typed.
struct CorrespondenceForm: Decodable, Sendable {
    var words = ""
    var neutral: [String]?

    func read() throws(Problems) -> Correspondence.Words {
        var problems = Problems()
        let text = problems.text(words, "words", "Write what you want to say", upTo: 600)
        guard let text, problems.list.isEmpty else { throw problems }
        return Correspondence.Words(text: text, isNeutral: neutral?.contains("yes") == true)
    }
}

extension CorrespondencePage {
    var main: HTML {
        """
        <p class="small muted"><a href="/people">People</a> › <a href="/cases/\(id)">\(listed)</a></p>
        <div class="reading"><h1>\(title)</h1>
        \(prompt.map { $0.notice("/cases/\(id)/worry") })\(problems.summary)
        \(isOpen ? writing : nil)
        <section class="card"><h2>What was said</h2>
        \(lines.isEmpty ? "<p>Nothing was sent either way yet.</p>" : thread)</section></div>
        """
    }

    private var writing: HTML {
        guard let way else {
            return "<p class=\"notice\">\(Correspondence.Refused.nowhere.sentence)</p>"
        }
        return "<section class=\"card\">\(HTML.form("/cases/\(id)/messages", fields(way)))</section>"
    }

    private func fields(_ way: SafeAddress) -> HTML {
        let nothing = Choice("yes", "It names no service, no group and no reason")
        let safe = "It goes by \(way.channel.spoken), which is safe for them."
        return """
            \(way.isNeutral ? Self.neutral : nil)
            \(Field("words", "Write to \(givenName)", hint: "\(safe) If it is urgent, ring.", problems)
                .paper(form.words, rows: 4))
            \(Field("neutral", "If somebody else reads it", problems).any(of: [nothing], chosen: form.neutral ?? []))
            <button class="btn">Send it</button>
            """
    }

    private static let neutral: HTML = """
        <p class="notice">Somebody else may read what reaches them. Write nothing that names the service, a group or a \
        reason.</p>
        """

    private var thread: HTML { "<ol class=\"plain\">\(each: lines, item)</ol>" }

    private func item(_ line: Line) -> HTML {
        """
        <li class="row"><div class="grow"><b>\(line.isTheirs ? givenName : line.from)</b> \
        <span class="small muted">\(Day(line.at).short), \(London.time(line.at))\
        \(line.standing.isEmpty ? "" : " · \(line.standing)")</span>
        <p class="keep">\(line.words)</p></div></li>
        """
    }

    static var sample: CorrespondencePage {
        let now = Date(timeIntervalSince1970: 1_776_160_800)
        return CorrespondencePage(
            id: Case.ID(),
            givenName: "Jean",
            listed: "Jean M.",
            way: SafeAddress(channel: .text, recipient: "07700 900112", isNeutral: true),
            isOpen: true,
            lines: [
                Line(at: now, isTheirs: true, from: "", words: "Can we make it Thursday?", standing: ""),
                Line(
                    at: now - 3_600,
                    isTheirs: false,
                    from: "Amara Okafor",
                    words: "Shall we talk on Wednesday?",
                    standing: "Text · arrived"
                ),
            ]
        )
    }
}
