import Foundation
import Kernel
import Web

/// The reviews of one placement: the next, and what each ended in.
struct ReviewsPage: FormPage {
    let look: Reviews.Look
    let now: Date
    var form = ReviewTimeForm()
    var problems = Problems()

    let place: String? = "/placements"
    var title: String { "Reviews with \(look.placed.linkWorker.name)" }
    private var path: String { "/placements/\(look.placed.id)/reviews" }

    var main: HTML {
        """
        <div class="reading"><p class="crumbs"><a href="/placements">Placements</a> · \
        <a href="/placements/\(look.placed.id)">\(look.placed.practiceName)</a></p>
        <h1>\(title)</h1>
        <p class="lead">Twenty minutes each quarter, together. It is prepared by itself, and ends in one thing that is agreed.</p>
        \(problems.summary)
        \(each: look.around.prompts, prompt)
        <section class="card"><h2>The next one</h2>\(look.next.map(coming) ?? planning)</section>
        <section class="card"><h2>What was agreed</h2>\(look.held.isEmpty ? "<p>Nothing yet.</p>" as HTML : nil)\
        <ul class="plain">\(each: look.held, held)</ul></section></div>
        """
    }

    private func prompt(_ prompt: Around.Prompt) -> HTML {
        "<p class=\"notice\">Since \(look.around.since.short) \(prompt.words). That is a reason to look together sooner.</p>"
    }

    private func coming(_ review: Review) -> HTML {
        """
        <p>It \(review.beginsAt < now ? "" : "is ")\(review.state(at: now)).</p>\
        <p><a class="btn" href="/reviews/\(review.id)">Open the review</a></p>
        """
    }

    private var planning: HTML {
        HTML.form(
            path,
            """
            <p>None is planned yet.</p>
            <div class="cols">\(Field("day", "Day", problems).line(form.day, .date))
            \(Field("time", "Time", problems).line(form.time, .time))</div>
            <button class="btn">Plan it</button>
            """
        )
    }

    private func held(_ review: Review) -> HTML {
        guard let commitment = review.commitment else { return "" }
        return """
            <li class="row"><div class="grow"><b>\(commitment.words)</b><div class="small muted">\(commitment.whose.name), by \
            \(commitment.dueOn.full) · agreed \(Day(commitment.madeAt).full)</div>
            <div class="small">\(commitment.state(of: look.placed.linkWorker.name, at: now))</div>\
            \(look.isLinkWorker && commitment.effect == nil ? effects(review) : nil)</div>
            <a class="btn sm quiet" href="/reviews/\(review.id)">Read it<span class="aside">: \(Day(commitment.madeAt).full)</span></a></li>
            """
    }

    private func effects(_ review: Review) -> HTML {
        """
        <div class="acts">\(each: Commitment.Effect.allCases, { effect in
            HTML.button(effect.name, "/reviews/\(review.id)/effect/\(effect.rawValue)", classes: "btn sm quiet") })</div>
        """
    }

    static var sample: ReviewsPage {
        ReviewsPage(
            look: .init(placed: .sample, reviews: [.sample(days: 0), .sample(days: -91)], around: .sample),
            now: Date.sampled
        )
    }
}

extension ReviewPage {
    static var sample: ReviewPage {
        let catalogue = try? Catalogue.standard()
        let draft = ReviewDraft(
            placed: .sample,
            review: .sample(days: 0),
            last: .sample(days: -91),
            around: .sample,
            standing: .init(now: .sample(catalogue, days: 22), before: .sample(catalogue, days: 9)),
            owed: [
                .init(
                    heading: "Issues raised",
                    path: "/issues",
                    lines: [
                        .init(what: "Room", whose: "Peter Hale", due: "raised 20 days ago", state: "open")
                    ]
                )
            ],
            holders: [Concerned(id: Member.ID(), name: "Peter Hale", role: .practiceManager)],
            next: nil
        )
        return ReviewPage(draft: draft, now: Date.sampled)
    }
}

extension Around {
    static var sample: Around {
        Around(
            since: Day(number: 20_466),
            linkWorkers: .init(then: 4, now: 11),
            waiting: .init(then: 6, now: 5),
            newRoles: [.init(role: .clinician, count: 2)]
        )
    }
}

extension Review {
    static func sample(days: Double) -> Review {
        let peter = Worry.Named(id: Member.ID(), name: "Peter Hale")
        let at = Date.sampled + days * 86_400
        let agreed = Commitment(
            words: "An item for Amara at every Tuesday meeting",
            whose: peter,
            dueOn: Day(at).advanced(by: 28),
            madeAt: at,
            madeBy: peter,
            effect: nil
        )
        return Review(
            id: Review.ID(),
            placement: Placement.ID(),
            beginsAt: at,
            commitment: days < 0 ? agreed : nil,
            wasThere: days < 0 ? true : nil
        )
    }
}
