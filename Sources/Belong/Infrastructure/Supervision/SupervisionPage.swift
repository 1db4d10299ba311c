import Foundation
import Kernel
import Web

/// Three hats, each with somebody's name, a rhythm, and whether it was held.
struct SupervisionPage: FormPage {
    let look: Supervisions.Look
    let now: Date
    var agreement = RhythmForm()
    var planning = PlanningForm()
    var contact = GPContactForm()
    var problems = Problems()

    let place: String? = "/placements"
    var title: String { "Supervision of \(look.placed.linkWorker.name)" }
    private var path: String { "/placements/\(look.placed.id)/supervision" }

    var main: HTML {
        """
        <div class="reading"><p class="crumbs"><a href="/placements">Placements</a> · \
        <a href="/placements/\(look.placed.id)">\(look.placed.practiceName)</a></p>
        <h1>\(title)</h1>
        <p class="lead">Who listens about cases, about you yourself and about employment: three hats, kept apart. What is \
        said stays with the link worker. That it was held, and of use, is all that is kept here.</p>
        \(each: Supervision.Hat.allCases, hat)
        <section class="card"><h2>A GP to turn to</h2><p>\(look.standing.gp?.name ?? "Nobody is named yet.")</p>
        \(look.placed.side == .lead || look.clinicians.isEmpty ? nil : naming)</section>
        \(problems.summary)
        \(look.mayAgree ? agreeing : nil)
        \(plannable.isEmpty ? nil : planningCard)</div>
        """
    }

    private func hat(_ hat: Supervision.Hat) -> HTML {
        let sessions = look.standing.sessions.filter { $0.hat == hat }.prefix(6)
        let agreed = look.standing.agreement(hat)
        return """
            <section class="card"><h2>\(look.isLinkWorker ? hat.name : hat.what)</h2>
            <p>\(text: agreed.map { "\($0.supervisor.name), \($0.rhythm.name): " })\(look.standing.state(hat, at: now)).</p>
            <ul class="plain">\(each: sessions, session)</ul></section>
            """
    }

    private func session(_ session: Supervision) -> HTML {
        """
        <li class="row"><div class="grow"><b>\(session.spoken)</b><div class="small muted">\(told(session))</div>\
        \(session.waitsForAnswer(at: now) && look.isLinkWorker ? answering(session) : nil)\
        \(choosing(session))</div>\
        \(isOurs(session) && !session.isOver && session.beginsAt > now ? cancelling(session) : nil)</li>
        """
    }

    private func told(_ session: Supervision) -> String {
        if let cancelling = session.cancelling {
            let what = cancelling.didNotHappen ? "did not happen" : "cancelled by \(cancelling.by.name)"
            return cancelling.isRebooked
                ? "\(what), and another time was taken" : "\(what); three other times are offered"
        }
        if let useful = session.useful { return isOurs(session) ? useful.name : "It was held" }
        return session.beginsAt > now
            ? "planned with \(session.supervisor.name)" : "the link worker has not said yet"
    }

    /// One of the two sits in it. Others read dates only.
    private func isOurs(_ session: Supervision) -> Bool {
        look.isLinkWorker || session.supervisor.id == look.me
    }

    private func answering(_ session: Supervision) -> HTML {
        """
        <div class="acts">\(each: Supervision.Useful.allCases, { useful in
            HTML.button(useful.name, "/supervisions/\(session.id)/answer/\(useful.rawValue)", classes: "btn sm quiet") })\
        \(HTML.button("It did not happen", "/supervisions/\(session.id)/missing", classes: "btn sm quiet"))</div>
        """
    }

    private func choosing(_ session: Supervision) -> HTML? {
        guard isOurs(session), let cancelling = session.cancelling, !cancelling.isRebooked else { return nil }
        return """
            <div class="acts">\(each: cancelling.slots.filter { $0.beginsAt > now }, { slot in
                HTML.button(Supervision.spoken(slot.beginsAt), "/supervisions/slots/\(slot.id)", classes: "btn sm") })</div>
            """
    }

    private func cancelling(_ session: Supervision) -> HTML {
        """
        <a class="btn sm quiet" href="/supervisions/\(session.id)/cancelling?placement=\(look.placed.id)">Cancel\
        <span class="aside"> \(session.spoken)</span></a>
        """
    }

    private var naming: HTML {
        HTML.form(
            "\(path)/gp",
            """
            \(Field("gp", "Who it is", of: "g", problems)
                .list([Choice("", "Choose")] + look.clinicians.map { Choice($0.id.description, $0.name) }, chosen: contact.gp))
            <button class="btn quiet">Name them</button>
            """
        )
    }

    private var agreeing: HTML {
        """
        <section class="card"><h2>Agree who, and how often</h2>
        <p class="hint">Either of the two writes down what was agreed. Cases and wellbeing: at least once a month.</p>
        \(HTML.form("\(path)/agreement", """
            \(Field("hat", "For what", problems)
                .one(of: Supervision.Hat.allCases.map { Choice($0.rawValue, $0.what) }, chosen: agreement.hat))
            \(Field("supervisor", "With whom", problems)
                .list([Choice("", "Choose")] + look.supervisors.map { Choice($0.id.description, $0.titled) },
                    chosen: agreement.supervisor))
            \(Field("rhythm", "How often", problems)
                .list(Supervision.Rhythm.allCases.map { Choice("\($0.rawValue)", $0.name) }, chosen: agreement.rhythm))
            <button class="btn">Keep what was agreed</button>
            """))</section>
        """
    }

    private var plannable: [Supervision.Hat] { Supervision.Hat.allCases.filter(look.mayPlan) }

    private var planningCard: HTML {
        """
        <section class="card"><h2>Plan the next one</h2>\(HTML.form(path, """
            \(Field("of", "For what", of: "p", problems)
                .one(of: plannable.map { Choice($0.rawValue, $0.what) }, chosen: planning.of))
            <div class="cols">\(Field("day", "Day", of: "p", problems).line(planning.day, .date))
            \(Field("time", "Time", of: "p", problems).line(planning.time, .time))</div>
            <button class="btn">Plan it</button>
            """))</section>
        """
    }

    static var sample: SupervisionPage { SupervisionPage(look: .sample, now: Date.sampled) }
}
