import Foundation
import Kernel
import Web

/// A review on one page, in the order in which it is talked through: twenty minutes, and
/// one thing agreed at the end. It is prepared; nobody has to write anything but that.
struct ReviewPage: FormPage {
    let draft: ReviewDraft
    let now: Date
    var form: CommitmentForm
    var moving = ReviewTimeForm()
    var problems = Problems()

    let place: String? = "/placements"
    var title: String { "Review: \(name) at \(draft.placed.practiceName)" }

    init(draft: ReviewDraft, now: Date) {
        (self.draft, self.now) = (draft, now)
        form = CommitmentForm(on: Day(now))
    }

    var placed: Owing.Placed { draft.placed }
    var name: String { placed.linkWorker.name }
    var path: String { "/reviews/\(draft.review.id)" }

    var main: HTML {
        """
        <div class="reading review"><p class="crumbs"><a href="/placements">Placements</a> · \
        <a href="/placements/\(placed.id)">\(name), \(placed.practiceName)</a> · \
        <a href="/placements/\(placed.id)/reviews">Reviews</a></p>
        <h1>\(title)</h1>
        \(draft.review.commitment.map(closed) ?? open)</div>
        """
    }

    private var open: HTML {
        """
        <p class="lead">Twenty minutes, together, from the top to the bottom. Talk it through; nothing has to be written but \
        one line at the end.</p>
        <p class="small muted">\(draft.review.spoken). It is about how the practice and the link worker fit, never about how \
        well somebody works. Print it from your browser if you would rather have it on paper.</p>
        \(problems.summary)
        \(lastTime)\(changed)\(stands)\(unknown)\(owed)\(trying)\(agreeing)
        \(anotherTime)
        """
    }

    private func closed(_ commitment: Commitment) -> HTML {
        """
        <section class="card"><h2>Agreed on \(Day(commitment.madeAt).full)</h2>
        \(commitment.card)
        <p>\(commitment.state(of: name, at: now)).</p>
        \(draft.isLinkWorker && commitment.effect == nil ? effects(of: draft.review.id) : nil)
        <p class="small muted">\(presence)</p>
        \(draft.isLinkWorker && draft.review.wasThere == nil ? presences : nil)
        <p class="small">\(draft.next.map { "The next review is planned for \($0.spoken)." } ?? "")</p></section>
        <p class="lead">This is how it stood that day.</p>
        \(changed)\(stands)\(unknown)\(trying)
        """
    }

    private var presence: String {
        switch draft.review.wasThere {
        case true?: "\(name) was there."
        case false?: "\(name) says that they were not there."
        case nil: "\(name) has not said yet that they were there; until then it does not count as held."
        }
    }

    private var presences: HTML {
        """
        <div class="acts">\(HTML.button("I was there, and we agreed on this", "\(path)/presence/yes", classes: "btn sm"))\
        \(HTML.button("I was not there", "\(path)/presence/no", classes: "btn sm quiet"))</div>
        """
    }

    func effects(of review: Review.ID) -> HTML {
        """
        <div class="acts">\(each: Commitment.Effect.allCases, { effect in
            HTML.button(effect.name, "/reviews/\(review)/effect/\(effect.rawValue)", classes: "btn sm quiet") })</div>
        """
    }

    private var agreeing: HTML {
        """
        <section class="card" id="agree"><h2>7. One thing you agree on <span class="small muted">4 minutes</span></h2>
        <p>Exactly one: small enough to be done by then, big enough to be noticed. \(name) says later whether it was done and \
        whether it helped.</p>
        \(HTML.form("\(path)/commitment", """
            \(Field("what", "What is going to change", hint: "One line. For example: an item for the link worker at every Tuesday meeting.", problems)
                .line(form.what))
            <div class="cols">\(Field("whose", "Whose it is", problems)
                .list([Choice("", "Choose")] + draft.holders.map { Choice($0.id.description, $0.titled) }, chosen: form.whose))
            \(Field("due", "By when", problems).line(form.due, .date))</div>
            \(Field("here", "You are doing this together", problems)
                .any(of: [Choice("yes", draft.isLinkWorker ? "We looked at it together" : "\(name) is here, and agrees")], chosen: form.here ?? []))
            <button class="btn">Close the review with this</button>
            """))
        <p class="print-only">What: ____________________________________ Whose: ________________ By when: ____________</p></section>
        """
    }

    /// Its form has come back with something to put right.
    private var isMoved: Bool { problems.list.contains { ["day", "time"].contains($0.field) } }

    private var anotherTime: HTML {
        """
        <details class="no-print"\(isMoved ? " open" as HTML : nil)><summary>Another time</summary>\(HTML.form("\(path)/time", """
            <div class="cols">\(Field("day", "Day", problems).line(moving.day, .date))
            \(Field("time", "Time", problems).line(moving.time, .time))</div>
            <button class="btn quiet">Move it</button>
            """))</details>
        """
    }
}

extension Commitment {
    /// What, whose, by when.
    var card: HTML {
        """
        <p class="agreed"><b>\(words)</b></p>
        <p class="small muted">\(whose.name), by \(dueOn.full)</p>
        """
    }
}
