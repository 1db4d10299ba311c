import Foundation
import Kernel
import Web

extension PersonPage {
    var main: HTML {
        """
        <p class="small muted"><a href="/people">People</a> › \(known.particulars.listed)</p>
        <h1>\(title)</h1>
        <p class="lead">\(lead)</p>
        \(problems.summary)
        \(unsent.isEmpty ? nil : stopped)
        \(each: said, otherwise)
        <div class="two"><div>\(who)\(needs)\(visit)\(news)</div><div>\(caseCard)\(records)</div></div>
        """
    }

    private var stopped: HTML {
        """
        <div class="notice clay"><p>These words did not reach \(known.particulars.givenName). Say them when you meet, \
        or send them again once a safe way is known.</p><ul>\(each: unsent, { "<li>\($0)</li>" })</ul></div>
        """
    }

    private func otherwise(_ open: SaidOtherwise.Open) -> HTML {
        """
        <section class="notice"><h2>Said otherwise</h2><p>\(open.source). Nothing has changed: ask \
        \(known.particulars.givenName) first.</p><ul>\(each: open.said.lines, { "<li>\($0)</li>" })</ul>
        <div class="acts">\(open.said.channels.isEmpty && open.said.number == nil ? needed(open) : right(open))
        \(HTML.button("Keep what stands", "/people/\(id)/said/\(open.referral)", classes: "btn quiet sm"))</div></section>
        """
    }

    private func right(_ open: SaidOtherwise.Open) -> HTML {
        """
        <a class="btn sm" href="/people/\(id)/correction?said=\(open.referral)">They say it is so</a>
        """
    }

    /// A need alone is no correction: it is added as it was said.
    private func needed(_ open: SaidOtherwise.Open) -> HTML {
        .form("/referrals/\(open.referral)/said", SaidAnswer.isSo.button, classes: "inline")
    }

    private var who: HTML {
        """
        <section class="card"><h2>Who they are and how they are reached \
        <a href="/people/\(id)/correction">Put right</a></h2>\(known.facts)</section>
        """
    }

    private var needs: HTML {
        """
        <section class="card"><h2>To be understood and to get there</h2>
        \(known.needs.isEmpty ? "<p class=\"muted\">Nothing is known yet.</p>" : needList)
        <details\(folded("need", "needWords"))><summary>Add what they need</summary>
        \(HTML.form("/people/\(id)/access-needs", needFields))</details></section>
        """
    }

    private var needList: HTML {
        "<ul class=\"plain\">\(each: known.needs, item)</ul>"
    }

    private func item(_ need: Known.Need) -> HTML {
        """
        <li class="row"><div class="grow">\(need.need.flag)</div>
        \(HTML.button("No longer", "/people/\(id)/access-needs/\(need.id)/end", classes: "btn quiet sm"))</li>
        """
    }

    private var needFields: HTML {
        """
        \(Field("need", "What do they need?", problems)
            .list(AccessNeed.Kind.allCases.map { Choice($0.rawValue, $0.name) }, chosen: need.need))
        \(Field("needWords", "Which language, or what exactly?", problems).line(need.needWords))
        <button class="btn">Add</button>
        """
    }

    private var visit: HTML {
        """
        <section class="card"><h2>Before a visit</h2><p>\(known.risk.sentence)</p>
        <details\(folded("risk", "riskWords", "riskReason"))><summary>Put this right</summary>
        \(HTML.form("/people/\(id)/visit-risk", riskFields))</details></section>
        """
    }

    private var riskFields: HTML {
        """
        <input type="hidden" name="from" value="\(text: risk.from)">
        \(Field("risk", "Anything that makes a visit unsafe?", problems)
            .one(of: [Choice("nothing", "Nothing known"), Choice("known", "Yes")], chosen: risk.risk))
        \(Field("riskWords", "What should a visitor know?", problems).line(risk.riskWords ?? known.risk?.words))
        \(Field("riskReason", "How is this known?", problems).line(risk.riskReason))
        <button class="btn">Keep</button>
        """
    }

    private var news: HTML {
        """
        <section class="card"><h2>May whoever referred them hear how it goes?</h2><p>\(known.agreement.words)</p>
        <details\(folded("agreed"))><summary>Write down what they say now</summary>
        \(HTML.form("/people/\(id)/agreement", hearingFields))</details></section>
        """
    }

    private var hearingFields: HTML {
        """
        <input type="hidden" name="from" value="\(text: hearing.from)">
        \(Field("agreed", "What did they say?", problems)
            .one(of: [Choice("yes", "Yes, they may hear"), Choice("no", "No, nothing more")], chosen: hearing.agreed))
        <button class="btn">Keep</button>
        """
    }

    private var caseCard: HTML {
        """
        <section class="card"><h2>With whom</h2><ul class="plain">\(each: cases, line)</ul></section>
        """
    }

    private func line(_ line: Line) -> HTML {
        line.isMine
            ? "<li class=\"row\"><a href=\"/cases/\(line.id)\">\(line.words)</a></li>"
            : "<li class=\"row\">\(line.words)</li>"
    }

    private var records: HTML {
        """
        <section class="card"><h2>How it came to be known</h2><ul class="plain">
        <li class="row"><a href="/people/\(id)/versions">What was kept before, and who put it right</a></li>
        <li class="row"><a href="/people/\(id)/log">Who looked at what is kept</a></li>
        \(each: mergings, merging)
        <li class="row"><a href="/people/\(id)/merging">This may be somebody already known</a></li>
        <li class="row"><a href="/people/\(id)/moving">They have moved to another practice</a></li>
        </ul></section>
        """
    }

    private func merging(_ merging: Merging) -> HTML {
        """
        <li class="row"><a href="/mergings/\(merging.id)">\(merging.said)</a></li>
        """
    }

    /// Open where something must be put right.
    private func folded(_ fields: String...) -> HTML? {
        problems.list.contains { fields.contains($0.field) } ? " open" : nil
    }

    static var sample: PersonPage {
        PersonPage(
            id: Person.ID(),
            title: "Jean Moss",
            lead: "73 · Elm Street Surgery",
            known: .sample,
            cases: [
                Line(
                    id: Case.ID(),
                    words: "With Amara Okafor at Elm Street Surgery, from 3 March 2026",
                    isMine: true
                )
            ],
            unsent: ["A link worker at Elm Street Surgery, 3 March"],
            mergings: [.sample],
            risk: RiskForm(),
            hearing: HearingForm()
        )
    }
}
