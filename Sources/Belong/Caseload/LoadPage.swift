import Kernel
import Web

/// How many people one is there for, beside what was agreed: as a fact, by name.
struct LoadPage: FormPage {
    let title = "How many people"
    let place: String? = "/load"
    let loads: [Load]
    let me: Member.ID
    /// Whose numbers this member agrees: their own, and those they supervise.
    let agrees: [Worry.Named]
    /// Whether they are one of those who answer where there are more than agreed.
    let answers: Bool
    let today: Day
    var form = LoadForm()
    var answering = LoadAnswerForm()
    var problems = Problems()
}

/// A number as it was typed.
struct LoadForm: Decodable, Sendable {
    var who: String?
    var people = ""
    var words: String?

    func read() throws(Problems) -> (who: Member.ID, people: Int, words: String) {
        var problems = Problems()
        let who = problems.unless(who.flatMap { Member.ID($0) }, "who", "Say for whom")
        let typed = Int(people.asWritten).flatMap { (1...500).contains($0) ? $0 : nil }
        let people = problems.unless(typed, "people", "Enter how many people, from 1 to 500")
        let words = problems.words(words, "words", upTo: 500)
        guard let who, let people, problems.list.isEmpty else { throw problems }
        return (who, people, words)
    }
}

/// What a manager answers, as it was typed.
struct LoadAnswerForm: Decodable, Sendable {
    var load: String?
    var answer: String?
    var until: String?

    func read(today: Day) throws(Problems) -> (words: String, until: Day) {
        var problems = Problems()
        let words = problems.text(answer, "answer", "Say in words what will be done", upTo: 1_000)
        let until = problems.unless(
            until.flatMap { Day(typed: $0) },
            "until",
            "Enter the day by which it will be done"
        )
        if let until, until <= today { problems.add("until", "Choose a day to come") }
        if let until, until > today.advanced(by: LoadAnswer.longest) {
            problems.add("until", "An answer lasts three months at most. For longer, agree another number")
        }
        guard let words, let until, problems.list.isEmpty else { throw problems }
        return (words, until)
    }
}

extension LoadPage {
    var main: HTML {
        """
        <div class="reading"><h1>\(title)</h1>
        <p class="lead">How many people somebody can be there for is agreed between a link worker and whoever \
        supervises them. Where there are more, those who manage say what will be done, and by when. Nobody is \
        compared with anybody.</p>
        \(problems.summary)
        \(loads.isEmpty ? "<p>Nothing to show just now.</p>" : "\(each: loads, card)")
        \(agrees.isEmpty ? nil : saying)</div>
        """
    }

    private func card(_ load: Load) -> HTML {
        """
        <section class="card" id="w-\(load.linkWorker.id)"><h2>\(load.linkWorker.id == me ? "You" : load.linkWorker.name)\
        \(load.isOver ? " <span class=\"tag clay\">more than agreed</span>" as HTML : nil)</h2>
        <p><b>\(load.peopleWords)</b>\(text: load.holdingWords)</p>
        <p>\(load.agreedWords)</p>\(load.agreed.flatMap { own($0.words) })
        \(load.proposed.map(proposed))\(load.isOver ? over(load) : nil)\(load.earlier.isEmpty ? nil : earlier(load))</section>
        """
    }

    private func own(_ words: String) -> HTML? {
        words.isEmpty ? nil : "<p class=\"written\">“\(words)”</p>"
    }

    private func proposed(_ said: AgreedLoad) -> HTML {
        let isFromLinkWorker = said.saidBy.id == said.linkWorker
        let mayAgree =
            isFromLinkWorker
            ? me != said.linkWorker && agrees.contains { $0.id == said.linkWorker }
            : me == said.linkWorker
        return """
            <div class="notice"><p><b>\(said.people.counted("person", "people"))</b> from now on, says \(said.saidBy.name) \
            on \(Day(said.saidAt).spoken).</p>\(own(said.words))\
            \(mayAgree ? HTML.button("Yes, agreed", "/load/\(said.id)/yes") : "<p class=\"small\">It holds once the other of the two says yes.</p>")</div>
            """
    }

    private func over(_ load: Load) -> HTML {
        """
        \(load.answer(on: today).map { answered($0, stands: true) } ?? unanswered(load))
        \(each: load.answers.filter { $0.until < today }.prefix(3), { answered($0, stands: false) })
        """
    }

    private func answered(_ answer: LoadAnswer, stands: Bool) -> HTML {
        """
        <div class="notice\(stands ? " leaf" : "")"><p>“\(answer.words)”</p><p class="small">\(answer.by), \
        \(Day(answer.at).spoken): \(stands ? "by \(answer.until.spoken)" : "the day for it was \(answer.until.spoken)")</p></div>
        """
    }

    private func unanswered(_ load: Load) -> HTML {
        guard answers, load.linkWorker.id != me, let agreed = load.agreed else {
            return "<p>Those who manage have been asked what will be done, and by when.</p>"
        }
        let shown = answering.load == "\(agreed.id)" ? answering : LoadAnswerForm()
        return HTML.form(
            "/load/\(agreed.id)/answer",
            """
            <input type="hidden" name="load" value="\(agreed.id)">
            \(Field("answer", "What will be done", hint: "Fewer referrals, more hours, somebody to share with.",
                of: form(agreed), shown.load == nil ? Problems() : problems).paper(shown.answer))
            \(Field("until", "By when", of: form(agreed), shown.load == nil ? Problems() : problems).line(shown.until, .date))
            <button class="btn">Answer</button>
            """
        )
    }

    /// The form that came back has the plain names, to which its problems lead.
    private func form(_ agreed: AgreedLoad) -> String {
        answering.load == "\(agreed.id)" ? "f" : "f-\(agreed.id)"
    }

    private func earlier(_ load: Load) -> HTML {
        """
        <details><summary>What was agreed before</summary><ul class="plain small">\(each: load.earlier, {
            "<li>\($0.people.counted("person", "people")), \($0.since)</li>" })</ul></details>
        """
    }

    private var saying: HTML {
        """
        <section class="card"><h2>Agree a number</h2>
        <p class="hint">One of the two says it, the other says yes. What stood before is kept.</p>
        \(HTML.form("/load", """
            \(Field("who", "For whom", of: "n", problems).list(agrees.map { Choice("\($0.id)", $0.name) }, chosen: form.who))
            \(Field("people", "How many people at once", problems).line(form.people, .number))
            \(Field("words", "What that takes, in your words", hint: "For example: six need an interpreter.", problems)
                .paper(form.words, rows: 2))
            <button class="btn">Say so</button>
            """))</section>
        """
    }
}

extension AgreedLoad {
    /// *agreed by Amara Okafor and Ruth Adler on Tuesday 3 March*
    var since: String {
        agreed.map { "agreed by \(saidBy.name) and \($0.by) on \(Day($0.at).spoken)" } ?? ""
    }
}

extension Load {
    var peopleWords: String { "There for \(people.counted("person", "people"))" }
    var holdingWords: String? { holding == 0 ? nil : ", \(holding) of them held without pressure" }
    var agreedWords: String {
        agreed.map { "\($0.people) were \($0.since)." } ?? "No number has been agreed yet."
    }
}
