import Web

/// What link workers are told before anything is asked of them: what is measured, whose it is, and what it may not be
/// used for. Part of the contract of use, and the same words in the data protection impact assessment.
struct BelongingAgreement: Page {
    let title = "What Belonging measures, and what it may not be used for"
    let place: String? = "/belonging"
    let configurations: [Configuration]

    var main: HTML {
        """
        <div class="reading"><h1>\(title)</h1>
        <p class="lead">Belonging looks at how a practice and a link worker fit. It looks at what the practice, the network \
        and the groups do. It does not look at how well anybody works.</p>
        <section class="card"><h2>Whose it is</h2><ul>
        <li>What a link worker answers is theirs. They see it first. Nobody else sees an answer unless they say so, question \
        by question, and they can take that back.</li>
        <li>What practice staff and people say is shown once five different people have said something; what groups say, \
        once three have.</li>
        <li>Records that the work makes anyway are counted for a placement, never for a person, and nothing is written \
        down for this alone.</li></ul></section>
        <section class="card"><h2>What it may not be used for</h2><ul>
        <li>To judge a link worker: not in an appraisal, not in a capability or disciplinary procedure, not for pay.</li>
        <li>To compare or rank link workers, practices or networks. There is no score, no average and no list by how they \
        stand.</li>
        <li>To be handed on by link worker: there is no such file.</li></ul></section>
        <section class="card"><h2>What you can do</h2><ul>
        <li>Leave out any question, as often as you like. It is never counted against you.</li>
        <li>Say that something is not so: raise an issue, or say it at the review. Where records and you differ, you come \
        first.</li>
        <li>Read who sees your page: their names stand on it.</li></ul></section>
        <section class="card"><h2>Everything that is counted</h2>
        \(each: configurations, counted)</section></div>
        """
    }

    private func counted(_ configuration: Configuration) -> HTML {
        """
        <details class="small"><summary>\(configuration.title)</summary><ul>\(each: configuration.signals, {
            "<li>\($0.formula) <span class=\"muted\">(\($0.unit))</span></li>"
        })</ul><p class="muted">What could mislead: \(configuration.gaming)</p></details>
        """
    }

    static var sample: BelongingAgreement {
        BelongingAgreement(configurations: (try? Catalogue.standard())?.configurations ?? [])
    }
}
