import Foundation
import Kernel
import Web

/// What a link worker would like to learn, and what was answered.
struct LearningPage: FormPage {
    let look: Learnings.Look
    let now: Date
    var form = LearningForm()
    var answering = LearningAnswerForm()
    var problems = Problems()

    let place: String? = "/placements"
    var title: String { look.isLinkWorker ? "What I would like to learn" : "Learning" }
    private var name: String { look.placed.linkWorker.name }
    private var path: String { "/placements/\(look.placed.id)/learning" }

    var main: HTML {
        """
        <div class="reading"><p class="crumbs"><a href="/placements">Placements</a> · \
        <a href="/placements/\(look.placed.id)">\(name), \(look.placed.practiceName)</a></p>
        <h1>\(title)</h1>
        <p class="lead">\(lead)</p>
        \(problems.summary)
        \(look.isLinkWorker ? asking : nil)
        <section class="card"><h2>Asked</h2>\(look.asks.isEmpty ? "<p>Nothing yet.</p>" as HTML : nil)\
        <ul class="plain">\(each: look.asks, item)</ul></section></div>
        """
    }

    private var lead: String {
        look.isLinkWorker
            ? "A course, a day with somebody, a subject. \(look.placed.employerName), the practice and the network read it, "
                + "and one of them answers within \(LearningAsk.promise) days: yes, or no with the reason."
            : "What \(name) would like to learn. It is answered within \(LearningAsk.promise) days: yes, or no with the reason."
    }

    private var asking: HTML {
        """
        <section class="card"><h2>Ask</h2>\(HTML.form(path, """
            \(Field("words", "What, and what for", problems).paper(form.words))
            <div class="cols">\(Field("cost", "What it costs, if you know", problems).line(form.cost))
            \(Field("wanted", "When it is, if there is a day", problems).line(form.wanted, .date))</div>
            <button class="btn">Ask</button>
            """))</section>
        """
    }

    private func item(_ ask: LearningAsk) -> HTML {
        """
        <li class="row"><div class="grow"><b class="keep">\(ask.words)</b><div class="small muted">asked \
        \(Day(ask.askedAt).full)\(text: ask.cost.isEmpty ? nil : " · \(ask.cost)")\
        \(text: ask.wantedOn.map { " · \($0.full)" })</div>
        <div class="small">\(ask.state(at: now))\(text: ask.answer.flatMap { $0.words.isEmpty ? nil : ": \($0.words)" })</div>
        \(look.mayAnswer && ask.answer == nil ? answer(ask) : nil)</div></li>
        """
    }

    private func answer(_ ask: LearningAsk) -> HTML {
        HTML.form(
            "\(path)/\(ask.id)",
            """
            \(Field("answer", "Your answer", of: "\(ask.id)", problems)
                .one(of: [Choice("yes", "Yes"), Choice("no", "No, because")], chosen: answering.answer))
            \(Field("why", "How, or why not", of: "\(ask.id)", problems).line(answering.why))
            <button class="btn sm">Answer<span class="aside">: \(ask.words.prefix(60))</span></button>
            """
        )
    }

    static var sample: LearningPage {
        func ask(_ words: String, _ answer: LearningAsk.Answered?) -> LearningAsk {
            LearningAsk(
                id: LearningAsk.ID(),
                placement: Placement.ID(),
                words: words,
                cost: "£120",
                wantedOn: Day(Date.sampled).advanced(by: 40),
                askedAt: Date.sampled - 5 * 86_400,
                answer: answer
            )
        }
        let nadia = Worry.Named(id: Member.ID(), name: "Nadia Aziz")
        let no = LearningAsk.Answered(isYes: false, words: "Full; in May again", by: nadia, at: Date.sampled)
        return LearningPage(
            look: .init(
                placed: .sample,
                asks: [ask("Motivational interviewing, two days", nil), ask("Tenancy law", no)],
                mayAnswer: true
            ),
            now: Date.sampled
        )
    }
}

/// Something to learn, as it was typed.
struct LearningForm: Decodable, Sendable {
    var words: String?
    var cost: String?
    var wanted: String?

    init() {}

    func read() throws(Problems) -> Learnings.Asked {
        var problems = Problems()
        let words = problems.text(words, "words", "Say what you would like to learn", upTo: 500)
        let cost = problems.words(cost, "cost", upTo: 100)
        let typed = (wanted ?? "").asWritten
        let day = typed.isEmpty ? nil : Day(typed: typed)
        if day == nil && !typed.isEmpty { problems.add("wanted", "Enter a day there is, or leave it out") }
        guard let words, problems.list.isEmpty else { throw problems }
        return .init(words: words, cost: cost, wantedOn: day)
    }
}

/// Yes, or no with the reason, as it was typed.
struct LearningAnswerForm: Decodable, Sendable {
    var answer: String?
    var why: String?

    init() {}

    func read() throws(Problems) -> (isYes: Bool, words: String) {
        var problems = Problems()
        let answer = problems.unless(
            answer.flatMap { ["yes", "no"].contains($0) ? $0 : nil },
            "answer",
            "Choose yes or no"
        )
        let words = problems.words(why, "why", upTo: 500)
        if answer == "no" && words.isEmpty { problems.add("why", "Say why not: they read it") }
        guard let answer, problems.list.isEmpty else { throw problems }
        return (answer == "yes", words)
    }
}
