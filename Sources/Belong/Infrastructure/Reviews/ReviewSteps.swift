import Foundation
import Kernel
import Web

/// The steps of a review, one after the other.
extension ReviewPage {
    var lastTime: HTML {
        """
        <section class="card"><h2>1. What was agreed last time <span class="small muted">2 minutes</span></h2>
        \(draft.last.map(agreedThen) ?? "<p>This is the first review: nothing was agreed before.</p>")</section>
        """
    }

    private func agreedThen(_ last: Review) -> HTML {
        guard let commitment = last.commitment else { return "" }
        return """
            \(commitment.card)<p>\(commitment.state(of: name, at: now)).</p>\
            \(commitment.effect == nil ? asking(last) : nil)
            """
    }

    private func asking(_ last: Review) -> HTML {
        guard draft.isLinkWorker else {
            return
                "<p>Ask \(name): was it done, and did it change anything? They say so on their own page.</p>"
        }
        return "<p>Was it done, and did it change anything?</p>\(effects(of: last.id))"
    }

    var changed: HTML {
        """
        <section class="card"><h2>2. What changed <span class="small muted">3 minutes</span></h2>
        <p class="hint">Since \(draft.around.since.full).</p>
        <ul>\(each: draft.around.lines, { "<li>\($0)</li>" })\(each: moves, { "<li>\($0)</li>" })</ul>\
        \(draft.standing != nil && moves.isEmpty ? "<p>None of the sixteen moved.</p>" as HTML : nil)
        \(each: draft.around.prompts, prompt)</section>
        """
    }

    private func prompt(_ prompt: Around.Prompt) -> HTML {
        "<p class=\"notice\"><b>\(prompt.words.prefix(1).uppercased() + prompt.words.dropFirst()).</b> \(prompt.ask)</p>"
    }

    /// *Present, and at meetings: now fitting in, was bolted on*
    private var moves: [String] {
        guard let standing = draft.standing else { return [] }
        return standing.now.positions.compactMap { position in
            guard let was = standing.before.position(position.configuration), was.label != position.label,
                let title = standing.now.catalogue.configuration(position.configuration)?.title
            else { return nil }
            return "\(title): now \(position.label.words), was \(was.label.words)"
        }
    }

    var stands: HTML {
        """
        <section class="card"><h2>3. Where it stands <span class="small muted">6 minutes</span></h2>
        \(draft.standing.map(strips) ?? notOpen)</section>
        """
    }

    private var notOpen: HTML {
        "<p>\(name) shares nothing of this with whoever supervises, which is theirs to choose. Ask them how it is.</p>"
    }

    private func strips(_ standing: ReviewDraft.Standing) -> HTML {
        guard !standing.now.isAllUnknown else {
            return
                "<p>Too little is known yet to say anything, and nothing is filled in. Ask \(name) how it is.</p>"
        }
        return """
            <p class="hint">The small ring is where it was at the last review, the hatching is what is not known. Pick out two \
            or three lines and ask \(name) whether they ring true: where records and \(name) differ, \(name) comes first.</p>
            \(each: standing.now.catalogue.themes.filter { !known(standing, $0).isEmpty }, { theme in
                "<h3>\(theme.title)</h3><ul class=\"plain\">\(each: known(standing, theme), { line(standing, $0) })</ul>" })
            <p class="small"><a href="/belonging/\(placed.id)" class="no-print">Every reason behind these lines</a></p>
            """
    }

    private func known(_ standing: ReviewDraft.Standing, _ theme: Catalogue.Theme) -> [Configuration] {
        standing.now.catalogue.configurations(of: theme).filter {
            standing.now.position($0.id)?.label != .notKnown
        }
    }

    private func line(_ standing: ReviewDraft.Standing, _ configuration: Configuration) -> HTML {
        guard let position = standing.now.position(configuration.id) else { return "" }
        let strip = Strip(
            now: position,
            before: standing.before.position(configuration.id),
            then: "at the last look"
        )
        return """
            <li class="standing"><b>\(configuration.title)</b>: \(position.label.words)\(strip.html)\
            \(standing.now.telling(position).map { "<p class=\"small\">\($0).</p>" as HTML })\
            \(position.discordance.map { "<p class=\"notice\">\($0.words). \($0.prompt)</p>" as HTML })</li>
            """
    }

    var unknown: HTML? {
        guard let standing = draft.standing else { return nil }
        let titles = standing.now.positions.filter { $0.label == .notKnown }
            .compactMap { standing.now.catalogue.configuration($0.configuration)?.title }
        let unshared = standing.now.evidence.values.count { $0 == .unknown(.notShared) }
        return """
            <section class="card"><h2>4. What is not known <span class="small muted">2 minutes</span></h2>
            <p>\(titles.isEmpty ? "Something is known of each of the sixteen." : "\(titles.count) of sixteen: \(titles.joined(separator: "; ")).")</p>
            \(unshared > 0 ? "<p class=\"small muted\">\(name) keeps \(unshared.counted("answer")) to themself, which is theirs to choose. Nobody asks why.</p>" as HTML : nil)\
            <p>What is not known is not bad, and not good. Is there one of these you would rather know? Ask each other now.</p></section>
            """
    }

    var owed: HTML {
        """
        <section class="card"><h2>5. What is owed and still open <span class="small muted">3 minutes</span></h2>
        \(draft.owed.isEmpty ? "<p>Nothing.</p>" as HTML : nil)\
        \(each: draft.owed, { section in "<h3>\(section.heading)</h3><ul class=\"plain\">\(each: section.lines, \.item)</ul>" })</section>
        """
    }

    var trying: HTML {
        """
        <section class="card"><h2>6. One thing to try <span class="small muted">2 minutes</span></h2>
        \(draft.standing.flatMap { Suggestion($0.now) }.map(suggested) ?? nothingStandsOut)</section>
        """
    }

    private func suggested(_ suggestion: Suggestion) -> HTML {
        """
        <p><b>\(suggestion.title).</b> \(suggestion.act)</p><p class="small muted">\(suggestion.actor)</p>
        <p>\(suggestion.reason)</p><p class="small">It is an offer: what the two of you would rather try is as good.</p>
        """
    }

    private var nothingStandsOut: HTML {
        "<p>Nothing that is known points to one thing. Ask \(name): what would make the next three months easier?</p>"
    }
}
