import Foundation
import Kernel
import Web

/// One target: how it is meant, and what it does, ninety days beside ninety days.
struct TargetPage: FormPage {
    let look: Targets.Look
    let now: Date
    var meant = MeantForm()
    var ending = TargetEndForm()
    var problems = Problems()

    var title: String { target.words }
    let place: String? = "/targets"
    private var target: Target { look.target }
    private var path: String { "/targets/\(target.id)" }

    var main: HTML {
        """
        <div class="reading"><p class="crumbs"><a href="/targets">What is counted</a></p>
        <h1>\(title)</h1>
        <p class="lead">\(target.placeName): set by \(target.setBy), \(target.state(on: Day(now))). \(target.kind.name).</p>
        \(problems.summary)
        \(watch)
        <section class="card"><h2>How it is meant</h2><ul class="plain">\(each: target.terms.reversed(), said)</ul></section>
        \(look.maySay ? saying : nil)
        \(look.mayEnd ? over : nil)</div>
        """
    }

    private var watch: HTML {
        """
        <section class="card"><h2>What it does to conversations</h2>
        <p>\(look.watch.state(on: Day(now)))</p>
        \(table)
        <p class="small muted">\(read) No link worker stands beside another here, and how many people anybody sees is not \
        counted. What link workers answered is in it only for those they share it with.</p></section>
        """
    }

    private var read: String {
        look.watch.placements == 0
            ? "There is no placement here that you see, so nothing can be read."
            : "Read from \(look.watch.placements.counted("placement")), taken together."
    }

    private var table: HTML {
        let (before, after) = (look.watch.before, look.watch.after)
        let rows: [(String, String, String?)] = [
            ("Whether link workers felt pushed", before.pushedWords, after?.pushedWords),
            ("First conversations", before.lengthWords, after?.lengthWords),
            ("Whether people had time to talk", before.timeWords, after?.timeWords),
        ]
        return """
            <div class="scroll" role="region" aria-label="Before and after" tabindex="0"><table>
            <caption>The \(Target.watched) days before it, and the \(Target.watched) from its first day</caption>
            <thead><tr><th scope="col">What</th><th scope="col">Before</th><th scope="col">Since</th></tr></thead>
            <tbody>\(each: rows, { "<tr><th scope=\"row\">\($0.0)</th><td>\($0.1)</td><td>\($0.2 ?? "not begun")</td></tr>" })\
            </tbody></table></div>
            """
    }

    private func said(_ terms: Target.Terms) -> HTML {
        """
        <li class="row"><div class="grow">\(terms.told.prefix(1).uppercased() + terms.told.dropFirst())
        <div class="small muted">\(terms.by)\(terms.isFromLinkWorker ? ", link worker" : ""), \
        \(Day(terms.at).nearness(to: Day(now)))</div></div></li>
        """
    }

    private var saying: HTML {
        """
        <section class="card"><h2>Is it meant otherwise now?</h2>
        <p class="hint">Whether it was agreed, a link worker’s word decides.</p>
        \(HTML.form("\(path)/terms", """
            \(MeantFields(way: meant.way, pairing: meant.pairing, paired: meant.paired, problems: problems).html)
            <button class="btn quiet">Say so</button>
            """))</section>
        """
    }

    private var over: HTML {
        """
        <section class="card"><h2>It is counted no more</h2>\(HTML.form("\(path)/end", """
            \(Field("ending", "Why it has ended", hint: "It stays in the list with this line.", problems).line(ending.ending))
            <button class="btn quiet">End it</button>
            """))</section>
        """
    }

    static var sample: TargetPage {
        let answers = Evidence.Answers(tally: Tally(boltedOn: 2, fittingIn: 1, belonging: 1), credit: 1.5)
        let watch = PressureWatch(
            placements: 3,
            before: .init(
                pushed: .unknown(.notShared),
                lengths: [40, 55, 60, 45, 50, 70, 65],
                time: .unknown(.nothing)
            ),
            after: .init(
                pushed: .answers([.linkWorker: answers]),
                lengths: [30, 35],
                time: .unknown(.tooFewPeople(3, needed: 5))
            ),
            from: Target.sample.since
        )
        return TargetPage(
            look: .init(target: .sample, watch: watch, maySay: true, mayEnd: true),
            now: Date.sampled
        )
    }
}
