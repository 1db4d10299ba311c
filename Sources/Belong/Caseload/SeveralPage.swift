import Foundation
import Kernel
import Web

/// Choosing several of one's people for one kind act.
struct SeveralPage: FormPage {
    let title = "Several at once"
    let place: String? = "/people"
    let caseload: Caseload
    let colleagues: [Worry.Named]
    var form = SeveralForm()
    var problems = Problems()
}

extension SeveralPage {
    var main: HTML {
        """
        <p class="small muted"><a href="/people">People</a></p>
        <div class="reading"><h1>\(title)</h1>
        <p class="lead">For what is the same for each of them. Words to people are written one by one.</p>
        \(problems.summary)
        \(caseload.groups.isEmpty ? "<p>Nobody to choose from just now.</p>" : HTML.form("/people/several", fields))</div>
        """
    }

    private var fields: HTML {
        """
        \(caseload.filter.isSet ? "<p class=\"notice\">You see what your filter shows, not everyone.</p>" as HTML : nil)
        <section class="card">\(who)</section>
        <section class="card">\(Field("act", "What is it?", problems).one(of: acts, chosen: form.act))
        \(Field("words", "Why", hint: "It stands in the story of each of them.", problems).line(form.words))
        \(colleagues.isEmpty ? nil : offering)
        <button class="btn">Do it for all of them</button></section>
        """
    }

    private var who: HTML {
        Field("cases", "Who", problems)
            .any(
                of: caseload.groups.flatMap(\.lines).map { line in
                    Choice("\(line.id)", "\(line.name), \(line.standing.name.lowercased())")
                },
                chosen: form.cases ?? []
            )
    }

    private var acts: [Choice] {
        let hold = Choice("hold", "Stay in touch, nothing needs doing (holding)")
        return colleagues.isEmpty ? [hold] : [hold, Choice("offer", "Offer them to a colleague")]
    }

    private var offering: HTML {
        """
        \(Field("to", "To whom, if you offer them", problems)
            .list([Choice("", "Nobody")] + colleagues.map { Choice("\($0.id)", $0.name) }, chosen: form.to ?? ""))
        \(HandOverForm.untilField(form.until, problems))
        """
    }

    static var sample: SeveralPage {
        let line = CaseLine(
            id: Case.ID(),
            name: "Jean Moss",
            practice: "Elm Street Surgery",
            coveredFor: nil,
            openedAt: .now,
            lastContact: nil,
            reachedAt: .now,
            standing: .going
        )
        return SeveralPage(
            caseload: Caseload(
                groups: [.init(standing: .going, count: 1, lines: [line])],
                filter: CaseloadFilter(),
                people: 1
            ),
            colleagues: [Worry.Named(id: Member.ID(), name: "Sam Reed")]
        )
    }
}
