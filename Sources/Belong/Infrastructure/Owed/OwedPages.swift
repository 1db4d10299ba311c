import Kernel
import Web

/// Everything that is owed in one placement, in one place: what, whose, by when, and
/// whether it happened.
struct OwedPage: Page {
    let placed: Owing.Placed
    let sections: [Owing.Section]

    let place: String? = "/placements"
    var title: String { "\(placed.linkWorker.name) at \(placed.practiceName)" }

    var main: HTML {
        """
        <p class="crumbs"><a href="/placements">Placements</a></p>
        <h1>\(title)</h1>
        <p class="lead">\(lead)</p>
        \(placed.parties)
        \(each: sections, \.card)
        """
    }

    private var lead: String {
        placed.side == .linkWorker
            ? "What you were promised, whose it is, and whether it happened. It happened when you say so."
            : "What is owed here, whose it is, and whether it happened, as the link worker says. "
                + "Nothing on this page measures the link worker."
    }

    static var sample: OwedPage {
        OwedPage(
            placed: .sample,
            sections: [
                .init(
                    heading: "Issues raised",
                    path: "/issues",
                    lines: [
                        .init(
                            what: "IT",
                            whose: "Peter Hale",
                            due: "raised 9 days ago",
                            state: "nobody has said yet that they have it"
                        )
                    ]
                )
            ]
        )
    }
}

/// The placements somebody owes something in, or is owed.
struct PlacementsPage: Page {
    let title = "Placements"
    let place: String? = "/placements"
    let placements: [Owing.Placed]
    var mayChange = false

    var main: HTML {
        """
        <div class="reading"><h1>\(title)</h1>
        <p class="lead">What a link worker was promised at a practice, and whether it happened. In the order of the \
        alphabet, always.</p>
        <section class="card"><ul class="plain">\(each: placements, \.item)</ul>\
        \(placements.isEmpty ? "<p>No link worker is placed with you just now.</p>" as HTML : nil)</section>
        <p class="acts"><a class="btn quiet" href="/issues">What was raised</a> \
        <a class="btn quiet" href="/issues/new">Something is not right</a> \
        <a class="btn quiet" href="/exits">When somebody leaves</a>\
        \(mayChange ? " <a class=\"btn quiet\" href=\"/changes/new\">Write a change down</a>" as HTML : nil)</p></div>
        """
    }

    static var sample: PlacementsPage { PlacementsPage(placements: [.sample]) }
}

extension Owing.Section {
    fileprivate var card: HTML {
        """
        <section class="card"><h2>\(heading) <a href="\(path)">Look after it<span class="aside">: \(heading)</span></a></h2>
        \(lines.isEmpty ? "<p class=\"muted\">Nothing yet.</p>" : "<ul class=\"plain\">\(each: lines, \.item)</ul>")</section>
        """
    }
}

extension Owing.Line {
    var item: HTML {
        """
        <li class="row"><div class="grow"><b>\(what)</b><div class="small muted">\(whose) · \(due)</div></div>\
        <span class="tag\(isDone ? " leaf" : "")">\(state)</span></li>
        """
    }
}

extension Owing.Placed {
    fileprivate var item: HTML {
        """
        <li class="row"><div class="grow"><b>\(linkWorker.name)</b><div class="small muted">\(practiceName), since \
        \(beganOn.full)</div></div><a class="btn sm quiet" href="/placements/\(id)">What is owed\
        <span class="aside">: \(linkWorker.name) at \(practiceName)</span></a></li>
        """
    }

    var parties: HTML {
        """
        <section class="card"><dl class="facts"><dt>Employed by</dt><dd>\(employerName)</dd>
        <dt>Paid for by</dt><dd>\(funderName)</dd><dt>Supervised by</dt><dd>\(supervisor?.name ?? "nobody named yet")</dd>
        <dt>Since</dt><dd>\(beganOn.full)</dd>
        <dt>To read</dt><dd><a href="/team/\(linkWorker.id)">What \(linkWorker.name) brings</a>, \
        <a href="/practices/\(practice)/role-card">the role card of \(practiceName)</a></dd></dl></section>
        """
    }

    static var sample: Owing.Placed {
        Owing.Placed(
            id: Placement.ID(),
            linkWorker: .init(id: Member.ID(), name: "Amara Okafor"),
            practice: Organisation.ID(),
            practiceName: "Elm Street Surgery",
            network: nil,
            employer: Organisation.ID(),
            employerName: "Riverside Network",
            funder: Organisation.ID(),
            funderName: "Riverside Network",
            supervisor: .init(id: Member.ID(), name: "Ruth Adler"),
            beganOn: Day(number: 20_257),
            side: .linkWorker
        )
    }
}
