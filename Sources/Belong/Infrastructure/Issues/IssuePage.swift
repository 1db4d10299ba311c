import Foundation
import Kernel
import Web

/// One issue, what was said to it, and what one may say next.
struct IssuePage: FormPage {
    let look: Issues.Look
    let now: Date
    var form = TurnForm()
    var problems = Problems()

    private var issue: Issue { look.issue }
    let place: String? = "/placements"
    var title: String { issue.kind.name }

    var main: HTML {
        """
        <div class="reading"><p class="crumbs"><a href="/issues">Issues</a></p><h1>\(title)</h1>
        <p class="lead">\(issue.practiceName): \(issue.state(at: now)).</p>
        <section class="card"><p class="keep">\(issue.words)</p><p class="small muted">Raised by \(issue.raisedBy.name) on \
        \(Day(issue.raisedAt).full). \(issue.whose.name) is to put it right.</p>
        <ul class="talk">\(each: issue.turns, said)</ul></section>
        \(issue.kind == .informationGap ? whereabouts : nil)
        \(problems.summary)
        \(issue.isOpen && look.isOwner ? owning : nil)
        \(issue.isOpen && look.isRaiser ? raising : nil)</div>
        """
    }

    private var whereabouts: HTML {
        """
        <p class="notice">Where each link worker is, until when, and how to reach them stands at the \
        <a href="/front-desk">front desk</a>, in one glance. Going along with somebody is part of the job.</p>
        """
    }

    private func said(_ turn: Issue.Turn) -> HTML {
        """
        <li><b>\(turn.by.name)</b> \(turn.told)<span class="small muted"> · \(Day(turn.at).short)</span>\
        \(turn.words.isEmpty ? nil : "<div class=\"keep\">\(turn.words)</div>" as HTML)</li>
        """
    }

    private var owning: HTML {
        """
        \(hasIt ? nil : HTML.button("I have this", "/issues/\(issue.id)/acknowledgement", classes: "btn"))
        <section class="card"><h2>It is put right</h2>\(HTML.form("/issues/\(issue.id)/mending", """
            \(Field("words", "What is different now", of: "m", problems).paper(form.words))
            <button class="btn quiet">Say so to \(issue.raisedBy.name)</button>
            """))</section>
        \(look.takers.isEmpty ? nil : handing)
        """
    }

    private var hasIt: Bool {
        if case .raised = issue.standing { false } else { true }
    }

    private var handing: HTML {
        """
        <section class="card"><h2>It is somebody else’s</h2>\(HTML.form("/issues/\(issue.id)/handing", """
            \(Field("to", "Whose it is", of: "h", problems)
                .list([Choice("", "Choose")] + look.takers.map { Choice($0.id.description, $0.titled) }, chosen: form.to))
            \(Field("words", "Why", of: "h", problems).line(form.words))
            <button class="btn quiet">Hand it on</button>
            """))</section>
        """
    }

    private var raising: HTML {
        """
        <section class="card"><h2>Only you close this</h2>
        \(HTML.button("It is settled: close it", "/issues/\(issue.id)/closing", classes: "btn"))
        \(isMended ? HTML.form("/issues/\(issue.id)/not-yet", """
            \(Field("words", "Or what is still not right", of: "n", problems).paper(form.words))
            <button class="btn quiet">Not yet</button>
            """) : nil)</section>
        """
    }

    private var isMended: Bool {
        if case .mended = issue.standing { true } else { false }
    }

    static var sample: IssuePage {
        let peter = Concerned(id: Member.ID(), name: "Nadia Aziz", role: .networkLead)
        return IssuePage(
            look: .init(issue: .sample, isRaiser: false, isOwner: true, takers: [peter]),
            now: Issue.sample.raisedAt + 86_400
        )
    }
}

/// A word to an issue, as it was typed.
struct TurnForm: Decodable, Sendable {
    var words: String?
    var to: String?

    init() {}

    func said(_ sentence: String) throws(Problems) -> String {
        var problems = Problems()
        let words = problems.text(words, "words", sentence)
        guard let words else { throw problems }
        return words
    }

    func handed() throws(Problems) -> (to: Member.ID, words: String) {
        var problems = Problems()
        let to = problems.unless(to.flatMap { Member.ID($0) }, "to", "Choose whose it is")
        let words = problems.text(words, "words", "Say in a line why it is theirs", upTo: 500)
        guard let to, let words else { throw problems }
        return (to, words)
    }
}

extension Issue.Turn {
    fileprivate var told: String {
        switch act {
        case .acknowledged: "has this"
        case .handed: "hands it on to \(to?.name ?? "a colleague")"
        case .mended: "says it is put right"
        case .notYet: "says it is not yet"
        case .closed: "closed it"
        }
    }
}
