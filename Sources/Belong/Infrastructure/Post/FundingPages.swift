import Foundation
import Kernel
import Web

/// For how long one post is paid, by whom, and what was confirmed before.
struct FundingPage: FormPage {
    let look: Fundings.Look
    let now: Date
    var form = FundingForm()
    var problems = Problems()

    var place: String? { look.mayConfirm ? "/funding" : "/placements" }
    let title = "How long the post is paid"
    private var placed: Owing.Placed { look.placed }

    var main: HTML {
        """
        <div class="reading"><p class="crumbs">\(look.mayConfirm ? "<a href=\"/funding\">Posts</a>" : "<a href=\"/placements/\(placed.id)\">\(placed.practiceName)</a>" as HTML)</p>
        <h1>\(title)</h1>
        <p class="lead">\(placed.linkWorker.name) at \(placed.practiceName). Employed by \(placed.employerName), paid for by \
        \(placed.funderName).</p>
        <section class="card"><h2>Today</h2>\(look.history.first.map(current) ?? unknown)</section>
        \(problems.summary)
        \(look.mayConfirm ? confirming : nil)
        \(look.history.count > 1 ? earlier : nil)</div>
        """
    }

    private var unknown: HTML {
        "<p>Nobody has confirmed yet for how long it is paid. It is for \(placed.payers) to say.</p>"
    }

    private func current(_ funding: Funding) -> HTML {
        """
        <p><b>\(funding.words(on: Day(now)))</b></p>\(facts(funding))
        """
    }

    private func facts(_ funding: Funding) -> HTML {
        """
        <p class="small muted">\(funding.source) · \(funding.notice) · confirmed by \(funding.confirmedBy.name) on \
        \(Day(funding.confirmedAt).full)</p>
        """
    }

    private var earlier: HTML {
        """
        <section class="card"><h2>Confirmed before</h2><ul class="plain">\(each: Array(look.history.dropFirst()), { funding in
            "<li>Until \(funding.until.full)\(facts(funding))</li>" })</ul></section>
        """
    }

    private var confirming: HTML {
        """
        <section class="card"><h2>Confirm it</h2>
        <p class="hint">Only what is signed or minuted. \(placed.linkWorker.name) reads it at once, and what was confirmed before stays.</p>
        \(HTML.form("/placements/\(placed.id)/funding", """
            \(Field("source", "Where the money comes from", hint: "For example: ARRS, the council, a grant.", problems).line(form.source))
            <div class="cols">\(Field("until", "Paid until, that day included", problems).line(form.until, .date))
            \(Field("notice", "Weeks of notice", problems).line(form.notice, .number))</div>
            <button class="btn">Confirm it</button>
            """))</section>
        """
    }

    static var sample: FundingPage {
        FundingPage(
            look: .init(placed: .sample, history: [.sample(500), .sample(120)], mayConfirm: true),
            now: Date.sampled
        )
    }
}

/// Every post one speaks for, and for how long it is paid. By name, always.
struct FundingsPage: Page {
    let lines: [Fundings.Line]
    let now: Date

    let place: String? = "/funding"
    let title = "How long posts are paid"

    var main: HTML {
        """
        <div class="reading"><h1>\(title)</h1>
        <p class="lead">As far as it is confirmed. Whoever leads, employs or pays is told three months before a post ends.</p>
        <section class="card"><ul class="plain">\(each: lines, item)</ul>\
        \(lines.isEmpty ? "<p>There is no post here that is yours to confirm.</p>" as HTML : nil)</section></div>
        """
    }

    private func item(_ line: Fundings.Line) -> HTML {
        """
        <li class="row"><div class="grow"><b>\(line.placed.linkWorker.name)</b><div class="small muted">\
        \(line.placed.practiceName) · \(line.funding?.source ?? line.placed.funderName)</div>
        <div>\(line.funding?.words(on: Day(now)) ?? "nobody has confirmed it yet")</div></div>
        \(line.funding.map { $0.isEnding(on: Day(now)) } ?? false ? "<span class=\"tag sun\">ends soon</span>" as HTML : nil)\
        <a class="btn sm quiet" href="/placements/\(line.placed.id)/funding">Look<span class="aside">: \
        \(line.placed.linkWorker.name) at \(line.placed.practiceName)</span></a></li>
        """
    }

    static var sample: FundingsPage {
        FundingsPage(
            lines: [.init(placed: .sample, funding: .sample(60)), .init(placed: .sample, funding: nil)],
            now: Date.sampled
        )
    }
}

extension Funding {
    fileprivate static func sample(_ days: Int) -> Funding {
        Funding(
            id: Funding.ID(),
            source: "ARRS",
            until: Day(Date.sampled).advanced(by: days),
            noticeWeeks: 12,
            confirmedAt: Date.sampled - 86_400,
            confirmedBy: .init(id: Member.ID(), name: "Nadia Aziz")
        )
    }
}

/// For how long a post is paid, as it was typed.
struct FundingForm: Decodable, Sendable {
    var source: String?
    var until: String?
    var notice: String?

    init() {}

    func read() throws(Problems) -> Fundings.Told {
        var problems = Problems()
        let source = problems.text(source, "source", "Say where the money comes from", upTo: 120)
        let until = problems.unless(
            until.flatMap { Day(typed: $0.asWritten) },
            "until",
            "Enter the last day that is paid"
        )
        let notice = problems.unless(
            Int((notice ?? "").asWritten).flatMap { (0...52).contains($0) ? $0 : nil },
            "notice",
            "Enter the weeks of notice, from 0 to 52"
        )
        guard let source, let until, let notice, problems.list.isEmpty else { throw problems }
        return .init(source: source, until: until, noticeWeeks: notice)
    }
}
