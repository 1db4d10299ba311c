import Foundation
import Kernel
import Web

/// Who left, what was open when they did, and what is learned of it.
struct ExitsPage: FormPage {
    let look: Exits.Look
    let me: Member.ID
    var form = ExitReviewForm()
    var problems = Problems()

    let title = "When somebody leaves"
    let place: String? = "/placements"

    var main: HTML {
        """
        <div class="reading"><p class="crumbs"><a href="/placements">Placements</a></p><h1>\(title)</h1>
        <p class="lead">What it says about how things are arranged here. It is no record of whoever left: nothing on this page \
        counts what they did.</p>
        \(look.ended.words.map { "<p>\($0)</p>" as HTML })
        \(problems.summary)
        \(each: look.exits, card)\(look.exits.isEmpty ? "<p>Nobody has left in the last two years.</p>" as HTML : nil)</div>
        """
    }

    private func card(_ exit: Exit) -> HTML {
        """
        <section class="card"><h2>\(exit.linkWorker.name), \(exit.practiceName)</h2>
        <p class="small muted">From \(exit.beganOn.full) until \(exit.endedOn.advanced(by: -1).full)</p>
        \(why(exit))
        <h3>Raised, and open for more than \(Exit.long) days when they left</h3>
        \(exit.leftOpen.isEmpty ? "<p>Nothing.</p>" as HTML : nil)<ul class="plain">\(each: exit.leftOpen, { item($0, of: exit) })</ul></section>
        """
    }

    private func why(_ exit: Exit) -> HTML? {
        if exit.linkWorker.id == me {
            return """
                <p class="keep">\(exit.words?.words ?? "")</p>
                <p><a class="btn sm quiet" href="/exits/\(exit.id)">Why, in your words<span class="aside">: \(exit.practiceName)</span></a></p>
                """
        }
        guard let words = exit.words, !words.words.isEmpty else { return nil }
        return "<blockquote class=\"keep\">\(words.words)</blockquote>"
    }

    private func item(_ open: Exit.LeftOpen, of exit: Exit) -> HTML {
        """
        <li class="row"><div class="grow"><b>\(open.kind.name)</b><div class="small muted">\(open.whose.name) was to put it \
        right · open for \(open.days.counted("day"))</div>
        \(open.review.map(reviewed) ?? reviewing(open, of: exit))</div></li>
        """
    }

    private func reviewed(_ review: Exit.Reviewed) -> HTML {
        "<p class=\"keep\">\(review.words)</p><p class=\"small muted\">\(review.by), \(review.on.full)</p>"
    }

    private func reviewing(_ open: Exit.LeftOpen, of exit: Exit) -> HTML {
        guard let network = exit.network, look.leads.contains(network) else {
            return "<p class=\"small\">The network lead has not looked at it yet.</p>"
        }
        return HTML.form(
            "/exits/\(exit.id)/issues/\(open.id)",
            """
            \(Field("words", "In a sentence: what kept it open, and what is different now", of: "\(open.id)", problems)
                .line(form.words))
            <button class="btn sm quiet">Keep it<span class="aside">: \(open.kind.name), \(exit.linkWorker.name)</span></button>
            """
        )
    }

    static var sample: ExitsPage {
        let exit = Exit.sample
        return ExitsPage(
            look: .init(
                exits: [exit],
                ended: Ended(ended: 4, of: 5),
                leads: exit.network.map { [$0] } ?? []
            ),
            me: Member.ID()
        )
    }
}

/// Why one leaves, to say or not, and for whom.
struct ExitPage: FormPage {
    let exit: Exit
    var form: ExitForm
    var problems = Problems()

    let title = "Leaving"
    let place: String? = "/placements"

    init(exit: Exit) {
        self.exit = exit
        form = ExitForm(exit.words)
    }

    var main: HTML {
        """
        <div class="reading"><h1>\(title)</h1>
        <p class="lead">\(exit.practiceName), until \(exit.endedOn.advanced(by: -1).full). Why, in your words, is yours to give or \
        not. It is kept so that the place learns, and goes on nobody’s record.</p>
        <p>What you had raised that was open for more than \(Exit.long) days is listed for the network lead to look at, by its \
        kind and without your words.</p>
        \(exit.words.map(said))
        \(problems.summary)
        <section class="card">\(HTML.form("/exits/\(exit.id)", """
            \(Field("words", "Why I leave", hint: "No names of people you supported.", problems).paper(form.words, rows: 6))
            \(Field("readers", "Who may read it", hint: "Nobody, if you tick nothing. You can change this later.", problems)
                .any(of: Exit.Audience.allCases.map { Choice($0.rawValue, $0.name) }, chosen: form.readers ?? []))
            <button class="btn">Keep it</button>
            """))\(HTML.button("I would rather not say", "/exits/\(exit.id)/nothing", classes: "btn quiet"))</section></div>
        """
    }

    private func said(_ words: Exit.Words) -> HTML {
        words.words.isEmpty
            ? "<p class=\"notice\">You would rather not say, and nobody asks again.</p>"
            : "<p class=\"notice\">It is kept. \(readers(words)) Changed here, it is as you say it last.</p>"
    }

    private func readers(_ words: Exit.Words) -> String {
        let names = Exit.Audience.allCases.filter(words.audiences.contains).map { $0.name.lowercased() }
        return names.isEmpty ? "Nobody but you reads it." : "Read by \(names.joined(separator: " and "))."
    }

    static var sample: ExitPage { ExitPage(exit: .sample) }
}

extension Exit {
    fileprivate static var sample: Exit {
        Exit(
            id: Placement.ID(),
            linkWorker: .init(id: Member.ID(), name: "Jo Marsh"),
            practice: Organisation.ID(),
            practiceName: "Elm Street Surgery",
            network: Organisation.ID(),
            beganOn: Day(number: 20_100),
            endedOn: Day(number: 20_500),
            words: .init(
                words: "I was asked to answer for things nobody had arranged.",
                audiences: [.network]
            ),
            leftOpen: [
                .init(
                    id: Issue.ID(),
                    kind: .room,
                    whose: .init(id: Member.ID(), name: "Peter Hale"),
                    days: 84,
                    review: nil
                )
            ]
        )
    }
}
