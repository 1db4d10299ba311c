import Foundation
import Kernel
import Web

/// Getting to know each other: who with whom, when, and whether it happened.
struct InductionPage: FormPage {
    let look: Inductions.Look
    let now: Date
    var form = InductionForm()
    var moving = InductionMoveForm()
    var problems = Problems()

    let place: String? = "/placements"
    var title: String { "Induction of \(look.placed.linkWorker.name)" }
    private var path: String { "/placements/\(look.placed.id)/induction" }

    var main: HTML {
        """
        <div class="reading"><p class="crumbs"><a href="/placements">Placements</a> · \
        <a href="/placements/\(look.placed.id)">\(look.placed.practiceName)</a></p>
        <h1>\(title)</h1>
        <p class="lead">Both sides have a name. It happened when \(look.isLinkWorker ? "you say so" : "the link worker says so"); \
        what did not happen is rebooked by itself, and both are told.</p>
        \(problems.summary)
        <section class="card"><ul class="plain">\(each: look.items, item)</ul>\
        \(look.items.isEmpty ? "<p>Nothing is planned yet.</p>" as HTML : nil)</section>
        \(look.mayPlan ? planning : nil)</div>
        """
    }

    private func item(_ one: Induction) -> HTML {
        let asks = one.happenedAt == nil && one.beginsAt <= now
        let (label, name) = ("\(one.kind.name), \(one.colleague.name)", look.placed.linkWorker.name)
        return """
            <li class="row"><div class="grow"><b>\(one.kind.name)</b> with \(one.colleague.name)
            <div class="small muted">\(Supervision.spoken(one.beginsAt))</div><div class="small">\(one.state(at: now, linkWorker: name))</div>\
            \(one.happenedAt == nil && look.mayPlan ? move(one) : nil)</div>
            \(asks && look.mayPlan ? said("It happened", one, "happened", label) : nil)
            \(asks && look.isLinkWorker ? said("It did not", one, "missed", label) : nil)</li>
            """
    }

    private func said(_ words: String, _ one: Induction, _ act: String, _ label: String) -> HTML {
        HTML.form(
            "\(path)/\(one.id)/\(act)",
            """
            <button class="btn sm quiet">\(words)<span class="aside">: \(label)</span></button>
            """,
            classes: "inline"
        )
    }

    private func move(_ one: Induction) -> HTML {
        """
        <details class="small"><summary>Another time</summary>\(HTML.form("\(path)/\(one.id)/move", """
            <div class="cols">\(Field("newDay", "Day", of: "\(one.id)", problems).line(moving.newDay, .date))
            \(Field("newTime", "Time", of: "\(one.id)", problems).line(moving.newTime, .time))</div>
            <button class="btn sm quiet">Move it</button>
            """))</details>
        """
    }

    private var planning: HTML {
        """
        <section class="card"><h2>Plan something</h2>\(HTML.form(path, """
            \(Field("kind", "What", problems)
                .one(of: Induction.Kind.allCases.map { Choice($0.rawValue, $0.name) }, chosen: form.kind))
            \(Field("colleague", "With whom", problems)
                .list([Choice("", "Choose")] + look.colleagues.map { Choice($0.id.description, $0.titled) },
                    chosen: form.colleague))
            <div class="cols">\(Field("day", "Day", problems).line(form.day, .date))
            \(Field("time", "Time", problems).line(form.time, .time))</div>
            <button class="btn">Plan it, and tell both</button>
            """))</section>
        """
    }

    static var sample: InductionPage {
        let patel = Concerned(id: Member.ID(), name: "Dr Patel", role: .clinician)
        func one(_ kind: Induction.Kind, days: Double, missed: Int, happened: Bool) -> Induction {
            Induction(
                id: Induction.ID(),
                kind: kind,
                colleague: .init(id: patel.id, name: patel.name),
                beginsAt: Date.sampled + days * 86_400,
                date: Key(),
                missed: missed,
                happenedAt: happened ? Date.sampled : nil,
                saidBy: []
            )
        }
        let items = [
            one(.shadowGP, days: 7, missed: 1, happened: false),
            one(.beShadowed, days: -2, missed: 0, happened: false),
            one(.reception, days: -9, missed: 0, happened: true),
        ]
        return InductionPage(
            look: .init(placed: .sample, items: items, colleagues: [patel]),
            now: Date.sampled
        )
    }
}

struct InductionForm: Decodable, Sendable {
    var kind: String?
    var colleague: String?
    var day: String?
    var time: String?

    init() {}

    func read() throws(Problems) -> Inductions.Asked {
        var problems = Problems()
        let kind = problems.unless(kind.flatMap(Induction.Kind.init(rawValue:)), "kind", "Choose what it is")
        let who = problems.unless(colleague.flatMap { Member.ID($0) }, "colleague", "Choose with whom")
        let day = problems.unless(day.flatMap { Day(typed: $0.asWritten) }, "day", "Enter a day there is")
        let minute = problems.unless(
            time.flatMap { TimeOfDay.minute($0.asWritten) },
            "time",
            "Enter a time, such as 10:00"
        )
        guard let kind, let who, let day, let minute else { throw problems }
        return .init(kind: kind, colleague: who, beginsAt: DiaryHours.instant(day, minute))
    }
}

struct InductionMoveForm: Decodable, Sendable {
    var newDay: String?
    var newTime: String?

    init() {}

    func read() throws(Problems) -> Date {
        var problems = Problems()
        let day = problems.unless(
            newDay.flatMap { Day(typed: $0.asWritten) },
            "newDay",
            "Enter a day there is"
        )
        let minute = problems.unless(
            newTime.flatMap { TimeOfDay.minute($0.asWritten) },
            "newTime",
            "Enter a time, such as 10:00"
        )
        guard let day, let minute else { throw problems }
        return DiaryHours.instant(day, minute)
    }
}
