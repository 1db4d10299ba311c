import Foundation
import Kernel
import Web

/// The registers of targets somebody may read: what is counted of link workers, and beside what.
struct TargetsPage: Page {
    let registers: [Targets.Register]
    let now: Date

    let title = "What is counted"
    let place: String? = "/targets"

    var main: HTML {
        """
        <div class="reading"><h1>\(title)</h1>
        <p class="lead">The numbers that link workers are held to: set by whom, since when, and beside which measure of \
        what matters to people. What a link worker counted to is not kept here, and shown to nobody.</p>
        \(registers.contains(where: \.mayAdd) ? "<p><a class=\"btn\" href=\"/targets/new\">Write a target down</a></p>" as HTML : nil)
        \(each: registers, card)\
        \(registers.isEmpty ? "<p>There is no network whose list you read.</p>" as HTML : nil)</div>
        """
    }

    private func card(_ register: Targets.Register) -> HTML {
        let inForce = register.targets.filter { $0.ended == nil }
        let over = register.targets.filter { $0.ended != nil }
        let ended: HTML =
            "<details><summary>Ended: \(over.count)</summary><ul class=\"plain\">\(each: over, item)</ul></details>"
        return """
            <section class="card"><h2>\(register.reach.name)</h2>
            \(inForce.isEmpty ? "<p>Nothing is counted that anybody is held to.</p>" : "<ul class=\"plain\">\(each: inForce, item)</ul>")
            \(over.isEmpty ? nil : ended)
            <p class="small muted">\(confirmed(register))</p>
            \(register.reach.leads ? HTML.button("This is all there is", "/targets/confirmations/\(register.reach.id)") : nil)</section>
            """
    }

    private func confirmed(_ register: Targets.Register) -> String {
        let owner =
            "The list is the network’s. Whoever leads it says every \(Target.confirmed) days that it is whole."
        guard let last = register.confirmation else { return "\(owner) Nobody has yet." }
        let late = last.holds(at: now) ? "" : " That is too long ago to rely on."
        return "\(owner) \(last.by) said so \(Day(last.at).nearness(to: Day(now))).\(late)"
    }

    private func item(_ target: Target) -> HTML {
        """
        <li class="row"><div class="grow"><a href="/targets/\(target.id)">\(target.words)</a>
        <div class="small muted">\(target.placeName) · set by \(target.setBy) · \(target.state(on: Day(now)))</div>
        <div class="small">\(text: target.current?.told)</div></div></li>
        """
    }

    static var sample: TargetsPage {
        TargetsPage(
            registers: [.init(reach: .sample, targets: [.sample], confirmation: nil)],
            now: Date.sampled
        )
    }
}

/// Writing a target down.
struct TargetFormPage: FormPage {
    let registers: [Targets.Register]
    var form = TargetForm()
    var problems = Problems()

    let title = "Write a target down"
    let place: String? = "/targets"

    var main: HTML {
        """
        <div class="reading"><p class="crumbs"><a href="/targets">What is counted</a></p><h1>\(title)</h1>
        <p class="lead">It opens ninety days in which everybody concerned sees what it does to conversations. A new one \
        changes how the work is run: <a href="/changes/new?kind=targets">ask first</a>.</p>
        \(problems.summary)
        \(HTML.form("/targets", """
            \(Field("place", "Of whom it is counted", problems).list([Choice("", "Choose")] + places, chosen: form.place))
            \(Field("kind", "What kind of number is it?", problems)
                .one(of: Target.Kind.allCases.map { Choice($0.rawValue, $0.name) }, chosen: form.kind))
            \(Field("words", "What is counted, in a line", hint: "Eight people a day. No name of anybody.", problems).line(form.words))
            <div class="cols">\(Field("setBy", "Who set it", problems).line(form.setBy))
            \(Field("since", "Since when", problems).line(form.since, .date))</div>
            \(MeantFields(way: form.way, pairing: form.pairing, paired: form.paired, problems: problems).html)
            <button class="btn">Write it down</button>
            """))</div>
        """
    }

    private var places: [Choice] {
        registers.filter(\.mayAdd).flatMap { register in
            register.reach.places.map { place in
                Choice(
                    place.typed,
                    place.practice == nil
                        ? "Every link worker of \(register.reach.name)"
                        : "The link workers at \(register.reach.name(of: place.practice))"
                )
            }
        }
    }

    static var sample: TargetFormPage {
        TargetFormPage(registers: [.init(reach: .sample, targets: [], confirmation: nil)])
    }
}
