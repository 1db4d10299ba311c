import Foundation
import Kernel
import Web

/// What somebody said of how things are, as their link worker reads it and looks at it
/// with them; and what they could be asked, by link, on the telephone or together.
struct AnswersPage: FormPage {
    let title = "How things are, as they say it"
    let id: Case.ID
    var list = Place("People", "/people")
    var place: String? { list.path }
    var worry: String? { mayChange ? "/cases/\(id)/worry" : nil }
    let name: String
    let givenName: String
    let histories: [AnswerHistory]
    let waiting: [Waiting]
    let choices: [Offered]
    /// The goals of the plan, to be asked about in the same words.
    let goals: [String]
    let mayChange: Bool
    let mayAsk: Bool
    var form = MeasureAskingForm()
    var problems = Problems()

    /// Asked by link and not answered, which is as good as answered.
    struct Waiting: Sendable {
        let asking: MeasureAsking.ID
        let words: String

        init(_ asking: MeasureAsking) {
            self.asking = asking.id
            words = "\(asking.sheet.name), asked on \(Day(asking.askedAt).full)"
        }
    }

    /// A measure that can be asked, or the sentence that says why it cannot.
    struct Offered: Sendable {
        let measure: Measure
        let name: String
        let refusal: String?

        static func all(_ instruments: [Instrument], on day: Day) -> [Offered] {
            Measure.builtIn.map { Offered(measure: $0, name: $0.name(nil), refusal: nil) }
                + instruments.map { instrument in
                    Offered(
                        measure: .licensed(instrument.id),
                        name: instrument.name,
                        refusal: instrument.refusal(on: day)?.sentence
                    )
                }
        }
    }
}

extension AnswersPage {
    var main: HTML {
        """
        <p class="small muted"><a href="\(list.path)">\(list.name)</a> › <a href="/cases/\(id)">\(name)</a></p>
        <h1>\(title)</h1>
        <p class="lead">Nobody has to be asked, and nobody has to answer. Answers are \(givenName)’s: ask when it helps \
        them, and look at what they said together.</p>
        \(problems.summary)<div class="two"><div>\(histories.isEmpty ? nothing : said)</div>\
        <div>\(mayAsk ? asking : nil)\(waiting.isEmpty ? nil : waitingCard)</div></div>
        """
    }

    private var nothing: HTML {
        "<section class=\"card\"><p>\(givenName) has not been asked anything like this, and need not be.</p></section>"
    }

    private var said: HTML {
        let path = "/cases/\(id)/answers"
        return """
            \(each: histories, { $0.html(removal: mayChange ? "\(path)/removal" : nil, looking: mayChange ? "\(path)/look" : nil) })
            """
    }

    private var waitingCard: HTML {
        """
        <section class="card"><h2>On their link</h2><ul class="plain">\(each: waiting, { waiting in
            """
            <li class="row"><div class="grow">\(waiting.words)</div>\(mayChange
                ? HTML.button("Ask no more", "/cases/\(id)/askings/\(waiting.asking)/end", classes: "btn quiet sm") : nil)</li>
            """
        })</ul><p class="small muted">No answer is an answer. Nobody is reminded.</p></section>
        """
    }

    private var open: [Offered] { choices.filter { $0.refusal == nil } }

    private var asking: HTML {
        """
        <section class="card"><h2>Ask together, or on the telephone</h2>
        <ul class="plain ways">\(each: open, {
            "<li><a href=\"/cases/\(id)/answers/\($0.measure.path)\">\($0.name)</a></li>"
        })</ul>\(each: choices.filter { $0.refusal != nil }, {
            "<p class=\"small muted\">\($0.name): \(text: $0.refusal)</p>"
        })</section>
        <section class="card"><h2>Ask by link</h2>\(HTML.form("/cases/\(id)/askings", fields))</section>
        """
    }

    private var fields: HTML {
        """
        \(Field("measure", "What to ask", problems)
            .one(of: open.map { Choice($0.measure.path, $0.name) }, chosen: form.measure))
        \(Field("goals", "For goals: each on a line, as they say it", problems)
            .paper(form.goals ?? goals.joined(separator: "\n"), rows: 3))
        <button class="btn">Send the link</button>
        <p class="small muted">It goes the way that is safe, in words that give nothing away.</p>
        """
    }

    static var sample: AnswersPage {
        AnswersPage(
            id: Case.ID(),
            name: "Alan B.",
            givenName: "Alan",
            histories: AnswerHistory.all(MeasureAnswering.samples),
            waiting: [],
            choices: Offered.all([], on: Day(number: 20_557)),
            goals: ["Go out twice a week"],
            mayChange: true,
            mayAsk: true
        )
    }
}

extension MeasureAnswering {
    /// Two sittings two months apart, one question left out.
    static var samples: [MeasureAnswering] {
        let before = Date(timeIntervalSince1970: 1_771_000_000)
        func sitting(_ at: Date, _ values: [Int?], _ lookedAt: Date?) -> MeasureAnswering {
            MeasureAnswering(
                id: MeasureAnswering.ID(),
                measure: .ons4,
                name: Measure.ons4.name(nil),
                items: MeasureSheet.ons4.items,
                way: .together,
                saidAt: at,
                said: values.enumerated().map { place, value in
                    Said(item: place + 1, mark: value.map(Mark.answer) ?? .skipped(.ratherNot))
                },
                lookedAt: lookedAt
            )
        }
        return [
            sitting(before, [4, 5, 3, nil], before),
            sitting(before.addingTimeInterval(60 * 86_400), [6, 6, 7, 4], nil),
        ]
    }
}
