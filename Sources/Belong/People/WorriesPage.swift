import Foundation
import Kernel
import Web

/// The worries one raised or was told of.
struct WorriesPage: Page {
    let title = "Worries"
    let place: String? = "/worries"
    let worries: [Worry]

    var main: HTML {
        """
        <h1>\(title)</h1>
        \(worries.isEmpty ? "<p>None that you raised or were told of.</p>" : list)
        """
    }

    private var list: HTML {
        "<ul class=\"plain card\">\(each: worries, item)</ul>"
    }

    private func item(_ worry: Worry) -> HTML {
        """
        <li class="row"><div class="grow"><a href="/worries/\(worry.id)">\(worry.personName)</a> \
        <span class="small muted">\(worry.raisedBy.name) told \(worry.raisedTo.name), \(Day(worry.raisedAt).short) \
        at \(London.time(worry.raisedAt))</span></div><span class="small">\(worry.standing)</span></li>
        """
    }

    static var sample: WorriesPage { WorriesPage(worries: [.sample]) }
}

/// One worry: who told whom, what, and whether somebody has it.
struct WorryPage: Page {
    let title: String
    let place: String? = "/worries"
    let worry: Worry
    let mayAcknowledge: Bool
    var form = AcknowledgementForm()
    var problems = Problems()
}

/// What was typed to say that one has it.
struct AcknowledgementForm: Decodable, Sendable {
    var words = ""

    func read() throws(Problems) -> String {
        var problems = Problems()
        let words = problems.needed(words, "words", "Say in a line what you are doing", upTo: 1_000)
        guard problems.list.isEmpty else { throw problems }
        return words
    }
}

extension WorryPage {
    var main: HTML {
        """
        <div class="reading"><p class="small muted"><a href="/worries">Worries</a></p><h1>\(title)</h1>
        <p class="lead">\(worry.raisedBy.name) told \(worry.raisedTo.name) on \(Day(worry.raisedAt).spoken) at \
        \(London.time(worry.raisedAt)). How soon: \(worry.urgency.name.lowercased()).</p>
        <section class="card"><p>\(worry.words)</p>\(worry.phone.map(ring))</section>
        \(worry.acknowledgement.map(answered) ?? waiting)</div>
        """
    }

    private func ring(_ phone: PhoneNumber) -> HTML {
        "<p>Their number: <a href=\"tel:\(phone.digits)\">\(phone.description)</a></p>"
    }

    private func answered(_ answer: Worry.Acknowledgement) -> HTML {
        """
        <section class="card"><h2>\(answer.by) has this</h2><p>\(answer.words)</p>
        <p class="small muted">\(Day(answer.at).spoken) at \(London.time(answer.at))</p></section>
        """
    }

    private var waiting: HTML {
        mayAcknowledge
            ? "<section class=\"card\"><h2>I have this</h2>\(problems.summary)\(HTML.form("/worries/\(worry.id)/acknowledgement", fields))</section>"
            : "<p>Nobody has said yet that they have it. \(worry.raisedTo.name) is reminded until somebody does.</p>"
    }

    private var fields: HTML {
        """
        \(Field("words", "What you are doing about it", problems).line(form.words))
        <button class="btn">I have this</button>
        """
    }

    static var sample: WorryPage {
        WorryPage(title: "Worried about Alan Brooks", worry: .sample, mayAcknowledge: true)
    }
}

extension Worry {
    /// *Dr Lowe has this*, or how soon somebody must.
    fileprivate var standing: String {
        acknowledgement.map { "\($0.by) has this" } ?? "open: \(urgency.name.lowercased())"
    }

    fileprivate static var sample: Worry {
        Worry(
            id: Worry.ID(),
            person: Person.ID(),
            personName: "Alan Brooks",
            phone: PhoneNumber("07700 900112"),
            urgency: .today,
            words: "He said he has not eaten since Sunday.",
            raisedBy: Named(id: Member.ID(), name: "Amara Okafor"),
            raisedTo: Named(id: Member.ID(), name: "Dr Patel"),
            raisedAt: .now,
            acknowledgement: nil
        )
    }
}
