import Foundation
import Kernel
import Web

/// One placement on the sixteen, with the reasons, what is not known, and what could be tried. Never one number.
struct PlacementPage: Page {
    let here: Standings.Place
    let isOwn: Bool
    let day: Day
    let today: Day
    let now: Sixteen
    let before: Sixteen
    let burden: Burden
    let seers: [String]
    /// The sixteen in rows and columns instead of strips.
    var isTable = false

    /// The ring is where it stood so many days before.
    static let back = 91

    var title: String { "\(here.name) at \(here.practice)" }
    var place: String? { "/belonging" }
}

extension PlacementPage {
    var main: HTML {
        """
        <h1>\(title)</h1>
        \(now.isAllUnknown ? beginning : lead)
        \(choosing)
        \(isTable ? table : nil)<div class="two"><div>\(isTable ? trying : "\(each: now.catalogue.themes, theme)" as HTML)\
        \(isTable ? moved : nil)</div>
        <div>\(isTable ? nil : trying)\(isTable ? nil : moved)\(now.isAllUnknown ? nil : tensions)\(own)\(ownership)</div></div>
        """
    }

    private var when: String { day == today ? "today" : "on \(day.full)" }

    private var lead: HTML {
        """
        <p class="lead">Where things stand \(when), from what the work left behind and what people said. The small ring is \
        three months before, the hatching is what is not known. There is no single score: each line has its own reasons.</p>
        <p>\(now.isWidelyKnown ? "Of sixteen: \(now.counts)." as HTML : "Too little is known to say anything of the whole." as HTML)</p>
        """
    }

    private var beginning: HTML {
        """
        <p class="lead">Too little is known yet \(when), and nothing is filled in. What people do here will say it by and by.</p>
        <section class="card"><h2>Three things to begin with</h2><ol>
        <li>Say on which days \(isOwn ? "you are" : "\(here.name) is") at the practice, and whom to ask for.</li>
        <li>Ask \(isOwn ? "them to ask you" : "them") before you refer: one line on the desk is enough.</li>
        <li>\(isOwn ? "Say how it is for you: three taps every two weeks, and only if you like." : "Leave time for meeting local groups, and write it in the week.")</li>
        </ol></section>
        """
    }

    private var choosing: HTML {
        """
        <form method="get" action="/belonging/\(here.placement)" class="on-date no-print">\
        <label for="on">See it on any date</label>
        <input id="on" name="on" type="date" value="\(day.description)" max="\(today.description)">
        <button class="btn sm quiet">Look</button>
        <a class="small" href="/belonging/\(here.placement)?on=\(day.description)\(isTable ? "" : "&as=table")">\
        \(isTable ? "As strips" : "As a table")</a></form>
        """
    }

    private func theme(_ theme: Catalogue.Theme) -> HTML {
        """
        <section class="card"><h2>\(theme.title)</h2><p class="hint">\(theme.words)</p>
        \(now.isAllUnknown ? nil : Self.heads)
        <ul class="plain">\(each: now.catalogue.configurations(of: theme), line)</ul></section>
        """
    }

    private static let heads: HTML = """
        <p class="continuum-heads" aria-hidden="true"><span>Bolted on</span><span>Fitting in</span><span>Belonging</span>\
        <span>Not known</span></p>
        """

    private func line(_ configuration: Configuration) -> HTML {
        guard let position = now.position(configuration.id) else { return "" }
        let strip = Strip(now: position, before: before.position(configuration.id))
        return """
            <li class="standing" id="\(configuration.id)"><h3>\(configuration.title)</h3>
            \(now.isAllUnknown ? nil : strip.html)
            <p>\(reason(position))</p>\(position.discordance.map(asking))
            \(position.label == .notKnown ? nil : next(configuration))
            <details><summary>What this rests on</summary>\(rests(configuration))</details></li>
            """
    }

    private func reason(_ position: Position) -> HTML {
        let label = position.label.words
        let told = now.telling(position).map { " \($0)." } ?? ""
        return "<b>\(label.prefix(1).uppercased() + label.dropFirst()).</b>\(told)"
    }

    private func asking(_ discordance: Discordance) -> HTML {
        "<p class=\"notice\"><b>\(discordance.words).</b> \(discordance.prompt)</p>"
    }

    private func next(_ configuration: Configuration) -> HTML {
        "<p class=\"small muted\">To try: \(configuration.action) (\(configuration.actor))</p>"
    }

    private func rests(_ configuration: Configuration) -> HTML {
        """
        <p class="small">\(configuration.context) \(configuration.mechanism) \(configuration.outcome)</p>
        <ul class="small">\(each: configuration.signals, rest)</ul>
        <p class="small muted">What could mislead: \(configuration.gaming)</p>
        """
    }

    private func rest(_ signal: Signal) -> HTML {
        let evidence = now.evidence[signal.id] ?? .unknown(.nothing)
        let certainty = signal.certainty(evidence).map { " (\($0))" } ?? ""
        return
            "<li>\(signal.sentence(evidence))\(certainty)\(tooLittle(signal))\(chart(signal, evidence))</li>"
    }

    private func chart(_ signal: Signal, _ evidence: Evidence) -> HTML? {
        guard case .points(let points) = evidence, points.count >= 6 else { return nil }
        return ControlChart(points).map { ChangeChart(chart: $0, what: signal.formula).html }
    }

    private func tooLittle(_ signal: Signal) -> HTML? {
        signal.isTooLittle(now.evidence[signal.id] ?? .unknown(.nothing))
            ? " (too little to say anything)" : nil
    }
}
