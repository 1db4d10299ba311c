import Kernel
import Web

/// A plan as a table: each goal with its steps, whose they are, where they stand.
struct PlanTable: Sendable {
    let goals: [Goal]
    /// *Alan's goal*, or *Goal* where no name may stand.
    let heading: String

    var html: HTML {
        """
        <table class="plan"><thead><tr><th scope="col">\(heading)</th><th scope="col">Step</th><th scope="col">Who</th>\
        <th scope="col">Where it stands</th></tr></thead><tbody>\(each: goals, rows)</tbody></table>
        """
    }

    private func rows(_ goal: Goal) -> HTML {
        goal.steps.isEmpty
            ? alone(goal) : "\(each: goal.steps.enumerated(), { row(goal, $0.offset, $0.element) })"
    }

    private func alone(_ goal: Goal) -> HTML {
        "<tr><th scope=\"row\">\(goal.words)</th><td colspan=\"3\" class=\"muted\">No steps yet</td></tr>"
    }

    private func row(_ goal: Goal, _ place: Int, _ step: Step) -> HTML {
        """
        <tr>\(place == 0 ? head(goal) : nil)<td>\(step.words)</td><td>\(step.who)</td>\
        <td><span class="tag \(step.standing.colour)">\(step.standing.name)</span> \(step.note)</td></tr>
        """
    }

    private func head(_ goal: Goal) -> HTML {
        "<th scope=\"rowgroup\" rowspan=\"\(goal.steps.count)\">\(goal.words)</th>"
    }
}
