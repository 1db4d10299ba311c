import Kernel
import Web

/// Every hand-over that waits for this member, in either direction; and the people
/// nobody has, for whoever sees to it that somebody does.
struct HandOversPage: FormPage {
    let title = "Hand-overs"
    let place: String? = "/hand-overs"
    var toMe: [HandOver] = []
    var fromMe: [HandOver] = []
    var lately: [Lately] = []
    /// With a colleague, or from one, until a day.
    var forAWhile: [Lately] = []
    var left: [HandingOut.Left] = []
    /// Those who wait where no link worker reads it.
    var unseen: [Unseen] = []
    let isLinkWorker: Bool
    let seesWhoIsLeft: Bool
    var form = HandingOutForm()
    var problems = Problems()

    /// One that was taken over in the last fortnight.
    struct Lately: Sendable {
        let handOver: HandOver
        let isMine: Bool
    }
}

extension HandOversPage {
    var main: HTML {
        """
        <div class="reading"><h1>\(title)</h1>\(problems.summary)
        \(unseen.isEmpty ? nil : unseenCard)\(seesWhoIsLeft ? leftCard : nil)\(isLinkWorker ? mine : nil)</div>
        """
    }

    private var mine: HTML {
        """
        <section class="card"><h2>Offered to you</h2>\(toMe.isEmpty ? "<p>Nobody just now.</p>" : offers)</section>
        \(forAWhile.isEmpty ? nil : whileAway)\(fromMe.isEmpty ? nil : waiting)\(lately.isEmpty ? nil : done)
        <p class="small">To hand somebody over, open their page. <a href="/cover">Away for a while only? Arrange cover</a></p>
        """
    }

    private var offers: HTML { "<ul class=\"plain\">\(each: toMe, offer)</ul>" }

    private func offer(_ offered: HandOver) -> HTML {
        """
        <li><h3>\(offered.name)</h3><p class="small muted">From \(offered.from.name), \(offered.practice), \
        \(Day(offered.madeAt).spoken)\(text: offered.until.map { ". Until \($0.spoken), then back" })</p><p>\(offered.why)</p>
        \(offered.toKnow.isEmpty ? nil : "<p><b>To know:</b> \(offered.toKnow)</p>" as HTML)
        \(HTML.form("/hand-overs/\(offered.id)/taking-over", yes(offered), classes: "inline"))
        <details><summary>I cannot<span class="aside"> take on \(offered.name)</span></summary>
        \(HTML.form("/hand-overs/\(offered.id)/end", no(offered)))</details></li>
        """
    }

    private func yes(_ offered: HandOver) -> HTML {
        "<button class=\"btn\">Take over<span class=\"aside\"> \(offered.name)</span></button>"
    }

    private func no(_ offered: HandOver) -> HTML {
        """
        \(Field("words", "A line to \(offered.from.name), if you like", of: "no-\(offered.id)").line(""))
        <button class="btn quiet">Say so</button>
        """
    }

    private var waiting: HTML {
        """
        <section class="card"><h2>You offered</h2><ul class="plain">\(each: fromMe, waits)</ul></section>
        """
    }

    private func waits(_ offered: HandOver) -> HTML {
        """
        <li class="row"><div class="grow"><a href="/cases/\(offered.caseID)">\(offered.name)</a> to \
        \(offered.to.name)<div class="small muted">since \(Day(offered.madeAt).spoken)</div></div>
        \(HTML.button("Take it back", "/hand-overs/\(offered.id)/end", classes: "btn quiet sm"))</li>
        """
    }

    private var done: HTML {
        """
        <section class="card"><h2>In the last fortnight</h2><ul class="plain">\(each: lately, taken)</ul></section>
        """
    }

    private func taken(_ lately: Lately) -> HTML {
        let (handOver, isMine) = (lately.handOver, lately.isMine)
        let said = isMine ? "\(handOver.from.name) to you" : "you to \(handOver.to.name)"
        return """
            <li class="row"><div class="grow"><a href="/cases/\(handOver.caseID)">\(handOver.name)</a>
            <div>\(handOver.why)</div></div><span class="small muted">\(said), \(handOver.practice)</span></li>
            """
    }

    private var unseenCard: HTML {
        """
        <section class="card"><h2>Waiting, and nobody reads it</h2>
        <ul class="plain">\(each: unseen, nobody)</ul>
        <p>No link worker is placed there now. Ask the network for one, and tell whoever referred them.</p></section>
        """
    }

    private func nobody(_ unseen: Unseen) -> HTML {
        """
        <li><b>\(unseen.people.counted("person", "people"))</b> at \(unseen.practice)</li>
        """
    }

    private var leftCard: HTML {
        """
        <section class="card"><h2>Left without a link worker</h2>
        \(left.isEmpty ? "<p>Nobody. Everyone has somebody.</p>" : giving)</section>
        """
    }

    private var giving: HTML {
        """
        <p>You see how many people there are, and who looked after them. Whoever you choose has them at once, with their \
        whole story, and they hear who is in touch now, where there is a safe way.</p>
        <ul class="plain">\(each: left, whose)</ul>
        \(choices.isEmpty ? nil : HTML.form("/hand-overs", fields))
        """
    }

    private func whose(_ left: HandingOut.Left) -> HTML {
        """
        <li><b>\(left.people.counted("person", "people"))</b> of \(left.linkWorker.name), \(left.practiceName)\
        \(left.colleagues.isEmpty ? ". No other link worker works there: ask the network for one" : "")</li>
        """
    }

    private var fields: HTML {
        """
        \(Field("who", "Who has them from now on", problems).one(of: choices, chosen: form.who))
        \(Field("why", "Why", problems).line(form.why))
        <button class="btn">Give them</button>
        """
    }

    private var choices: [Choice] {
        left.flatMap { left in
            left.colleagues.map { colleague in
                Choice(
                    "\(left.practice).\(left.linkWorker.id).\(colleague.id)",
                    "\(colleague.name) for \(left.linkWorker.name), \(left.practiceName)"
                )
            }
        }
    }
}
