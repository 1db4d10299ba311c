import Foundation
import Kernel
import Web

/// Mostly blank paper: what happened, in whatever words come. Structure is tagged
/// after (journeys 5.4).
struct ContactFormPage: Page {
    let title: String
    let place: String? = "/people"
    let id: Case.ID
    let name: String
    let action: String
    /// The case it is of.
    let back: String
    var worry: String? { "/cases/\(id)/worry" }
    let asksWhetherTheyKnew: Bool
    let isPuttingRight: Bool
    let drafting: Drafting
    var form: ContactForm
    var problems = Problems()
}

extension ContactFormPage {
    var main: HTML {
        """
        <p class="small muted"><a href="/people">People</a> › <a href="\(back)">\(name)</a></p>
        <h1>\(title)</h1>
        \(drafting.notice)
        \(problems.summary)
        \(drafting.form(action, fields))
        """
    }

    private var fields: HTML {
        """
        <section class="card">\(isPuttingRight ? because : nil)\(asksWhetherTheyKnew ? knew : nil)\(paper)</section>
        <section class="card"><h2>How it went</h2>\(happening)</section>
        <section class="card"><h2>If you did not reach them</h2>\(trying)</section>
        <p class="row"><button class="btn">Keep</button> \(drafting.keepButton)</p>
        """
    }

    private var because: HTML {
        Field(
            "because",
            "Why are you putting this right?",
            hint: "What was written first is kept beside it.",
            problems
        )
        .line(form.because)
    }

    private var knew: HTML {
        Field(
            "knewWhy",
            "Did they know why you rang?",
            hint: "Their answer helps the practice tell people better. “Not asked” is an answer.",
            problems
        )
        .one(of: Contact.KnewWhy.allCases.map { Choice($0.rawValue, $0.name) }, chosen: form.knewWhy)
    }

    private var paper: HTML {
        """
        \(Field("matters", "What matters, in their words", problems).paper(form.matters, rows: 5))
        \(Field("helps", "What helps", problems).paper(form.helps))
        \(Field("hinders", "What gets in the way", problems).paper(form.hinders))
        \(Field("more", "Anything else", problems).paper(form.more, rows: 5))
        """
    }

    private var happening: HTML {
        """
        \(Field("mode", "How were you in touch?", problems)
            .one(of: Contact.Mode.allCases.map { Choice($0.rawValue, $0.name) }, chosen: form.mode))
        \(Field("place", "Where, if you like", problems).line(form.place))
        <div class="row">\(Field("day", "Day", problems).line(form.day, .date))
        \(Field("time", "From", problems).line(form.time, .time))
        \(Field("minutes", "Minutes, if you like", problems).line(form.minutes, .number))</div>
        \(Field("wentAlong", "Going along is the work itself", problems)
            .any(of: [Choice("yes", "I went along with them")], chosen: form.wentAlong ?? []))
        \(Field("outcome", "Did you reach them?", problems).one(of: outcomes, chosen: form.outcome))
        """
    }

    private var outcomes: [Choice] {
        [Choice("reached", "Yes")]
            + Contact.Outcome.How.allCases.map { Choice($0.rawValue, $0.name) }
    }

    private var trying: HTML {
        """
        \(Field("tried", "What you tried", problems).line(form.tried))
        \(Field("next", "What next", problems).line(form.next))
        """
    }

    static var sample: ContactFormPage {
        let id = Case.ID()
        return ContactFormPage(
            title: "What happened",
            id: id,
            name: "Alan B.",
            action: "/cases/\(id)/contacts",
            back: "/cases/\(id)",
            asksWhetherTheyKnew: true,
            isPuttingRight: false,
            drafting: .again(nil, .contact, about: id, on: "/cases/\(id)/contacts/new"),
            form: ContactForm(at: .now)
        )
    }
}
