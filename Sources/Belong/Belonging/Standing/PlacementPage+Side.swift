import Kernel
import Web

/// Beside the sixteen: what moved, who sees this, what it costs.
extension PlacementPage {
    var moved: HTML? {
        let moves = now.positions.compactMap { position -> (String, String)? in
            guard let was = before.position(position.configuration), was.label != position.label,
                let title = now.catalogue.configuration(position.configuration)?.title
            else { return nil }
            return (title, "Now \(position.label.words), was \(was.label.words).")
        }
        guard !moves.isEmpty else { return nil }
        return """
            <section class="card"><h2>Moved in three months</h2><ul class="plain small">\(each: moves, { title, words in
                "<li class=\"row\"><div class=\"grow\"><b>\(title)</b><br>\(words)</div></li>" })</ul></section>
            """
    }

    /// One thing to try, whose it is, and where it begins.
    var trying: HTML? {
        guard !now.isAllUnknown, let suggestion = Suggestion(now) else { return nil }
        return """
            <section class="card"><h2>What would help most</h2><p><b>\(suggestion.title).</b> \(suggestion.reason)</p>
            <p>\(suggestion.act) <span class="muted">(\(suggestion.actor))</span></p>
            \(suggestion.path(at: here.placement).map { "<p class=\"no-print\"><a class=\"btn sm\" href=\"\($0)\">Begin it</a></p>" as HTML })</section>
            """
    }

    /// Three pulls that nobody wins, with facts on both ends.
    var tensions: HTML {
        """
        <section class="card"><h2>Three tensions</h2><p class="hint">None of them has a right place. What stands on both ends \
        is worth a talk.</p>\(each: now.tensions, \.html)</section>
        """
    }

    var own: HTML? {
        guard isOwn else { return nil }
        return """
            <section class="card"><h2>Does this ring true?</h2><p class="small">Where records and you differ, you come \
            first.</p><p><a class="btn sm quiet" href="/check-in/\(here.placement)">Say how it is for you</a></p></section>
            """
    }

    var ownership: HTML {
        """
        <section class="card"><h2>Who sees this page</h2><p class="small">\(here.name)\
        \(seers.isEmpty ? ", and nobody else." : ", \(seers.joined(separator: ", ")).") What the link worker answered is in it \
        only for those they share it with. <a href="/belonging/agreement">What is measured, and what it may not be used for</a></p>
        <p class="small">It says how a practice and a link worker fit, never how well somebody works. It may not be used to \
        judge, compare or pay anybody.</p></section>
        <section class="card"><h2>What it costs</h2><p class="small">Time spent on questions in the last \(Burden.days) days. \
        \(burden.words)</p></section>
        """
    }

    static var sample: PlacementPage {
        let catalogue = try? Catalogue.standard()
        let place = Standings.Place(
            placement: Placement.ID(),
            linkWorker: Member.ID(),
            name: "Amara Okafor",
            practice: "Elm Street Surgery",
            began: Day(number: 20_300),
            onlooker: .linkWorker
        )
        return PlacementPage(
            here: place,
            isOwn: true,
            day: Day(number: 20_557),
            today: Day(number: 20_557),
            now: .sample(catalogue, days: 22),
            before: .sample(catalogue, days: 9),
            burden: Burden(seconds: [.linkWorker: 184]),
            seers: ["Nadia Aziz", "Peter Hale"]
        )
    }
}
