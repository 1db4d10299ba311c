import Foundation
import Kernel
import Web

/// Who is at risk where somebody lives: what stands, and adding or ending it.
struct SafeguardingPage: Page {
    let title = "Who is at risk where they live"
    let place: String? = "/people"
    let person: Person.ID
    let listed: String
    let standing: [Safeguarding]
    let whom: RedFlag.Prompt?
    var form = SafeguardingForm()
    var problems = Problems()

    var worry: String? { "/people/\(person)/worries/new" }
}

/// What was typed of it.
struct SafeguardingForm: Decodable, Sendable {
    var who: String?
    var words: String?

    func read() throws(Problems) -> (Safeguarding.Who, String) {
        var problems = Problems()
        let who = problems.unless(who.flatMap(Safeguarding.Who.init(rawValue:)), "who", "Say who is at risk")
        let words = problems.text(words, "words", "Say in a line what a visitor should know", upTo: 500)
        guard let who, let words, problems.list.isEmpty else { throw problems }
        return (who, words)
    }
}

/// Why it is no longer so.
struct SafeguardingEndForm: Decodable, Sendable {
    var reason: String?

    func read() throws(Problems) -> String {
        var problems = Problems()
        let reason = problems.text(reason, "reason", "Say in a line why it is no longer so", upTo: 300)
        guard let reason, problems.list.isEmpty else { throw problems }
        return reason
    }
}

extension SafeguardingPage {
    var main: HTML {
        """
        <div class="reading"><p class="crumbs"><a href="/people/\(person)">\(listed)</a></p>
        <h1>\(title)</h1>
        <p class="notice"><b>Somebody may come to harm now?</b> Ring <a href="tel:999">999</a>\(duty) first. Then \
        <a href="/people/\(person)/worries/new">tell somebody here</a>: this page tells nobody. It stands above their page and \
        beside every visit, so that nobody goes without knowing.</p>
        \(problems.summary)
        \(standing.isEmpty ? "<p>Nothing is known.</p>" : list)
        <section class="card"><h2>Add what is known</h2>\(HTML.form("/people/\(person)/safeguarding", fields))</section></div>
        """
    }

    private var duty: HTML {
        guard let whom else { return "" }
        let phone: HTML? = whom.phone.map { ", <a href=\"tel:\($0.digits)\">\($0.description)</a>," }
        return " or the duty clinician at \(whom.practice)\(phone)"
    }

    private var list: HTML { "<ul class=\"plain card\">\(each: standing, item)</ul>" }

    private func item(_ one: Safeguarding) -> HTML {
        """
        <li class="row"><div class="grow"><b>\(one.who.name)</b><p class="keep">\(one.words)</p>
        <span class="small muted">\(one.recordedBy), \(Day(one.recordedAt).short)</span>
        <details><summary>No longer so</summary>\(HTML.form("/people/\(person)/safeguarding/\(one.id)/end", """
            <label for="reason-\(one.id)">Why it is no longer so</label>
            <input id="reason-\(one.id)" name="reason" maxlength="300"><button class="btn quiet sm">End it</button>
            """))</details></div></li>
        """
    }

    private var fields: HTML {
        """
        \(Field("who", "Who is at risk?", problems)
            .one(of: Safeguarding.Who.allCases.map { Choice($0.rawValue, $0.name) }, chosen: form.who))
        \(Field("words", "What whoever is in touch must know", hint: "Only what they need. No more of anybody than that.", problems)
            .paper(form.words))
        <button class="btn">Keep</button>
        """
    }

    static var sample: SafeguardingPage {
        SafeguardingPage(
            person: Person.ID(),
            listed: "Jean M.",
            standing: [
                Safeguarding(
                    id: Safeguarding.ID(),
                    who: .child,
                    words: "Her grandson of six stays there on weekdays.",
                    recordedAt: Date(timeIntervalSince1970: 1_776_160_800),
                    recordedBy: "Amara Okafor"
                )
            ],
            whom: .init(
                practice: "Elm Street Surgery",
                phone: PhoneNumber("0161 496 0000"),
                clinician: "Dr Patel"
            )
        )
    }
}
