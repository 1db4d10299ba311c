import Foundation
import Kernel
import Store
import Web

/// Offering a case to a colleague, with what they need to know.
struct HandOverPage: FormPage {
    let id: Case.ID
    let givenName: String
    let listed: String
    let colleagues: [Worry.Named]
    let offered: HandOver?
    var form = HandOverForm()
    var problems = Problems()

    var title: String { "Hand \(givenName) over to a colleague" }
    var place: String? { "/people" }
    var worry: String? { "/cases/\(id)/worry" }
}

extension HandOvers {
    /// Only of one's own open cases, where one still is.
    func beginning(_ id: Case.ID, at now: Date = .now) async throws -> HandOverPage {
        let (cases, me) = (cases, member.id)
        return try await cases.open(id, at: now) { view, _ in
            let found = try cases.findOpen(id, in: view, at: now)
            guard found.linkWorker == me else { throw Missing() }
            let told = try view.particulars(of: found.person)
            return try HandOverPage(
                id: id,
                givenName: told.givenName,
                listed: told.listed,
                colleagues: view.colleagues(besides: me, at: found.practice, on: Day(now)),
                offered: view.handOver(offered: id)
            )
        }
    }
}

extension HandOverPage {
    var main: HTML {
        """
        <p class="small muted"><a href="/people">People</a> › <a href="/cases/\(id)">\(listed)</a></p>
        <div class="reading"><h1>\(title)</h1>
        <p class="lead">Your colleague says yes first. From then on they have the whole story and go on with it; \
        \(givenName) hears who is in touch now, by the way that is safe. You can read it for fourteen days more.</p>
        \(problems.summary)\(offered.map(waiting) ?? (colleagues.isEmpty ? nobody : asking))</div>
        """
    }

    private func waiting(_ offered: HandOver) -> HTML {
        """
        <section class="card"><h2>Offered to \(offered.to.name)</h2>
        <p>Since \(Day(offered.madeAt).spoken). Until they say yes it is yours.</p>
        \(HTML.button("Take it back", "/hand-overs/\(offered.id)/end", classes: "btn quiet"))</section>
        """
    }

    private var nobody: HTML {
        """
        <p class="notice">No other link worker works at this practice. Tell your supervisor: they can ask for one, \
        or <a href="/cover">arrange cover</a> from your network meanwhile.</p>
        """
    }

    private var asking: HTML {
        "<section class=\"card\">\(HTML.form("/cases/\(id)/hand-over", fields))</section>"
    }

    private var fields: HTML {
        """
        \(Field("to", "To whom", problems)
            .one(of: colleagues.map { Choice("\($0.id)", $0.name) }, chosen: form.to))
        \(Field("why", "Why", hint: "It stands in the story, where \(givenName) may read it.", problems).line(form.why))
        \(Field("toKnow", "What they need to know", hint: "What is not in the story: how to begin, what to leave.", problems)
            .paper(form.toKnow, rows: 5))
        \(HandOverForm.untilField(form.until, problems))
        <button class="btn">Offer it</button>
        """
    }

    static var sample: HandOverPage {
        HandOverPage(
            id: Case.ID(),
            givenName: "Jean",
            listed: "Jean M.",
            colleagues: [Worry.Named(id: Member.ID(), name: "Sam Reed")],
            offered: nil,
            form: HandOverForm(why: "I leave at the end of April.")
        )
    }
}
