import Foundation
import Kernel
import Web

/// Whose rule applies here: found by a word, with who answers for it; whom to turn to;
/// and *I am being asked for different things*.
struct RulesPage: FormPage {
    let look: Rules.Look
    let now: Date
    var sought = ""
    var naming = RuleForm()
    var conflict = ConflictForm()
    var problems = Problems()

    let place: String? = "/placements"
    let title = "Whose rule applies?"
    private var path: String { "/placements/\(look.placed.id)/rules" }

    var main: HTML {
        """
        <div class="reading"><p class="crumbs"><a href="/placements">Placements</a> · \
        <a href="/placements/\(look.placed.id)">\(look.placed.linkWorker.name), \(look.placed.practiceName)</a></p>
        <h1>\(title)</h1>
        <form method="get" action="\(path)" role="search">\(Field("q", "I need to know about", hint: "Leave, home, records …", of: "s")
            .line(sought, .search))<button class="btn quiet">Find</button></form>
        \(problems.summary)
        <section class="card"><h2>Everyday questions</h2><ul class="plain">\(each: shown, rule)</ul>\
        \(shown.isEmpty ? "<p>None of the questions has that word. Ask whoever is named below.</p>" as HTML : nil)</section>
        \(turning)
        \(look.next.map(nextStep))
        \(look.conflicts.isEmpty ? nil : conflicts)
        \(look.isLinkWorker && look.owners.count > 1 ? differing : nil)
        \(look.owners.isEmpty ? nil : owning)</div>
        """
    }

    private var shown: [Rule] {
        let word = sought.folded
        return word.isEmpty
            ? look.rules : look.rules.filter { "\($0.question.name) \($0.words ?? "")".folded.contains(word) }
    }

    private func rule(_ rule: Rule) -> HTML {
        """
        <li class="row"><div class="grow"><b>\(rule.question.name)</b><div class="small">\(rule.state(in: look.placed))</div>\
        \(rule.owner?.id == look.me && !rule.isConfirmed ? rule.id.map { saying(rule, $0) } : nil)</div></li>
        """
    }

    private func saying(_ rule: Rule, _ id: Key<Rule>) -> HTML {
        HTML.form(
            "\(path)/\(id)",
            """
            \(Field("holds", "You are named for it. What holds, in a line?", of: "\(id)", problems).line(""))
            <button class="btn sm">Say so</button>
            """
        )
    }

    private var turning: HTML {
        let backing = look.rules.first { $0.question == .backing }?.owner?.name
        return """
            <section class="card"><h2>Whom do I turn to?</h2><dl class="facts">
            <dt>First</dt><dd>\(look.placed.supervisor?.name ?? "nobody named yet")</dd>
            <dt>A GP here</dt><dd>\(look.gp?.name ?? "nobody named yet")</dd>
            <dt>Who will back me</dt><dd>\(backing ?? "nobody named yet: ask \(look.placed.employerName), your employer")</dd></dl></section>
            """
    }

    private func nextStep(_ rule: Rule) -> HTML {
        "<p class=\"notice\">Next: who owns “\(rule.question.name)”? Nobody is named for it yet.</p>"
    }

    private var conflicts: HTML {
        """
        <section class="card"><h2>Asked for different things</h2><ul class="plain">\(each: look.conflicts, { conflict in
            """
            <li class="row"><div class="grow"><a href="/rules/conflicts/\(conflict.id)">\(conflict.question.name)</a><div class="small">\(conflict.one.name) and \
            \(conflict.other.name); \(conflict.tieBreaker.name) breaks the tie</div><div class="small">\(conflict.state(at: now))</div></div></li>
            """ })</ul></section>
        """
    }

    private var people: [Choice] {
        [Choice("", "Choose")] + look.owners.map { Choice($0.id.description, $0.titled) }
    }

    private var differing: HTML {
        """
        <section class="card"><h2>I am being asked for different things</h2>
        <p class="hint">It goes to both, and to whoever breaks the tie, with \(RuleConflict.promise) days to settle it. You carry it \
        to nobody. \(Rule.meanwhile)</p>\(HTML.form("\(path)/conflicts", """
            \(Field("about", "About what", of: "c", problems).list(questions, chosen: conflict.about))
            \(Field("one", "Asked by", of: "c", problems).list(people, chosen: conflict.one))
            \(Field("other", "And differently by", of: "c", problems).list(people, chosen: conflict.other))
            \(Field("words", "In one sentence", of: "c", problems).line(conflict.words))
            <button class="btn">Send it to both</button>
            """))</section>
        """
    }

    private var questions: [Choice] { Rule.Question.allCases.map { Choice($0.rawValue, $0.name) } }

    private var owning: HTML {
        """
        <section class="card"><h2>Name who answers for a question</h2>\(HTML.form(path, """
            \(Field("question", "Which", problems).list(questions, chosen: naming.question))
            \(Field("party", "Whose rule it is", problems)
                .one(of: Rule.Party.allCases.map { Choice($0.rawValue, $0.name(in: look.placed)) }, chosen: naming.party))
            \(Field("owner", "Who answers for it", problems).list(people, chosen: naming.owner))
            <button class="btn quiet">Name them</button>
            """))</section>
        """
    }

    static var sample: RulesPage { RulesPage(look: .sample, now: Date.sampled) }
}

/// One conflict, for those who settle it.
struct ConflictPage: FormPage {
    let conflict: RuleConflict
    let maySettle: Bool
    let now: Date
    var form = SettlingForm()
    var problems = Problems()

    let place: String? = "/placements"
    let title = "Asked for different things"

    var main: HTML {
        """
        <div class="reading"><h1>\(title)</h1>
        <p class="lead">\(conflict.question.name): \(conflict.state(at: now)).</p>
        <section class="card"><p class="keep">\(conflict.words)</p><p class="small muted">\(conflict.one.name) and \
        \(conflict.other.name) ask for it; \(conflict.tieBreaker.name) breaks the tie.</p></section>
        <p class="notice">\(Rule.meanwhile)</p>
        \(problems.summary)
        \(maySettle ? settling : nil)</div>
        """
    }

    private var settling: HTML {
        HTML.form(
            "/rules/conflicts/\(conflict.id)",
            """
            \(Field("words", "What holds from now on", problems).paper(form.words))
            <button class="btn">Settle it, and tell everybody</button>
            """
        )
    }

    static var sample: ConflictPage {
        ConflictPage(conflict: Rules.Look.sample.conflicts[0], maySettle: true, now: Date.sampled)
    }
}
