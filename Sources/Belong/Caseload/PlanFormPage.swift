import Foundation
import Kernel
import Web

/// The plan to be written or revised together: goals in the person's words, and
/// who does what.
struct PlanFormPage: Page {
    let title = "The plan"
    let place: String? = "/people"
    let name: String
    let id: Case.ID
    var worry: String? { "/cases/\(id)/worry" }
    let drafting: Drafting
    var form: PlanForm
    var problems = Problems()
}

extension PlanFormPage {
    var main: HTML {
        """
        <p class="small muted"><a href="/people">People</a> › <a href="/cases/\(id)">\(name)</a></p>
        <h1>\(title)</h1>
        <p class="lead">Goals in their own words. What is left empty is left out.</p>
        \(drafting.notice)
        \(problems.summary)
        \(drafting.form("/cases/\(id)/plan", fields))
        """
    }

    private var fields: HTML {
        """
        \(hidden("from", form.from))\(hidden("contact", form.contact))
        \(each: form.typed, { goal($0.key, $0.goal) })
        <section class="card">\(Field("words", "What changed, and why, if you like", problems).line(form.words))</section>
        <p class="row"><button class="btn">Keep this plan</button>
        <button class="btn quiet" name="addRoom" value="yes" formnovalidate>More room</button>
        \(drafting.keepButton)</p>
        """
    }

    private func hidden(_ name: String, _ value: String?) -> HTML? {
        value.map { "<input type=\"hidden\" name=\"\(name)\" value=\"\($0)\">" }
    }

    private func goal(_ key: String, _ goal: PlanForm.GoalTyped) -> HTML {
        """
        <fieldset class="card"><legend>\(goal.words.isEmpty ? "Another goal" : goal.words)</legend>
        \(box("goals[\(key)][words]", "goals-\(key)", "Goal", goal.words))
        \(each: goal.typed, { step("goals[\(key)][steps][\($0.key)]", "\(key)-\($0.key)", $0.step) })
        </fieldset>
        """
    }

    private func step(_ name: String, _ key: String, _ step: PlanForm.StepTyped) -> HTML {
        """
        <fieldset class="step"><legend>\(step.words.isEmpty ? "Another step" : step.words)</legend>
        <div class="row">\(box("\(name)[words]", "steps-\(key)", "Step", step.words))
        \(box("\(name)[who]", "who-\(key)", "Who", step.who))
        \(standing("\(name)[standing]", key, step.standing))
        \(box("\(name)[note]", "note-\(key)", "Note", step.note))</div></fieldset>
        """
    }

    private func box(_ name: String, _ id: String, _ label: String, _ typed: String) -> HTML {
        "<div class=\"grow\">\(Field(id, label, as: name, problems).line(typed))</div>"
    }

    private func standing(_ name: String, _ key: String, _ chosen: String) -> HTML {
        Field("standing-\(key)", "Where it stands", as: name, problems)
            .list(Step.Standing.allCases.map { Choice($0.rawValue, $0.name) }, chosen: chosen)
    }

    static var sample: PlanFormPage {
        let id = Case.ID()
        return PlanFormPage(
            name: "Alan B.",
            id: id,
            drafting: .again(nil, .plan, about: id, on: "/cases/\(id)/plan"),
            form: PlanForm(.sample, at: nil).withRoom()
        )
    }
}

extension Plan {
    /// A believable one, for the pages' samples.
    static var sample: Plan {
        Plan(
            id: Plan.ID(),
            goals: [
                Goal(
                    words: "Out of the flat twice a week",
                    steps: [
                        Step(
                            words: "Men's Shed, Tuesdays",
                            who: "Alan, first visit with Amara",
                            standing: .going,
                            note: "3 sessions"
                        ),
                        Step(words: "Bus pass", who: "Amara", standing: .done, note: "3 March"),
                    ]
                ),
                Goal(
                    words: "Sort the heating bill",
                    steps: [
                        Step(words: "Ring Harbour Advice", who: "Amara", standing: .waiting, note: "")
                    ]
                ),
            ],
            words: "",
            contact: nil,
            revisedBy: "Amara Okafor",
            revisedAt: .now
        )
    }
}
