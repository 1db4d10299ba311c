import Foundation
import Kernel
import Web

/// Who is new at a practice, and whom they and its link workers are to meet.
struct NewcomersPage: Page {
    let title = "New here: people to meet"
    let all: [Acquaintance]
    let me: Member.ID
    let now: Date

    private var own: [Acquaintance] { all.filter { $0.isOneOfThem(me) } }
    private var others: [Acquaintance] { all.filter { !$0.isOneOfThem(me) } }

    var main: HTML {
        """
        <div class="reading"><h1>\(title)</h1>
        <p class="lead">Whoever is new at a practice and its link workers meet within \(Acquaintance.promise) days: five \
        minutes, a tea. You have met when one of you says so and the other does not say otherwise.</p>
        \(own.isEmpty && others.isEmpty ? nobody : nil)
        \(own.isEmpty ? nil : list("For you to meet", own))
        \(own.contains { $0.newcomer.id == me } ? pack : nil)
        \(others.isEmpty ? nil : list("Who else is to meet", others))</div>
        """
    }

    private var nobody: HTML {
        "<section class=\"card\"><p>Nobody is new just now.</p></section>"
    }

    /// For whoever is new themselves.
    private var pack: HTML {
        """
        <section class="card"><h2>Before you meet</h2><p>What a link worker does here and what not, who they are and how to ask: \
        <a href="/practices/\(own[0].practice)/role-card">on one page</a>.</p></section>
        """
    }

    private func list(_ heading: String, _ some: [Acquaintance]) -> HTML {
        """
        <section class="card"><h2>\(heading)</h2><ul class="plain">\(each: some, item)</ul></section>
        """
    }

    private func item(_ one: Acquaintance) -> HTML {
        let isMine = one.isOneOfThem(me)
        let who = isMine ? one.other(than: me).name : "\(one.newcomer.name) and \(one.linkWorker.name)"
        let what = one.newcomer.id == me ? "link worker" : one.role.title.lowercased()
        return """
            <li class="row"><div class="grow"><b>\(who)</b><div class="small muted">\(what) · \(one.practiceName)\
            \(text: one.newcomer.id == me ? nil : " · joined \(Day(one.joinedAt).full)")</div><div class="small">\(one.state(at: now))</div></div>
            \(isMine ? said(one) : nil)</li>
            """
    }

    private func said(_ one: Acquaintance) -> HTML {
        let hasMet = one.metAt != nil
        return HTML.form(
            "/newcomers/\(one.membership)/\(one.placement)/\(hasMet ? "not-met" : "met")",
            """
            <button class="btn sm\(hasMet ? " quiet" : "")">\(hasMet ? "We have not met" : "We have met")\
            <span class="aside">: \(one.other(than: me).name)</span></button>
            """,
            classes: "inline"
        )
    }

    static var sample: NewcomersPage {
        let (amara, noor) = (
            Owing.Placed.sample.linkWorker, Worry.Named(id: Member.ID(), name: "Dr Noor Farouk")
        )
        let one = Acquaintance(
            placement: Placement.ID(),
            membership: Key(),
            linkWorker: amara,
            newcomer: noor,
            role: .clinician,
            practice: Organisation.ID(),
            practiceName: "Elm Street Surgery",
            joinedAt: .sampled - 12 * 86_400,
            words: []
        )
        return NewcomersPage(all: [one], me: amara.id, now: .sampled)
    }
}
