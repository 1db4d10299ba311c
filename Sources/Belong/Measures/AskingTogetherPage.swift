import Kernel
import Web

/// The questions to be read out, word for word, while the link worker ticks; to leave
/// them out is as large as to keep them.
struct AskingTogetherPage: FormPage {
    let id: Case.ID
    let measure: Measure
    let name: String
    let givenName: String
    let sheet: MeasureSheet
    var form = AnswersForm()
    var problems = Problems()

    let place: String? = "/people"
    var worry: String? { "/cases/\(id)/worry" }
    var title: String { sheet.name }

    var main: HTML {
        """
        <p class="small muted"><a href="/people">People</a> › <a href="/cases/\(id)">\(name)</a> › \
        <a href="/cases/\(id)/answers">How things are</a></p>
        <div class="reading"><h1>\(title)</h1>
        <p class="lead">What \(givenName) gains: \(measure.gain)</p>
        <p>Read the words as they stand. Say first that any of them can be left out, and that nobody is told.</p>
        \(problems.summary)\(HTML.form("/cases/\(id)/answers/\(measure.path)", fields))</div>
        """
    }

    private var fields: HTML {
        let ways = [MeasureAnswering.Way.together, .phone]
        return """
            \(Field("way", "How you ask", problems)
                .one(of: ways.map { Choice($0.rawValue, $0.name) }, chosen: form.way ?? MeasureAnswering.Way.together.rawValue))
            \(measure == .goals ? goals : MeasureFields(sheet: sheet, form: "f", typed: form, problems: problems).html)
            <button class="btn big">Keep what they said</button>
            \(each: Skip.allCases, { "<button class=\"btn big quiet\" name=\"skip\" value=\"\($0.rawValue)\">\($0.name)</button>" })
            """
    }

    /// One more than there are goals in the plan.
    private var rooms: Int {
        max(2, min(MeasureAsking.mostGoals, sheet.items.count + 1))
    }

    /// The goals of the plan, and room for others.
    private var goals: HTML {
        let scale = MeasureSheet.goals([""]).items[0]
        let fields = MeasureFields(sheet: sheet, form: "f", typed: form, problems: problems)
        return """
            \(each: 1...rooms, { number in
                let words = form.goals?["g\(number)"] ?? (number <= sheet.items.count ? sheet.items[number - 1].words : "")
                return """
                    <fieldset class="step"><legend>Goal \(number)</legend>
                    \(Field("g\(number)", "As they say it", as: "goals[g\(number)]", problems).line(words))
                    \(fields.question(number, "How near is it today?", scale))</fieldset>
                    """
            })
            """
    }

    static var sample: AskingTogetherPage {
        AskingTogetherPage(id: Case.ID(), measure: .ons4, name: "Alan B.", givenName: "Alan", sheet: .ons4)
    }
}
