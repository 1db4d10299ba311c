import Foundation
import Kernel
import Web

/// What one raised, and what is one's to put right.
struct IssuesPage: Page {
    let title = "Issues"
    let place: String? = "/placements"
    let issues: [Issue]
    let me: Member.ID
    let now: Date

    var main: HTML {
        """
        <div class="reading"><h1>\(title)</h1>
        <p class="lead">What is not right with how things are arranged. Whose it is to put right is named; only whoever \
        raised it closes it.</p>
        <p><a class="btn" href="/issues/new">Something is not right</a></p>
        <section class="card"><h2>Yours to put right</h2>\(list(issues.filter { $0.isOpen && $0.whose.id == me }))</section>
        <section class="card"><h2>Raised by you</h2>\(list(issues.filter { $0.isOpen && $0.raisedBy.id == me }))</section>
        <section class="card"><h2>Earlier</h2>\(list(issues.filter(isEarlier)))</section></div>
        """
    }

    private func isEarlier(_ issue: Issue) -> Bool {
        !issue.isOpen || (issue.whose.id != me && issue.raisedBy.id != me)
    }

    private func list(_ some: [Issue]) -> HTML {
        some.isEmpty ? "<p class=\"muted\">Nothing.</p>" : "<ul class=\"plain\">\(each: some, item)</ul>"
    }

    private func item(_ issue: Issue) -> HTML {
        """
        <li class="row"><div class="grow"><span class="tag">\(issue.kind.name)</span> <a href="/issues/\(issue.id)">\
        \(issue.words.prefix(80))</a><div class="small muted">\(issue.practiceName) · raised \
        \(Day(issue.raisedAt).nearness(to: Day(now))) · \(issue.state(at: now))</div></div></li>
        """
    }

    static var sample: IssuesPage {
        let issue = Issue.sample
        return IssuesPage(issues: [issue], me: issue.firstOwner.id, now: issue.raisedAt + 86_400)
    }
}

/// Raising something.
struct IssueFormPage: FormPage {
    let title = "Something is not right"
    let place: String? = "/placements"
    let places: [Issues.Place]
    var form = IssueForm()
    var problems = Problems()

    var main: HTML {
        """
        <div class="reading"><h1>\(title)</h1>
        <p class="lead">Say what is in the way, not who is at fault. Nothing you write here stands on anybody’s record, \
        a link worker’s least of all. It is read by you and by whoever is to put it right.</p>
        \(problems.summary)
        \(choices.isEmpty ? nobody : HTML.form("/issues", fields))</div>
        """
    }

    private var choices: [Choice] {
        places.flatMap { place in
            place.fixers.map { fixer in
                Choice(
                    "\(place.id).\(fixer.id)",
                    places.count > 1 ? "\(fixer.titled), for \(place.name)" : fixer.titled
                )
            }
        }
    }

    private var nobody: HTML {
        "<p>Nobody who could put it right has an account at your practice yet. Tell your network.</p>"
    }

    private var fields: HTML {
        """
        \(Field("kind", "What kind of thing is it?", problems)
            .one(of: Issue.Kind.allCases.map { Choice($0.rawValue, $0.hint) }, chosen: form.kind))
        \(Field("words", "What is not right?", hint: "No names of people you support.", problems).paper(form.words))
        \(Field("whose", "Whose is it to put right?", problems).list([Choice("", "Choose")] + choices, chosen: form.whose))
        <button class="btn">Raise it</button>
        """
    }

    static var sample: IssueFormPage {
        let peter = Concerned(id: Member.ID(), name: "Peter Hale", role: .practiceManager)
        return IssueFormPage(places: [
            .init(id: Organisation.ID(), name: "Elm Street Surgery", fixers: [peter])
        ])
    }
}

/// What was raised, as it was typed.
struct IssueForm: Decodable, Sendable {
    var kind: String?
    var words: String?
    /// `practice.member`
    var whose: String?

    init() {}

    func read() throws(Problems) -> Issues.Asked {
        var problems = Problems()
        let kind = problems.unless(
            kind.flatMap(Issue.Kind.init(rawValue:)),
            "kind",
            "Choose what kind of thing it is"
        )
        let words = problems.text(words, "words", "Say in a line or two what is not right")
        let keys = (whose ?? "").split(separator: ".").map(String.init)
        let practice = keys.first.flatMap { Organisation.ID($0) }
        let owner = problems.unless(
            keys.count == 2 && practice != nil ? Member.ID(keys[1]) : nil,
            "whose",
            "Choose whose it is to put right"
        )
        guard let kind, let words, let practice, let owner, problems.list.isEmpty else { throw problems }
        return .init(practice: practice, kind: kind, words: words, whose: owner)
    }
}

extension Issue {
    static var sample: Issue {
        let (sam, peter) = (
            Worry.Named(id: Member.ID(), name: "Sam Reed"), Worry.Named(id: Member.ID(), name: "Peter Hale")
        )
        let raised = London.instant(Day(number: 20_550), hour: 10)
        return Issue(
            id: Issue.ID(),
            practice: Organisation.ID(),
            practiceName: "Elm Street Surgery",
            kind: .it,
            words: "No sign-in to the records at the branch",
            raisedBy: sam,
            raisedAt: raised,
            firstOwner: peter,
            turns: [.init(act: .acknowledged, words: "", to: nil, by: peter, at: raised + 3_600)]
        )
    }
}
