import Foundation
import Kernel
import Web

/// Groups as partners of a network: at the table or not, what flows to them, why one pauses.
struct PartnersPage: FormPage {
    let looks: [Partners.Look]
    let now: Date
    var met = MetForm()
    var flow = FlowForm()
    var pause = PauseForm()
    /// Of which group the reason was typed that comes back.
    var pausing: Activity.ID?
    var problems = Problems()

    let title = "Groups as partners"
    let place: String? = "/partners"

    var main: HTML {
        """
        <div class="reading"><h1>\(title)</h1>
        <p class="lead">Whether groups are at the table where social prescribing is planned, what flows to those who \
        welcome people, and why one pauses. Groups read what is noted of them, and say if it did not arrive.</p>
        \(problems.summary)
        \(each: looks, network)
        \(looks.contains(where: \.mayNote) ? meeting : nil)
        \(looks.contains { $0.mayNote && !$0.partners.isEmpty } ? giving : nil)</div>
        """
    }

    private func network(_ look: Partners.Look) -> HTML {
        let there = look.meetings.count { !$0.voice.isEmpty }
        return """
            <section class="card"><h2>\(look.reach.name): planned together</h2>
            <p>\(look.meetings.isEmpty ? "No meeting is noted in half a year." : "Somebody of the groups was at \(there) of \(look.meetings.count.counted("meeting")) in half a year.")</p>
            <ul class="plain">\(each: look.meetings, { item($0, look) })</ul></section>
            <section class="card"><h2>\(look.reach.name): what flows to groups</h2>\(flows(look))</section>
            <section class="card"><h2>\(look.reach.name): who pauses, and why</h2>\(pauses(look))</section>
            """
    }

    private func item(_ meeting: PlanningMeeting, _ look: Partners.Look) -> HTML {
        """
        <li class="row"><div class="grow">\(meeting.words)<div class="small muted">\(meeting.placeName), \
        \(meeting.heldOn.full) · \(meeting.told)</div></div>\
        \(look.mayTakeBack(meeting.notedBy) ? back("/partners/meetings/\(meeting.id)/end", meeting.words) : nil)</li>
        """
    }

    private func flows(_ look: Partners.Look) -> HTML {
        let without = look.partners.filter { partner in
            partner.isBusy && !partner.flows.contains { !$0.isDenied }
        }
        let with = look.partners.filter { !$0.flows.isEmpty }
        return """
            \(with.isEmpty ? "<p>Nothing is noted in a year.</p>" : "<ul class=\"plain\">\(each: with, { partner($0, look) })</ul>")
            \(without.isEmpty ? nil : none(without))
            """
    }

    private func none(_ partners: [Partner]) -> HTML {
        """
        <h3>They welcomed five people or more in half a year, and nothing flowed</h3>
        <ul>\(each: partners, { "<li>\($0.name)</li>" })</ul>
        """
    }

    private func partner(_ partner: Partner, _ look: Partners.Look) -> HTML {
        """
        <li class="row"><div class="grow"><b>\(partner.name)</b><ul class="plain">\(each: partner.flows, { flow in
            """
            <li class="row"><div class="grow small">\(flow.told)\(flow.isDenied ? "<br>The group says that it did not arrive." as HTML : nil)</div>\
            \(look.mayTakeBack(flow.notedBy) ? back("/partners/flows/\(flow.id)/end", "\(partner.name), \(flow.told)") : nil)</li>
            """ })</ul></div></li>
        """
    }

    private func back(_ path: String, _ what: String) -> HTML {
        HTML.form(
            path,
            "<button class=\"btn sm quiet\">It was not so<span class=\"aside\">: \(what)</span></button>",
            classes: "inline"
        )
    }

    private func pauses(_ look: Partners.Look) -> HTML {
        look.pauses.isEmpty
            ? "<p>No group that people from here go to pauses.</p>"
            : "<ul class=\"plain\">\(each: look.pauses, { paused($0, look) })</ul>"
    }

    private func paused(_ one: GroupPause, _ look: Partners.Look) -> HTML {
        """
        <li class="row"><div class="grow"><a href="/community/\(one.activity)">\(one.name)</a>
        <div class="small muted">\(one.isOver ? "said to have stopped" : "takes nobody new"), \
        \(Day(one.since).nearness(to: Day(now))) · \(one.told)</div>\(look.mayNote ? asking(one) : nil)</div></li>
        """
    }

    private func asking(_ one: GroupPause) -> HTML {
        let isTyped = pausing == one.activity
        let mine = isTyped ? problems : Problems()
        let field = Field("reason", "As they say", of: "\(one.activity)", mine)
        let reasons = PauseReason.allCases.map { Choice($0.rawValue, $0.name) }
        return """
            <details class="small"\(isTyped ? " open" as HTML : nil)><summary>Why?<span class="aside"> \(one.name)</span></summary>
            \(HTML.form("/partners/pauses/\(one.activity)", """
                \(field.one(of: reasons, chosen: isTyped ? pause.reason : nil))
                \(Field("why", "In a line, if you like", of: "\(one.activity)", mine).line(isTyped ? pause.why : nil))
                <button class="btn sm quiet">Write it down</button>
                """))</details>
            """
    }

    private var meeting: HTML {
        let places = looks.filter(\.mayNote).flatMap { look in
            look.reach.places.map { Choice($0.typed, look.reach.name(of: $0.practice)) }
        }
        let voices = [Choice("there", "Yes"), Choice("nobody", "No")]
        return """
            <section class="card"><h2>Note a meeting that planned social prescribing</h2>\(HTML.form("/partners/meetings", """
                <div class="cols">\(Field("place", "Whose meeting", problems).list(places, chosen: met.place))
                \(Field("heldOn", "When", problems).line(met.heldOn, .date))</div>
                \(Field("about", "What was planned", problems).line(met.about))
                \(Field("voices", "Was somebody of the groups at the table?", problems).one(of: voices, chosen: met.voices))
                \(Field("voice", "Who", hint: "A role is enough: the lunch club’s treasurer.", problems).line(met.voice))
                <button class="btn">Note it</button>
                """))</section>
            """
    }

    private var giving: HTML {
        let groups = looks.filter(\.mayNote).flatMap { look in
            look.partners.map { Choice("\(look.reach.id).\($0.id)", $0.name) }
        }
        let kinds = ResourceFlow.Kind.allCases.map { Choice($0.rawValue, $0.name) }
        return """
            <section class="card"><h2>Note what flowed to a group</h2>\(HTML.form("/partners/flows", """
                \(Field("to", "To whom", problems).list([Choice("", "Choose")] + groups, chosen: flow.to))
                \(Field("kind", "What", problems).one(of: kinds, chosen: flow.kind))
                <div class="cols">\(Field("pounds", "Pounds, if it was money", problems).line(flow.pounds))
                \(Field("source", "From whom", problems).line(flow.source))
                \(Field("from", "From which day", problems).line(flow.from, .date))
                \(Field("until", "Until, if it goes on", problems).line(flow.until, .date))</div>
                <button class="btn">Note it</button>
                """))</section>
            """
    }
}
