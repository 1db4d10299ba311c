import Foundation
import Kernel
import Web

/// One thing in the diary: what it is, how it came to be there, and what can be done with it.
struct DiaryEntryPage: FormPage {
    let title: String
    let place: String? = "/diary"
    let entry: DiaryEntry
    /// How it stood before it was moved, latest first.
    let before: [Before]
    let hasBegun: Bool
    /// The room that is booked for it, and whether it is in the reader's own diary.
    var booked: BookedRoom?
    var isMine = true
    var moving: MoveForm
    var cancelling = CancellingForm()
    var missing = MissingForm()
    var problems = Problems()

    struct Before: Sendable {
        let when: String
        let because: String
    }

    init(_ entry: DiaryEntry, before: [DiaryEntry], at now: Date) {
        title = entry.person.map { "\(entry.plan.kind.name): \($0)" } ?? entry.plan.kind.name
        self.entry = entry
        hasBegun = entry.plan.beginsAt <= now
        moving = MoveForm(entry.plan)
        let all = [entry] + before
        self.before = zip(before, all).map { was, became in
            Before(when: was.whenSpoken, because: "\(became.because ?? ""), \(became.madeBy)")
        }
    }

    var worry: String? { entry.personID.map { "/people/\($0)/worries/new" } }
}

extension DiaryEntry {
    /// Tuesday 14 April, 09:00 to 10:00
    var whenSpoken: String { "\(Day(plan.beginsAt).spoken), \(hours)" }
}

extension DiaryEntryPage {
    var main: HTML {
        """
        <div class="reading"><p class="crumbs"><a href="\(week)">The diary of that week</a></p>
        <h1>\(title)</h1>
        \(entry.cancelling.map(off))
        \(entry.standing.words.map { "<p><span class=\"tag\">\($0)</span></p>" as HTML })
        <section class="card"><dl class="facts">\(each: facts, fact)</dl>\(room)\(isAlone ? alone : nil)</section>
        \(before.isEmpty ? nil : moved)
        \(problems.summary)
        \(canChange ? changing : nil)</div>
        """
    }

    private var week: String {
        let day = Day(entry.plan.beginsAt)
        return "/diary?week=\(day.monday)"
    }

    private var canChange: Bool {
        switch entry.standing {
        case .planned: true
        case .happened, .missed, .cancelled: false
        }
    }

    /// Somebody goes there alone, and it is still to come or going on.
    private var isAlone: Bool { canChange && LoneVisit.kinds.contains(entry.plan.kind) }

    private var alone: HTML {
        "<p><a class=\"btn quiet\" href=\"/lone-visits/\(entry.first)\">Going alone: who looks out for you</a></p>"
    }

    private var facts: [(String, String)] {
        let plan = entry.plan
        return [
            ("When", entry.whenSpoken),
            ("Back at the desk", plan.backAt.map { London.time($0) } ?? ""),
            ("For", entry.practice ?? ""),
            ("The front desk reads", plan.place),
            ("Only you read", plan.ownPlace),
            ("A word", plan.words),
            ("Put there by", "\(entry.madeBy), \(Day(entry.madeAt).spoken)"),
        ].filter { !$0.1.isEmpty }
    }

    private func fact(_ fact: (String, String)) -> HTML {
        "<dt>\(fact.0)</dt><dd>\(fact.1)</dd>"
    }

    private func off(_ cancelling: DiaryEntry.Cancelling) -> HTML {
        """
        <p class="notice"><b>Cancelled.</b> \(cancelling.why.name)\(cancelling.words.isEmpty ? "" : ": \(cancelling.words)")</p>
        """
    }

    private var moved: HTML {
        """
        <section class="card"><h2>Where it was before</h2><ul class="plain">\(each: before, { """
            <li class="row"><div class="grow">\($0.when)<div class="small muted">moved: \($0.because)</div></div></li>
            """ })</ul></section>
        """
    }

    private var changing: HTML {
        """
        \(entry.plan.caseID == nil || !hasBegun ? nil : happened)
        <section class="card"><h2>Move it</h2>\(HTML.form("/diary/\(entry.id)/move", move))</section>
        <section class="card"><h2>Cancel it</h2>\(HTML.form("/diary/\(entry.id)/cancelling", cancel))</section>
        """
    }

    private var happened: HTML {
        """
        <section class="card"><h2>How it went</h2>
        <p><a class="btn" href="/diary/\(entry.id)/contact">Write down what happened</a></p>
        <h3>They did not come?</h3>
        \(HTML.form("/diary/\(entry.id)/missing", """
            \(Field("tried", "What you tried", hint: "Rang, sent a text, waited a quarter of an hour.", problems)
                .line(missing.tried))
            \(Field("next", "What next", problems).line(missing.next))
            <button class="btn quiet">They did not come</button>
            """))</section>
        """
    }

    private var move: HTML {
        """
        \(Field("day", "Day", problems).line(moving.day, .date))
        <div class="cols">\(Field("from", "From", problems).line(moving.from, .time))
        \(Field("until", "Until", problems).line(moving.until, .time))</div>
        \(problems.asksWhetherBoth(moving.mayMeet))
        \(Field("because", "Why it moves", problems).line(moving.because))
        <button class="btn quiet">Move it</button>
        """
    }

    private var cancel: HTML {
        """
        \(Field("why", "Whose doing is it?", hint: "Logistics is neither yours nor theirs, and worth telling a practice.", problems)
            .one(of: DiaryEntry.Why.allCases.map { Choice($0.rawValue, $0.name) }, chosen: cancelling.why))
        \(Field("cancelWords", "A word about it, if you like", problems).line(cancelling.cancelWords))
        <button class="btn quiet">Cancel it</button>
        """
    }

    static var sample: DiaryEntryPage {
        let day = Day(number: 20_557)
        let entries = DiaryEntry.samples(on: day)
        return DiaryEntryPage(entries[1], before: [entries[0]], at: London.instant(day, hour: 12))
    }
}

extension Day {
    /// The Monday of its week.
    var monday: Day { advanced(by: 1 - weekday.rawValue) }
}
