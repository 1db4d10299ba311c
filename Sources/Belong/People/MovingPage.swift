import Foundation
import Kernel
import Store
import Web

/// Putting somebody with their new practice. What happens to what is here stands before it is done.
struct MovingPage: FormPage {
    let title: String
    let place: String? = "/people"
    let id: Person.ID
    var worry: String? { "/people/\(id)/worries/new" }
    let name: String
    let practice: String
    var form = MovingForm()
    var problems = Problems()
}

/// Where to, and whether they would like a link worker there, as it was typed.
struct MovingForm: Decodable, Sendable {
    var practice: String?
    var onward: String?
    var words: String?

    /// What a link worker there reads, if there is to be one.
    func read() throws(Problems) -> String? {
        var problems = Problems()
        let wants = problems.unless(
            onward.flatMap { ["yes": true, "no": false][$0] },
            "onward",
            "Say whether they would like a link worker there. Ask them"
        )
        let words =
            wants == true ? problems.text(words, "words", "Say in a line or two what they hope for") : nil
        guard let wants, problems.list.isEmpty else { throw problems }
        return wants ? words : nil
    }
}

extension People {
    func moving(_ id: Person.ID) async throws -> MovingPage {
        try await open(id) { view in
            let told = try view.particulars(of: id)
            let practice: String? = try view.value(
                "SELECT name FROM person JOIN organisation ON organisation.id = practice WHERE person.id = \(id)"
            )
            return MovingPage(
                title: "Has \(told.givenName) moved to another practice?",
                id: id,
                name: told.listed,
                practice: practice ?? ""
            )
        }
    }
}

extension MovingPage {
    var main: HTML {
        """
        <div class="reading"><p class="small muted"><a href="/people">People</a> › <a href="/people/\(id)">\(name)</a></p>
        <h1>\(title)</h1>
        <p class="lead">They are with \(practice) now. This is what happens:</p>
        <ul>
        <li>\(practice) keeps what was written there. You can read it for \(Cases.handOver) days, to hand over, and then no more.</li>
        <li>Your open case with them is closed today: they moved.</li>
        <li>The new practice sees who they are, how they are reached safely, what they need and what a visitor should know. \
        It does not see the story so far, nor earlier worries.</li>
        <li>If they would like a link worker there, a referral in your name goes to that practice today, and they are told.</li>
        </ul>
        \(problems.summary)
        \(HTML.form("/people/\(id)/moving", fields))</div>
        """
    }

    private var fields: HTML {
        """
        \(Field("practice", "Their new practice", hint: "Its name as the NHS writes it, or its code, such as P91014.", problems)
            .line(form.practice))
        \(Field("onward", "Would they like a link worker there?", problems)
            .one(of: [Choice("yes", "Yes"), Choice("no", "No, not now")], chosen: form.onward))
        \(Field("words", "What they hope for", hint: "Only if they would. A line or two they have agreed to.", problems)
            .paper(form.words))
        <div class="acts"><button class="btn">They have moved</button>
        <a class="btn quiet" href="/people/\(id)">Leave it</a></div>
        """
    }

    static var sample: MovingPage {
        MovingPage(
            title: "Has Jean moved to another practice?",
            id: Person.ID(),
            name: "Jean M.",
            practice: "Elm Street Surgery"
        )
    }
}
