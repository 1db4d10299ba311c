import Kernel
import Web

/// Word for word what would go, to be read out or read; and how they said yes.
struct WordingPage: Page {
    let caseID: Case.ID
    var worry: String? { "/cases/\(caseID)/worry" }
    let givenName: String
    let group: String
    let wording: Wording
    let form: IntroductionForm
    let canBeWrittenTo: Bool
    var problems = Problems()

    var title: String { "Read this to \(givenName)" }
    var place: String? { "/people" }
}

extension WordingPage {
    init(
        _ begun: Introducing.Beginning,
        _ wording: Wording,
        _ form: IntroductionForm,
        _ problems: Problems = Problems()
    ) {
        self.init(
            caseID: begun.caseID,
            givenName: begun.tellable.givenName,
            group: begun.activity.name,
            wording: wording,
            form: form,
            canBeWrittenTo: begun.canBeWrittenTo,
            problems: problems
        )
    }

    var main: HTML {
        """
        <h1>\(title)</h1>
        <p class="lead">You can read this out. It is word for word what \(group) would hear, and nothing else goes.</p>
        \(problems.summary)
        <section class="card"><blockquote class="keep quote">\(wording.text)</blockquote>
        <p>“Is it all right if they hear this? It is fine to say no, and you can take it back later.”</p></section>
        \(HTML.form("/cases/\(caseID)/introductions", fields))
        """
    }

    private var fields: HTML {
        """
        \(hidden)
        \(Field("agreed", "How did they say yes?", problems)
            .one(of: Introduction.Agreeing.allCases.map { Choice($0.rawValue, $0.name) }, chosen: form.agreed))
        \(Field("way", "How does it reach the group?", hint: canBeWrittenTo ? nil : "They have no e-mail address or mobile number.", problems)
            .one(of: ways.map { Choice($0.rawValue, $0.name) }, chosen: form.way ?? ways.first?.rawValue))
        <button class="btn">They said yes: introduce them</button>
        <button class="btn quiet" formaction="/cases/\(caseID)/introductions/objection" formnovalidate>They said no</button>
        <a class="btn quiet" href="/cases/\(caseID)/introductions/new?\(again)">Change it</a>
        """
    }

    /// What was ticked and typed, where it is kept.
    private var again: String {
        form.draftID.map { "draft=\($0)" } ?? "activity=\(form.activity)"
    }

    private var ways: [Introduction.Way] {
        canBeWrittenTo ? [.message, .phone, .paper] : [.phone, .paper]
    }

    private var hidden: HTML {
        """
        \(carry("activity", form.activity))\(each: form.part ?? [], { carry("part[]", $0) })\
        \(carry("hope", form.hope))\(carry("reach", form.reach))\(carry("companion", form.companion))\
        \(carry("safety", form.safety))\(carry("heard", wording.text))\(carry("draft", form.draft))
        """
    }

    private func carry(_ name: String, _ value: String?) -> HTML {
        "<input type=\"hidden\" name=\"\(text: name)\" value=\"\(text: value)\">"
    }

    static let sample = WordingPage(
        caseID: Case.ID(),
        givenName: "Jean",
        group: "Tuesday lunch",
        wording: Wording(
            activity: "Tuesday lunch",
            [.name: "Jean", .hope: "To eat with others again", .reach: "a text to 07700 900112"]
        ),
        form: IntroductionForm(activity: "", part: ["name", "hope", "reach"]),
        canBeWrittenTo: true
    )
}
