import Foundation
import Kernel
import Web

/// What an administrator is asked from another network.
struct AskedMergingsPage: Page {
    let title = "One person in two networks?"
    let place: String? = "/post"
    let asked: [AskedMerging]

    var main: HTML {
        """
        <h1>\(title)</h1>
        <p class="lead">A link worker elsewhere thinks that somebody they work with is also known at a practice of yours.</p>
        \(asked.isEmpty ? "<p>Nobody has asked.</p>" : list)
        """
    }

    private var list: HTML { "<ul class=\"plain card\">\(each: asked, item)</ul>" }

    private func item(_ asked: AskedMerging) -> HTML {
        """
        <li class="row"><a href="/mergings/asked/\(asked.id)">Asked by \(asked.askedBy.name)</a> \
        <span class="small muted">\(Day(asked.askedAt).full)</span></li>
        """
    }

    static var sample: AskedMergingsPage {
        AskedMergingsPage(asked: [AskedMergingPage.sample.open.asked])
    }
}

/// Both records, as far as it takes to say whether they are one person's.
struct AskedMergingPage: Page {
    let title = "One person, or two?"
    let place: String? = "/post"
    let open: AskedMergings.Open
    var form = MergingForm()
    var problems = Problems()

    var main: HTML {
        """
        <p class="small muted"><a href="/mergings/asked">One person in two networks?</a></p><h1>\(title)</h1>
        <p class="lead">\(open.asked.askedBy.name) asks, because: \(open.asked.reason.quoted). If you are not sure, ring them. \
        Two people in one record is worse than one person in two.</p>
        \(problems.summary)
        <div class="cols">\(each: [open.one, open.other], card)</div>
        <div class="reading">\(HTML.form("/mergings/asked/\(open.asked.id)", fields))
        \(HTML.button("They are two people", "/mergings/asked/\(open.asked.id)/no", classes: "btn quiet"))</div>
        """
    }

    private func card(_ side: AskedMergings.Side) -> HTML {
        let told = side.particulars
        let facts = [
            ("Born", told.bornOn?.full),
            ("NHS number", told.nhsNumber?.description),
            ("Address", told.address),
            ("Postcode", told.postcode?.description),
            ("Telephone", told.phone?.description),
            ("Registered", side.practice),
        ]
        return """
            <section class="card"><h2>\(told.fullName)</h2><dl class="facts">\(each: facts, { name, fact in
                "<dt>\(name)</dt><dd>\(fact ?? "not known")</dd>"
            })</dl></section>
            """
    }

    private var fields: HTML {
        """
        \(Field("right", "Which of the two is right about who they are?", hint: "It is kept.", problems)
            .one(of: [open.one, open.other].map(choice), chosen: form.right))
        \(Field("reason", "How do you know that they are one?", problems).line(form.reason))
        <p class="hint">Everything is brought together under it: referrals, cases, worries, messages. Of how they are reached \
        the safer stands. It can be separated again.</p>
        <button class="btn">Bring together</button>
        """
    }

    private func choice(_ side: AskedMergings.Side) -> Choice {
        Choice(side.id.description, "\(side.particulars.fullName), \(side.practice)")
    }

    static var sample: AskedMergingPage {
        let told = Known.sample.particulars
        let side = { AskedMergings.Side(id: Person.ID(), particulars: told, practice: "Elm Street Surgery") }
        let asked = AskedMerging(
            id: AskedMerging.ID(),
            person: Person.ID(),
            nhsNumber: told.nhsNumber,
            reason: "She told me she was with Jo at Moor Lane last year.",
            askedAt: .now,
            askedBy: Worry.Named(id: Member.ID(), name: "Amara Okafor")
        )
        return AskedMergingPage(open: AskedMergings.Open(asked: asked, one: side(), other: side()))
    }
}

/// Asking, as it was typed.
struct AskingToMergeForm: Decodable, Sendable {
    var elsewhere: String?
    var why: String?

    func read() throws(Problems) -> (number: NHSNumber, reason: String) {
        var problems = Problems()
        let number = problems.unless(
            elsewhere.flatMap { NHSNumber($0) },
            "elsewhere",
            "That is not an NHS number. Check its ten digits"
        )
        let reason = problems.text(
            why,
            "why",
            "Say how you know that they were with somebody else",
            upTo: 300
        )
        guard let number, let reason, problems.list.isEmpty else { throw problems }
        return (number, reason)
    }
}
