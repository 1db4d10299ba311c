import Foundation
import Kernel
import Web

extension CasePage {
    var agreedCard: HTML {
        """
        <section class="card"><h2>What \(givenName) agreed to</h2>
        <ul class="plain small">\(each: agreements, \.html)</ul></section>
        """
    }

    var signCard: HTML {
        """
        <section class="card"><h2>A sign of change?</h2>
        <details\(problems.list.isEmpty ? nil : " open" as HTML)><summary>Note it</summary>\(HTML.form("/cases/\(id)/signs", signForm))</details></section>
        """
    }

    private var signForm: HTML {
        """
        \(Field("kind", "What changed", problems)
            .list(Sign.Kind.allCases.map { Choice($0.rawValue, $0.name) }, chosen: noticing.kind))
        \(Field("signWords", "In your own words, or theirs", problems).line(noticing.signWords))
        \(Field("day", "Day", problems).line(noticing.day, .date))
        \(Field("byPerson", "Who noticed")
            .any(of: [Choice("yes", "They said so themselves")], chosen: noticing.byPerson ?? []))
        <button class="btn">Keep</button>
        """
    }

    var holdingCard: HTML {
        """
        <section class="card"><h2>Holding</h2>\(holding.map(held) ?? hold)</section>
        """
    }

    private func held(_ holding: Holding) -> HTML {
        """
        <p>\(holding.words)</p><p class="small muted">Since \(Day(holding.since).short). There is no hurry to close.</p>
        \(HTML.button("Going on again", "/cases/\(id)/holding/end", classes: "btn quiet sm"))
        """
    }

    private var hold: HTML {
        """
        <details><summary>Just be there for now</summary>\(HTML.form("/cases/\(id)/holding", holdForm))</details>
        """
    }

    private var holdForm: HTML {
        """
        \(Field("words", "What are you holding?", hint: "Nobody is pressed to close.", of: "holding").line(""))
        <button class="btn">Hold</button>
        """
    }

    /// Thinking it over with the supervisor is the link worker's to begin and to end.
    var showingCard: HTML? {
        guard case .own(let supervisor?, let isShown) = standing else { return nil }
        return isShown ? shown(to: supervisor) : mayShow(to: supervisor)
    }

    private func shown(to supervisor: String) -> HTML {
        """
        <section class="card"><h2>Think it over</h2><p>\(supervisor) can read this page.</p>
        \(HTML.button("Take it back", "/cases/\(id)/showing/end", classes: "btn quiet sm"))</section>
        """
    }

    private func mayShow(to supervisor: String) -> HTML {
        """
        <section class="card"><h2>Think it over</h2>
        <p class="small">\(supervisor) sees nothing of this unless you show it.</p>
        \(HTML.button("Show this page to \(supervisor)", "/cases/\(id)/showing", classes: "btn quiet sm"))</section>
        """
    }
}
