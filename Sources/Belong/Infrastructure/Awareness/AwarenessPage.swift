import Kernel
import Web

/// What everyone at a practice has heard of its link workers, and words to tell them with.
struct AwarenessPage: FormPage {
    let title: String
    let practice: Organisation.ID
    let ready: ReadyWords
    let all: [Awareness]
    var form: AwarenessForm
    var problems = Problems()

    init(_ here: AwarenessDoor.Here, today: Day) {
        title = "What everyone at \(here.name) hears"
        practice = here.practice
        ready = ReadyWords(practice: here.name, linkWorkers: here.linkWorkers)
        all = here.all
        form = AwarenessForm(day: today.description)
    }
}

/// What was typed of something that goes out.
struct AwarenessForm: Decodable, Sendable {
    var kind: String?
    var day: String? = ""
    var words: String? = ""

    func read(today: Day) throws(Problems) -> Awareness.Asked {
        var problems = Problems()
        let kind = problems.unless(
            kind.flatMap(Awareness.Kind.init(rawValue:)),
            "kind",
            "Choose how they hear it"
        )
        let began = day.flatMap { Day(typed: $0) }
        let day = problems.unless(began, "day", "Enter the day it began, for example 14 5 2026")
        if let day, day > today.advanced(by: 366) { problems.add("day", "Enter a day within a year") }
        let words = problems.text(words ?? "", "words", "Write what they hear", upTo: 2_000)
        guard let kind, let day, let words, problems.list.isEmpty else { throw problems }
        return Awareness.Asked(kind: kind, words: words, beganOn: day)
    }
}

extension AwarenessPage {
    var main: HTML {
        """
        <div class="reading"><h1>\(title)</h1>
        <p class="lead">So that nobody is surprised that there is somebody like this. It is kept apart from what each \
        person is told who is referred: a newsletter is not a conversation, and whoever refers still tells them.</p>
        \(all.isEmpty ? "<p>Nothing has been noted yet.</p>" : list)
        <section class="card"><h2>Something goes out</h2>\(problems.summary)
        \(HTML.form("/practices/\(practice)/awareness", fields))</section>
        <section class="card"><h2>Words you may use</h2><dl>\(each: Awareness.Kind.allCases, suggestion)</dl></section></div>
        """
    }

    private var list: HTML { "<ul class=\"plain card\">\(each: all, item)</ul>" }

    private func item(_ one: Awareness) -> HTML {
        let until = one.endedOn.map { " until \($0.full)" } ?? ""
        return """
            <li class="row"><div class="grow"><b>\(one.kind.name)</b>, from \(one.beganOn.full)\(until)
            <p class="keep">\(one.words)</p><div class="small muted">Noted by \(one.notedBy)</div></div>
            \(one.endedOn == nil ? end(one) : nil)</li>
            """
    }

    private func end(_ one: Awareness) -> HTML {
        HTML.form(
            "/practices/\(practice)/awareness/\(one.id)/end",
            "<button class=\"btn quiet sm\">It has ended<span class=\"aside\">: \(one.kind.name)</span></button>",
            classes: "inline"
        )
    }

    private var fields: HTML {
        """
        \(Field("kind", "How do they hear it?", problems)
            .one(of: Awareness.Kind.allCases.map { Choice($0.rawValue, $0.name) }, chosen: form.kind))
        \(Field("day", "From which day?", problems).line(form.day, .date))
        \(Field("words", "What they hear", hint: "Begin with the words below, and make them yours.", problems)
            .paper(form.words, rows: 4))
        <button class="btn">Note it</button>
        """
    }

    private func suggestion(_ kind: Awareness.Kind) -> HTML {
        "<dt><b>\(kind.name)</b></dt><dd class=\"keep\">\(ready.words(for: kind))</dd>"
    }

    static var sample: AwarenessPage {
        let day = Day(number: 20_557)
        return AwarenessPage(
            AwarenessDoor.Here(
                practice: Organisation.ID(),
                name: "Elm Street Surgery",
                linkWorkers: ["Amara Okafor", "Sam Reed"],
                all: [
                    Awareness(
                        id: Awareness.ID(),
                        kind: .newsletter,
                        words: "Amara Okafor has time to listen. Ask at the desk.",
                        beganOn: day,
                        endedOn: nil,
                        notedBy: "Mina Shah"
                    )
                ]
            ),
            today: day
        )
    }
}
