import Foundation
import Kernel
import Web

/// What a link worker asked to be done differently, and the practice's answers.
struct AdjustmentsPage: FormPage {
    let look: Adjustments.Look
    let now: Date
    var form = AdjustmentForm()
    var answering = AdjustmentAnswerForm()
    var still = AdjustmentWordForm()
    /// Which of them the form that came back belongs to.
    var concerned: Adjustment.ID?
    var problems = Problems()

    let place: String? = "/placements"
    let title = "Asked to be done differently"
    private var path: String { "/placements/\(look.placed.id)/adjustments" }
    private var name: String { look.placed.linkWorker.name }

    var main: HTML {
        """
        <div class="reading"><p class="crumbs"><a href="/placements">Placements</a> · \
        <a href="/placements/\(look.placed.id)">\(name) at \(look.placed.practiceName)</a></p>
        <h1>\(title)</h1>
        <p class="lead">\(look.isLinkWorker ? Self.own : theirs)</p>
        \(problems.summary)
        \(look.all.isEmpty ? nothing : "\(each: look.all, card)")
        \(look.isLinkWorker ? asking : nil)</div>
        """
    }

    private static let own =
        "What would make it work better for you here? Ask in your words; the practice answers yes and by when, "
        + "a talk, or no with the reason. It is done when you say so."

    private var theirs: String {
        look.mayAnswer
            ? "What \(name) asks for, in their words. Yes and by when, a talk, or no with the reason: any of them is an "
                + "answer. It is done when \(name) says so."
            : "What \(name) asked of the practice, and what became of it. The words are for the two it is between."
    }

    private var nothing: HTML {
        """
        <section class="card"><p>Nothing has been asked yet.</p></section>
        """
    }

    private func card(_ one: Adjustment) -> HTML {
        """
        <section class="card"><h2>\(look.isLinkWorker ? one.kind.name : one.kind.told)</h2>
        <p><span class="tag\(one.isOpen ? "" : " leaf")">\(one.state(at: now))</span></p>
        \(look.readsWords ? said(one) : nil)
        <p class="small muted">Asked by \(one.askedBy.name) \(Day(one.askedAt).nearness(to: Day(now)))</p>
        \(look.mayAnswer && !one.isOver ? answer(one) : nil)
        \(look.isLinkWorker && !one.isOver ? closing(one) : nil)</section>
        """
    }

    private func said(_ one: Adjustment) -> HTML {
        """
        <p class="keep">\(one.words)</p><ul class="talk">\(each: one.turns, turn)</ul>
        """
    }

    private func turn(_ turn: Adjustment.Turn) -> HTML {
        """
        <li><b>\(turn.saidBy.name)</b> \(turn.told)<span class="small muted"> · \(Day(turn.saidAt).short)</span>\
        \(turn.words.isEmpty ? nil : "<div class=\"keep\">\(turn.words)</div>" as HTML)</li>
        """
    }

    private func answer(_ one: Adjustment) -> HTML {
        let (typed, wrong) = typed(answering, of: one)
        let fields: HTML = HTML.form(
            "\(path)/\(one.id)/answer",
            """
            \(Field("answer", "Your answer", of: key(one), wrong).one(of: Self.answers, chosen: typed?.answer))
            \(Field("by", "If yes: by when?", of: key(one), wrong).line(typed?.by, .date))
            \(Field("why", "Why, or anything to add", of: key(one), wrong).paper(typed?.why, rows: 2))
            <button class="btn">Answer</button>
            """
        )
        guard !one.turns.isEmpty, wrong.list.isEmpty else { return fields }
        return HTML.folded("Answer again", isOpen: false, fields)
    }

    private static let answers = [
        Choice("yes", "Yes, we will do that"), Choice("talk", "Let us talk it over first"),
        Choice("no", "No, for a reason"),
    ]

    private func closing(_ one: Adjustment) -> HTML {
        let (typed, wrong) = typed(still, of: one)
        return """
            <div class="acts">\(isAgreed(one) ? button("It is done", one, "done", classes: "btn") : nil)
            \(button("Not needed any more", one, "letting-go", classes: "btn quiet"))</div>
            \(isAgreed(one) ? HTML.folded("It is not so yet", isOpen: !wrong.list.isEmpty, HTML.form("\(path)/\(one.id)/not-yet", """
                \(Field("still", "What is still not so?", of: key(one), wrong).paper(typed?.still, rows: 2))
                <button class="btn quiet">Say so</button>
                """)) : nil)
            """
    }

    private func button(_ words: String, _ one: Adjustment, _ act: String, classes: String) -> HTML {
        HTML.form(
            "\(path)/\(one.id)/\(act)",
            "<button class=\"\(classes)\">\(words)<span class=\"aside\">: \(one.kind.name)</span></button>",
            classes: "inline"
        )
    }

    private func isAgreed(_ one: Adjustment) -> Bool {
        if case .agreed = one.standing { true } else { false }
    }

    /// What was typed of this one, and nothing of another's.
    private func typed<Form>(_ form: Form, of one: Adjustment) -> (Form?, Problems) {
        concerned == one.id ? (form, problems) : (nil, Problems())
    }

    /// The one whose form came back is where the summary leads to.
    private func key(_ one: Adjustment) -> String { concerned == one.id ? "f" : "\(one.id)" }

    private var asking: HTML {
        let wrong = concerned == nil ? problems : Problems()
        return """
            <section class="card"><h2>Ask for something</h2>\(HTML.form(path, """
                \(Field("kind", "What is it about?", of: asked, wrong)
                    .one(of: Adjustment.Kind.allCases.map { Choice($0.rawValue, $0.name) }, chosen: form.kind))
                \(Field("words", "What would you like to be different?", hint: hint, of: asked, wrong).paper(form.words))
                <button class="btn">Ask</button>
                """))</section>
            """
    }

    private var asked: String { concerned == nil ? "f" : "ask" }

    private var hint: String {
        let whom =
            look.answering.isEmpty
            ? "Nobody who answers for the practice has an account yet: tell your network."
            : "Read by \(look.answering.map(\.titled).joined(separator: " and ")), and nobody else."
        return "\(whom) No names of people you support."
    }
}

extension Adjustment.Turn {
    fileprivate var told: String {
        switch act {
        case .yes: "says yes, by \(by?.full ?? "")"
        case .talk: "would like to talk it over"
        case .no: "says that it is not possible"
        case .notYet: "says that it is not so yet"
        case .done: "says that it is done"
        case .letGo: "does not need it any more"
        }
    }
}

extension AdjustmentsPage {
    static var sample: AdjustmentsPage {
        let peter = Concerned(id: Member.ID(), name: "Peter Hale", role: .practiceManager)
        let amara = Owing.Placed.sample.linkWorker
        func one(_ kind: Adjustment.Kind, _ words: String, _ turns: [Adjustment.Turn]) -> Adjustment {
            Adjustment(
                id: Adjustment.ID(),
                kind: kind,
                words: words,
                askedBy: amara,
                askedAt: .sampled - 9 * 86_400,
                turns: turns
            )
        }
        let yes = Adjustment.Turn(
            act: .yes,
            words: "From the first Monday.",
            by: Day(.sampled).advanced(by: 5),
            saidBy: .init(id: peter.id, name: peter.name),
            saidAt: .sampled - 86_400
        )
        let all = [
            one(.length, "An hour for the first conversation, please, instead of thirty minutes.", [yes]),
            one(.room, "The garden room on Thursdays: people find the couch room hard.", []),
        ]
        return AdjustmentsPage(
            look: .init(placed: .sample, all: all, answering: [peter], mayAnswer: false),
            now: .sampled
        )
    }
}
