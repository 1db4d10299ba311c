import Foundation
import Kernel
import Web

extension CasePage {
    var main: HTML {
        """
        <p class="small muted"><a href="/people">People</a> › \(listed)</p>
        <h1>\(title)</h1>
        <p class="lead">\(lead)</p>
        \(banner)
        <div class="two"><div>\(mattersCard)\(planCard)\(storyCard)</div>
        <div>\(nextCard)\(each: cards, { $0 })\(agreedCard)\(signCard)\(holdingCard)</div></div>
        """
    }

    private var banner: HTML {
        """
        <div class="notice">\(each: worries, worry)<p>\(risk)\(each: needs, {
            " <span class=\"tag sky\">\($0)</span>"
        })</p>\(isClosed ? closedLine : nil)</div>
        """
    }

    private func worry(_ worry: Worry) -> HTML {
        """
        <p><a href="/worries/\(worry.id)"><b>Open worry</b></a>: \(worry.urgency.name.lowercased()), told to \
        \(worry.raisedTo.name), \(Day(worry.raisedAt).short) at \(London.time(worry.raisedAt))</p>
        """
    }

    private var closedLine: HTML {
        "<p>This case is closed. The story is kept; <a href=\"/cases/\(id)/reopening\">open it again</a>.</p>"
    }

    private var mattersCard: HTML {
        """
        <section class="card"><h2>What matters to \(givenName)</h2>\(matters.map(quote) ?? notYet)
        <details><summary>Write it together</summary>\(HTML.form("/cases/\(id)/matters", mattersForm))</details></section>
        """
    }

    private func quote(_ matters: WhatMatters) -> HTML {
        """
        <p class="quote">“\(matters.words)”</p><p class="small muted">In their words, \
        \(matters.isFromContact ? "conversation of " : "")\(Day(matters.saidAt).short)</p>
        """
    }

    private var notYet: HTML {
        "<p class=\"muted\">Not asked yet. It comes with the first conversation.</p>"
    }

    private var mattersForm: HTML {
        "\(Field("matters", "In their words").paper(matters?.words))<button class=\"btn\">Keep</button>"
    }

    private var planCard: HTML {
        """
        <section class="card"><h2>The plan</h2>\(plan.map(planned) ?? noPlan)
        <p><a href="/cases/\(id)/plan">\(plan == nil ? "Make a plan" : "Revise the plan")</a>\
        \(plan == nil ? nil : earlier)</p></section>
        """
    }

    private func planned(_ plan: Plan) -> HTML {
        PlanTable(goals: plan.goals, heading: "\(givenName)'s goal").html
    }

    private var noPlan: HTML { "<p class=\"muted\">None yet. Listening can be all that is needed.</p>" }

    private var earlier: HTML {
        """
         · <a href="/cases/\(id)/plan/versions">Earlier versions</a> · \
        <a href="/cases/\(id)/own-page">\(givenName)'s copy</a>
        """
    }

    private var storyCard: HTML {
        """
        <section class="card"><h2>The story so far</h2>
        <p><a class="btn sm" href="/cases/\(id)/contacts/new">Add what happened</a></p>
        <ol class="tl plain">\(each: story, \.html)</ol></section>
        """
    }

    private var nextCard: HTML {
        """
        <section class="card"><h2>Next</h2><ul class="plain">
        \(each: ways, { "<li><a href=\"\($0.path)\">\($0.name)</a></li>" })
        </ul><p><a class="btn quiet" href="/people/\(person)/worries/new">Worried about \(givenName)?</a></p></section>
        """
    }

    private var agreedCard: HTML {
        """
        <section class="card"><h2>What \(givenName) agreed to</h2>
        <ul class="plain small">\(each: agreements, \.html)</ul></section>
        """
    }

    private var signCard: HTML {
        """
        <section class="card"><h2>A sign of change?</h2>
        <details><summary>Note it</summary>\(HTML.form("/cases/\(id)/signs", signForm))</details></section>
        """
    }

    private var signForm: HTML {
        """
        \(Field("kind", "What changed").list(Sign.Kind.allCases.map { Choice($0.rawValue, $0.name) }, chosen: nil))
        \(Field("signWords", "In your own words, or theirs").line(""))
        \(Field("day", "Day").line("\(Day(.now))", .date))
        \(Field("byPerson", "Who noticed").any(of: [Choice("yes", "They said so themselves")], chosen: []))
        <button class="btn">Keep</button>
        """
    }

    private var holdingCard: HTML {
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
}
