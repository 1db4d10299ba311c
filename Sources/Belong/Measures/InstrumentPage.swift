import Kernel
import Web

/// An instrument under licence as an administrator keeps it: whose licence, until when,
/// and the words it allows.
struct InstrumentPage: FormPage {
    let place: String? = "/measures"
    let instrument: Instrument?
    let areas: [Organisation]
    let today: Day
    var form = InstrumentForm()
    var problems = Problems()

    var title: String { instrument?.name ?? "An instrument under licence" }

    var main: HTML {
        """
        <p class="small muted"><a href="/measures">Measures</a> › \(instrument == nil ? "A new one" : title)</p>
        <div class="reading"><h1>\(title)</h1>
        <p class="lead">Its words belong to its owner and are not part of Belong. Without a licence it cannot be asked, \
        and when the licence ends it is not asked any more.</p>
        \(problems.summary)\(instrument.map(kept) ?? naming)</div>
        """
    }

    private var naming: HTML {
        let fields: HTML = """
            \(Field("name", "What it is called", hint: "SWEMWBS, MYCaW, PAM, EQ-5D-5L…", problems).line(form.name))
            \(areas.count > 1 ? Field("area", "For whom").list(areas.map { Choice("\($0.id)", $0.name) }, chosen: form.area) : nil)
            <button class="btn">Go on to its licence</button>
            """
        return """
            <section class="card">\(HTML.form("/instruments", fields))</section>
            <section class="card"><h2>Whose they are</h2><ul>
            <li>SWEMWBS and WEMWBS: the universities of Warwick and Edinburgh and Public Health Scotland.</li>
            <li>MYCaW: Meaningful Measures.</li><li>PAM: its proprietor, with scoring of its own.</li>
            <li>EQ-5D-5L: the EuroQol Group.</li></ul></section>
            """
    }

    private func kept(_ instrument: Instrument) -> HTML {
        """
        \(standing(instrument))\(licence(instrument))\(instrument.licence == nil ? nil : text(instrument))
        """
    }

    private func standing(_ instrument: Instrument) -> HTML {
        if let refusal = instrument.refusal(on: today) {
            return "<div class=\"notice\" role=\"status\"><p>\(refusal.sentence)</p></div>"
        }
        let until = instrument.licence?.until.full ?? ""
        return "<div class=\"notice leaf\" role=\"status\"><p>It can be asked until \(until).</p></div>"
    }

    private func licence(_ instrument: Instrument) -> HTML {
        let now = instrument.licence
        let fields: HTML = """
            \(Field("holder", "Who holds it", problems).line(form.holder ?? now?.holder))
            \(Field("number", "Its number", problems).line(form.number ?? now?.number))
            \(Field("until", "Its last day", problems).line(form.until ?? now?.until.description, .date))
            <button class="btn">Record the licence</button>
            """
        return """
            <section class="card"><h2>The licence</h2>\(HTML.form("/instruments/\(instrument.id)/licence", fields))</section>
            """
    }

    private func text(_ instrument: Instrument) -> HTML {
        let hint = """
            A question on a line, below it its answers, each beginning with its number: “3 Often”. An empty line between \
            two questions.
            """
        let fields: HTML = """
            <div data-file>\(Field("text", "From your file", hint: hint, problems).paper(form.text, rows: 10))</div>
            <button class="btn">Load these words</button>
            """
        return """
            <section class="card"><h2>Its words</h2>\(instrument.text.map(loaded))
            \(HTML.form("/instruments/\(instrument.id)/text", fields))</section>
            """
    }

    private func loaded(_ text: Instrument.Text) -> HTML {
        """
        <p>\(text.items.count.counted("question")), loaded on \(text.loadedOn.full). Answers keep the version they were \
        given to.</p><ol>\(each: text.items, { "<li>\($0.words)</li>" })</ol>
        """
    }

    static var sample: InstrumentPage {
        let instrument = Instrument(
            id: Instrument.ID(),
            area: Organisation.ID(),
            name: "An instrument of somebody’s",
            licence: .init(
                id: Key(),
                holder: "Riverside Network",
                number: "A-1044",
                until: Day(number: 20_800)
            ),
            text: .init(
                id: Key(),
                items: [
                    MeasureItem(
                        number: 1,
                        words: "How was your week?",
                        scale: .words([.init(value: 0, words: "Good"), .init(value: 1, words: "Bad")])
                    )
                ],
                loadedOn: Day(number: 20_500)
            )
        )
        return InstrumentPage(instrument: instrument, areas: [], today: Day(number: 20_557))
    }
}
