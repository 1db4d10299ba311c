import Kernel
import Web

/// A sheet for a group's own bids: whom it welcomed, in numbers that can be read
/// of nobody, and what link workers wrote back.
struct GivenBackPage: Page {
    let title = "What we gave this year"
    let place: String? = "/welcome"
    let groups: [GivenBack.Group]
    let flows: [ResourceFlow]
    let until: String

    init(_ given: GivenBack, flows: [ResourceFlow] = [], today: Day) {
        groups = given.groups
        self.flows = flows
        until = today.full
    }

    var main: HTML {
        """
        <p class="small muted"><a href="/welcome">Back to Welcome</a></p>
        <h1>\(title)</h1>
        <p class="lead">People whom link workers of the NHS introduced to us in the year to \(until). \
        Print it for whoever pays for your work.</p>
        \(groups.isEmpty ? "<p>Nobody has been introduced to you in this year.</p>" : sheet)
        \(flows.isEmpty ? nil : cameBack)
        <p class="small muted">From Belong, where social prescribing link workers keep their introductions. \
        Anything under five is not counted out, so that nobody can be picked out.</p>
        """
    }

    private var sheet: HTML {
        """
        <div class="scroll" role="region" aria-label="What we gave" tabindex="0"><table><caption>In the year to \(until)</caption>
        <thead><tr><th scope="col">Group</th><th scope="col">Welcomed</th><th scope="col">Came along</th>\
        <th scope="col">Thanks</th></tr></thead>
        <tbody>\(each: groups, line)</tbody></table></div>
        \(each: groups.filter { $0.thanks.count >= GivenBack.fewest }, thanks)
        """
    }

    private var cameBack: HTML {
        """
        <section class="card"><h2>What came back to us</h2><p class="hint no-print">As the network notes it. Say if it did \
        not reach you: it counts for nothing then, and the network reads that.</p>
        <ul class="plain">\(each: flows, flow)</ul></section>
        """
    }

    private func flow(_ flow: ResourceFlow) -> HTML {
        let denying = HTML.form(
            "/partners/flows/\(flow.id)/denial",
            "<button class=\"btn sm quiet\">It did not reach us<span class=\"aside\">: \(flow.to), \(flow.told)</span></button>",
            classes: "inline no-print"
        )
        let denied: HTML = "<span class=\"tag\">You said that it did not reach you</span>"
        return """
            <li class="row"><div class="grow"><b>\(flow.to)</b><div class="small">\(flow.told)</div></div>\(flow.isDenied ? denied : denying)</li>
            """
    }

    private func line(_ group: GivenBack.Group) -> HTML {
        """
        <tr><th scope="row">\(group.name)</th><td>\(GivenBack.words(group.welcomed))</td>\
        <td>\(GivenBack.words(group.came))</td><td>\(GivenBack.words(group.thanks.count))</td></tr>
        """
    }

    private func thanks(_ group: GivenBack.Group) -> HTML {
        """
        <section class="card"><h2>What they wrote to \(group.name)</h2>
        \(each: group.thanks.eachOnce, { "<p class=\"quote\">\($0)</p>" })</section>
        """
    }

    static let sample = GivenBackPage(
        GivenBack(groups: [
            .init(
                name: "Tuesday lunch",
                welcomed: 12,
                came: 9,
                thanks: Array(repeating: "Thank you for the warm welcome.", count: 6)
            )
        ]),
        flows: [.sample],
        today: Day(number: 20_557)
    )
}
