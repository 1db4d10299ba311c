import Kernel
import Web

/// Hours agreed for a week, and how this week goes beside them: as a fact about the week.
struct AgreedWeekPage: FormPage {
    let title = "Hours of a week"
    let place: String? = "/diary/hours"
    let week: Day
    let lines: [AgreedWeeks.Line]
    let me: Member.ID
    var form = AgreedWeekForm()
    var problems = Problems()
}

/// Hours as they were typed.
struct AgreedWeekForm: Decodable, Sendable {
    var who: String?
    var people = ""
    var community = ""
    var team = ""

    init() {}

    func read() throws(Problems) -> (who: Member.ID, hours: WeekHours.Agreed) {
        var problems = Problems()
        let who = problems.unless(who.flatMap { Member.ID($0) }, "who", "Say whose week it is")
        let read = [(people, "people"), (community, "community"), (team, "team")].map { typed, field in
            problems.unless(
                Double(typed.asWritten).flatMap { (0...60).contains($0) ? Int(($0 * 60).rounded()) : nil },
                field,
                "Enter hours a week, such as 6 or 1.5"
            )
        }
        guard let who, let people = read[0], let community = read[1], let team = read[2] else {
            throw problems
        }
        return (who, .init(people: people, community: community, team: team))
    }
}

extension AgreedWeekPage {
    var main: HTML {
        """
        <div class="reading"><h1>\(title)</h1>
        <p class="lead">The week of \(week.full). What was agreed, what is planned of it, and what was put over the \
        time kept for the community: a fact about the week, never about a person. A supervisor sees it too.</p>
        \(each: lines, { line in
            "<h2>\(line.who.id == me ? "Yours" : line.who.name)</h2>\(line.hours.card)" })
        \(lines.isEmpty ? "<p>No link worker is with you just now.</p>" : agreeing)</div>
        """
    }

    private var agreeing: HTML {
        """
        \(problems.summary)
        <section class="card"><h2>Agree a week</h2>
        <p class="hint">Either of you two writes down what you agreed. What stood before is kept.</p>
        \(HTML.form("/diary/hours", """
            \(Field("who", "Whose week", problems)
                .list(lines.map { Choice($0.who.id.description, $0.who.name) }, chosen: form.who))
            <div class="cols">\(Field("people", "Hours with people", problems).line(form.people))
            \(Field("community", "Hours for the community", problems).line(form.community))
            \(Field("team", "Hours for supervision, team and learning", problems).line(form.team))</div>
            <button class="btn">Keep what was agreed</button>
            """))</section>
        """
    }

    static var sample: AgreedWeekPage {
        let amara = Worry.Named(id: Member.ID(), name: "Amara Okafor")
        return AgreedWeekPage(
            week: Day(number: 20_556),
            lines: [.init(who: amara, hours: .sample)],
            me: Member.ID()
        )
    }
}
