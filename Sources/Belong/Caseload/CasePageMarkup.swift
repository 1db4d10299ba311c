import Foundation
import Kernel
import Web

extension CasePage {
    var main: HTML {
        """
        <p class="small muted"><a href="\(list.path)">\(list.name)</a> › \(listed)</p>
        <h1>\(title)</h1>
        \(prompt.map { $0.notice("/cases/\(id)/worry") })
        <p class="lead">\(lead)</p>
        \(banner)\(problems.summary)
        <div class="two"><div>\(mattersCard)\(planCard)\(storyCard)</div>
        <div>\(standing.mayChange ? nextCard : nil)\(each: cards, { $0 })\(agreedCard)\(changing)</div></div>
        """
    }

    /// What only whoever holds or covers the case can do, while it is open.
    private var changing: HTML? {
        guard standing.mayChange else { return nil }
        return isClosed ? showingCard : "\(signCard)\(holdingCard)\(showingCard)\(handOverCard)"
    }

    private var banner: HTML {
        """
        <div class="notice">\(standingLine)\(each: worries, worry)\(each: safeguarding, atRisk)<p>\(risk)\(each: needs, {
            " <span class=\"tag sky\">\($0)</span>"
        })</p>\(isClosed ? closedLine : nil)</div>
        """
    }

    private func atRisk(_ line: String) -> HTML {
        "<p><a href=\"/people/\(person)/safeguarding\"><b>Safeguarding</b></a>: \(line)</p>"
    }

    private func worry(_ worry: Worry) -> HTML {
        """
        <p><a href="/worries/\(worry.id)"><b>Open worry</b></a>: \(worry.urgency.name.lowercased()), told to \
        \(worry.raisedTo.name), \(Day(worry.raisedAt).short) at \(London.time(worry.raisedAt))</p>
        """
    }

    private var standingLine: HTML? {
        switch standing {
        case .own: nil
        case .covering(let name): "<p>You look after \(givenName) while \(name) is away.</p>"
        case .shown(let name):
            "<p>\(name) shows you this to think it over. You read it and change nothing.</p>"
        case .givenAway(let name, let until):
            "<p>You handed this over to \(name). You can read it until \(until.spoken) and change nothing.</p>"
        }
    }

    private var closedLine: HTML {
        standing.mayChange
            ? "<p>This case is closed. The story is kept; <a href=\"/cases/\(id)/reopening\">open it again</a>.</p>"
            : "<p>This case is closed. The story is kept.</p>"
    }

    private var mattersCard: HTML {
        """
        <section class="card"><h2>What matters to \(givenName)</h2>\(matters.map(quote) ?? notYet)
        \(isGoingOn ? writing : nil)</section>
        """
    }

    /// Open, and for whoever reads this to go on with.
    private var isGoingOn: Bool { standing.mayChange && !isClosed }

    private var writing: HTML {
        """
        <details><summary>Write it together</summary>\(HTML.form("/cases/\(id)/matters", mattersForm))</details>
        """
    }

    private func quote(_ matters: WhatMatters) -> HTML {
        """
        <p class="quote">\(matters.words.quoted)</p><p class="small muted">In their words, \
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
        <p class="acts">\(isGoingOn ? revise : nil)\(plan == nil ? nil : earlier)</p></section>
        """
    }

    private var revise: HTML {
        "<a href=\"/cases/\(id)/plan\">\(plan == nil ? "Make a plan" : "Revise the plan")</a> "
    }

    private func planned(_ plan: Plan) -> HTML {
        PlanTable(goals: plan.goals, heading: "\(givenName)'s goal").html
    }

    private var noPlan: HTML { "<p class=\"muted\">None yet. Listening can be all that is needed.</p>" }

    private var earlier: HTML {
        """
        <a href="/cases/\(id)/plan/versions">Earlier versions</a> \
        <a href="/cases/\(id)/own-page">\(givenName)'s copy</a>
        """
    }

    private var storyCard: HTML {
        """
        <section class="card"><h2>The story so far</h2>
        \(isGoingOn ? add : nil)
        <ol class="tl plain">\(each: story, \.html)</ol></section>
        """
    }

    private var add: HTML {
        "<p><a class=\"btn sm\" href=\"/cases/\(id)/contacts/new\">Add what happened</a></p>"
    }

    private var nextCard: HTML {
        """
        <section class="card"><h2>Next</h2><ul class="plain ways">
        \(each: ways, { "<li><a href=\"\($0.path)\">\($0.name)</a></li>" })
        </ul><p><a class="btn quiet" href="/people/\(person)/worries/new">Worried about \(givenName)?</a></p></section>
        """
    }
}
