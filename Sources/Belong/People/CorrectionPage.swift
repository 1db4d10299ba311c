import Foundation
import Kernel
import Store
import Web

/// Putting right who somebody is and how they are reached. If a colleague was
/// first, what they wrote stands beside what was typed.
struct CorrectionPage: Page {
    let title: String
    let place: String? = "/people"
    let id: Person.ID
    var worry: String? { "/people/\(id)/worries/new" }
    let known: Known
    var form: CorrectionForm
    var problems = Problems()

    init(_ id: Person.ID, _ known: Known) {
        (self.id, self.known) = (id, known)
        title = "Put right who \(known.particulars.givenName) is"
        form = CorrectionForm(known)
    }

    /// The form as it was typed. Once the reader has been shown what a colleague
    /// wrote, sending it again means it.
    func again(_ form: CorrectionForm, _ problems: Problems) -> CorrectionPage {
        var page = self
        (page.form, page.problems) = (form, problems)
        if page.isOvertaken { page.form.from = known.versions.who }
        return page
    }

    private var isOvertaken: Bool {
        problems.list.contains { $0.field == "now" }
    }
}

extension People {
    /// - Parameter referral: what was said there stands in the form, to be confirmed.
    func correction(
        of id: Person.ID,
        from referral: Referral.ID? = nil,
        at now: Date = .now
    ) async throws -> CorrectionPage {
        try await open(id, at: now) { view in
            try findToChange(id, in: view, at: now)
            var page = try CorrectionPage(id, view.known(of: id))
            let said = try view.saidOtherwise(of: id).first { $0.referral == referral }
            if let said { page.form.take(said) }
            return page
        }
    }
}

extension CorrectionPage {
    var main: HTML {
        """
        <p class="small muted"><a href="/people">People</a> › <a href="/people/\(id)">\(known.particulars.listed)</a></p>
        <h1>\(title)</h1>
        <p class="lead">What is kept now stays readable, with your reason beside it.</p>
        \(problems.summary)
        \(isOvertaken ? now : nil)
        \(HTML.form("/people/\(id)/correction", fields))
        """
    }

    private var now: HTML {
        """
        <section class="card" id="f-now"><h2>As it is kept now</h2>\(known.facts)</section>
        """
    }

    private var fields: HTML {
        """
        <input type="hidden" name="from" value="\(text: form.from)">
        <input type="hidden" name="said" value="\(text: form.said)">
        <section class="card"><h2>Who are they?</h2>\(form.whoFields(problems))
        <p class="hint">Known under another record? <a href="/people/\(id)/merging">Look for it and bring the two \
        together</a>.</p></section>
        <section class="card"><h2>How can they be reached safely?</h2>
        <p class="hint">None ticked: nothing is sent to them, and what is still on its way is stopped.</p>
        \(form.reachingFields(problems))</section>
        \(Field("reason", "Why is this being put right?", hint: "She married. He has a new number.", problems)
            .line(form.reason))
        <div class="acts"><button class="btn">Put right</button>
        <a class="btn quiet" href="/people/\(id)">Leave it as it is</a></div>
        """
    }

    static var sample: CorrectionPage {
        let page = CorrectionPage(Person.ID(), .sample)
        var problems = Problems()
        problems.add("now", Correction.meanwhile)
        problems.add("reason", "Say why it is being put right")
        return page.again(page.form, problems)
    }
}
