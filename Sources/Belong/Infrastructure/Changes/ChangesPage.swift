import Foundation
import Kernel
import Web

/// The changes somebody is told of: what is to come, what is so since, what was taken back.
struct ChangesPage: Page {
    let looks: [ChangeNotices.Look]
    let mayWrite: Bool
    let now: Date

    let title = "Changes"
    let place: String? = "/changes"

    var main: HTML {
        """
        <div class="reading"><h1>\(title)</h1>
        <p class="lead">How social prescribing is run is changed after asking: a link worker, a group and a patient are \
        heard a week before it begins, and hear what changed because of what they said.</p>
        \(mayWrite ? "<p><a class=\"btn\" href=\"/changes/new\">Write a change down</a></p>" as HTML : nil)
        <section class="card"><h2>To come</h2>\(list(coming))</section>
        <section class="card"><h2>So by now</h2>\(list(looks.filter(isOver)))</section></div>
        """
    }

    /// The next first.
    private var coming: [ChangeNotices.Look] { looks.filter { !isOver($0) }.reversed() }

    private func isOver(_ look: ChangeNotices.Look) -> Bool {
        switch look.notice.standing(on: Day(now)) {
        case .waiting, .held: false
        case .begun, .withdrawn: true
        }
    }

    private func list(_ some: [ChangeNotices.Look]) -> HTML {
        some.isEmpty ? "<p class=\"muted\">Nothing.</p>" : "<ul class=\"plain\">\(each: some, item)</ul>"
    }

    private func item(_ look: ChangeNotices.Look) -> HTML {
        let notice = look.notice
        let hasSaid = notice.voices.contains { $0.by == look.me && $0.isOwn }
        let asked = look.voice != nil && !hasSaid && !isOver(look)
        return """
            <li class="row"><div class="grow"><a href="/changes/\(notice.id)">\(notice.words.cut(toCharacters: 120))</a>
            <div class="small muted">\(notice.kind.name) · \(notice.placeName) · \(notice.state(on: Day(now)))</div>
            \(notice.answer.map { "<div class=\"small\">What changed: \($0.said.words.cut(toCharacters: 160))</div>" as HTML })</div>
            \(asked ? "<span class=\"tag sun\">You are asked</span>" as HTML : nil)</li>
            """
    }

    static var sample: ChangesPage {
        ChangesPage(looks: [ChangePage.sample.look], mayWrite: true, now: Date.sampled)
    }
}

/// Writing a change down.
struct ChangeFormPage: FormPage {
    let places: [(place: Reach.Place, name: String)]
    var form: ChangeForm
    var problems = Problems()

    let title = "Write a change down"
    let place: String? = "/changes"

    var main: HTML {
        """
        <div class="reading"><p class="crumbs"><a href="/changes">Changes</a></p><h1>\(title)</h1>
        <p class="lead">Every link worker it concerns is asked, and the groups that people from here go to. A patient’s \
        voice you or a link worker write down. Who is heard a week before it begins is heard in time: two weeks from \
        today leave a week for that.</p>
        \(problems.summary)
        \(HTML.form("/changes", """
            \(Field("kind", "What it is about", problems)
                .list([Choice("", "Choose")] + ChangeNotice.Kind.allCases.map { Choice($0.rawValue, $0.name) }, chosen: form.kind))
            \(Field("words", "What will be different, and why", problems).paper(form.words, rows: 5))
            <div class="cols">\(Field("place", "Where", problems)
                .list(places.map { Choice($0.place.typed, $0.name) }, chosen: form.place))
            \(Field("startsOn", "From which day", problems).line(form.startsOn, .date))</div>
            \(Field("size", "Does it matter to how people work?", problems).one(of: Self.sizes, chosen: form.size))
            \(Field("why", "If it does not: why does nobody need to be asked?", hint: "A link worker who sees it otherwise can say so. Then it is held.", problems).line(form.why))
            <button class="btn">Send it to those concerned</button>
            """))</div>
        """
    }

    private static let sizes = [
        Choice("matters", "It matters: people are asked, and it waits"),
        Choice("small", "It is small: a spelling, a name, a telephone number"),
    ]

    static var sample: ChangeFormPage {
        let place = Reach.Place(network: Organisation.ID())
        return ChangeFormPage(
            places: [(place, "Riverside Network")],
            form: ChangeForm(kind: "slots", on: Day(Date.sampled))
        )
    }
}
