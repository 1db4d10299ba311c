import Foundation
import Kernel
import Web

/// How a link worker is made welcome at a practice: six small things, and whether they happened.
struct WelcomeActsPage: FormPage {
    let look: WelcomeActs.Look
    var form = WelcomeActForm()
    var problems = Problems()

    let place: String? = "/placements"
    var title: String { "Welcome at \(look.placed.practiceName)" }
    private var path: String { "/placements/\(look.placed.id)/welcome" }
    private var name: String { look.placed.linkWorker.name }

    var main: HTML {
        """
        <div class="reading"><p class="crumbs"><a href="/placements">Placements</a> · \
        <a href="/placements/\(look.placed.id)">\(name) at \(look.placed.practiceName)</a></p>
        <h1>\(title)</h1>
        <p class="lead">\(look.isLinkWorker ? Self.own : "Six small things, one a month will do. Each happened when \(name) says so.")</p>
        \(problems.summary)
        <section class="card"><ul class="plain">\(each: look.acts, item)</ul></section>
        \(look.mayOffer ? offering : nil)
        \(look.mayOffer ? HTML.button("Not this month", "\(path)/rest", classes: "btn quiet") : nil)
        <p><a href="/newcomers">Who is new, and whom to meet</a></p></div>
        """
    }

    private static let own =
        "Six small things by which a practice makes somebody welcome. They happened when you say so. Nobody reads from "
        + "this how you are; only whether it was done."

    private func item(_ act: WelcomeAct) -> HTML {
        """
        <li class="row"><div class="grow"><b>\(act.kind.name)</b>\(words(of: act))
        <div class="small muted">\(act.state(linkWorker: name))</div></div>\(ways(act))</li>
        """
    }

    private func words(of act: WelcomeAct) -> HTML? {
        guard case .offered(_, let words, _, _) = act.standing, !words.isEmpty else { return nil }
        return "<div class=\"keep\">\(words)</div>"
    }

    private func ways(_ act: WelcomeAct) -> HTML? {
        if act.kind.isInduction {
            return """
                <a class="btn sm quiet" href="/placements/\(look.placed.id)/induction">Induction\
                <span class="aside">: \(act.kind.name)</span></a>
                """
        }
        guard look.isLinkWorker, !act.hasHappened else { return nil }
        let isOffered = !act.isOpen
        return """
            \(said("It happened", act, "happened"))\(isOffered ? said("It did not", act, "missed") : nil)
            """
    }

    private func said(_ words: String, _ act: WelcomeAct, _ what: String) -> HTML {
        HTML.form(
            "\(path)/\(act.kind.rawValue)/\(what)",
            "<button class=\"btn sm quiet\">\(words)<span class=\"aside\">: \(act.kind.name)</span></button>",
            classes: "inline"
        )
    }

    private var open: [WelcomeAct] { look.acts.filter { $0.isOpen && !$0.kind.isInduction } }

    private var offering: HTML? {
        guard !open.isEmpty else { return nil }
        return """
            <section class="card"><h2>Do one of them</h2>\(HTML.form(path, """
                \(Field("kind", "What", problems).one(of: open.map { Choice($0.kind.rawValue, $0.kind.name) }, chosen: form.kind))
                \(Field("words", "Who and when, in a line", hint: "For example: Bev would like to have lunch with you on Tuesday.", problems)
                    .line(form.words))
                <button class="btn">Tell \(name)</button>
                """))</section>
            """
    }

    static var sample: WelcomeActsPage {
        let offered = WelcomeAct.Standing.offered(
            Key(),
            words: "Mina would like to have lunch with you on Tuesday.",
            by: "Peter Hale",
            at: .sampled
        )
        let acts = WelcomeAct.Kind.allCases.map { kind in
            WelcomeAct(
                kind: kind,
                standing: kind == .meal ? offered : kind == .buddy ? .happened(at: .sampled) : .nothing
            )
        }
        return WelcomeActsPage(look: .init(placed: .sample, acts: acts, answering: [], mayOffer: true))
    }
}

/// What a practice would like to do, as it was typed.
struct WelcomeActForm: Decodable, Sendable {
    var kind: String?
    var words: String?

    init() {}

    func read() throws(Problems) -> (kind: WelcomeAct.Kind, words: String) {
        var problems = Problems()
        let kind = problems.unless(kind.flatMap(WelcomeAct.Kind.init(rawValue:)), "kind", "Choose what it is")
        let words = problems.words(words, "words", upTo: 300)
        guard let kind, problems.list.isEmpty else { throw problems }
        return (kind, words)
    }
}
