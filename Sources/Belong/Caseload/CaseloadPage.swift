import Foundation
import Kernel
import Web

/// One's people, by what comes next.
struct CaseloadPage: Page {
    let title = "People"
    let place: String? = "/people"
    let name: String
    let groups: [Group]
    /// Words for people that did not go and wait to be printed.
    var lettersToPrint = 0
    /// How many a colleague offers to hand over.
    var offered = 0
    /// Groups that might have to stop and that some of them go to.
    var frail: [String] = []

    struct Group: Sendable {
        let heading: String
        let lines: [Line]
    }

    struct Line: Sendable {
        let path: String
        let name: String
        let practice: String
        let last: String
    }

    init(_ people: [CaseLine], named name: String = "", at now: Date) {
        self.name = name
        groups = CaseLine.Standing.allCases.compactMap { standing in
            let lines = people.filter { $0.standing == standing }
            return lines.isEmpty
                ? nil : Group(heading: standing.name, lines: lines.map { Line($0, at: now) })
        }
    }
}

extension CaseloadPage.Line {
    fileprivate init(_ line: CaseLine, at now: Date) {
        path = "/cases/\(line.id)"
        name = line.name
        practice = line.coveredFor.map { "\(line.practice), for \($0)" } ?? line.practice
        last = line.spoken(at: now)
    }
}

extension CaseLine {
    /// *On the phone, 8 days ago*, *No answer yesterday*, *taken on 3 days ago*.
    fileprivate func spoken(at now: Date) -> String {
        let today = Day(now)
        guard let lastContact else { return "taken on \(Day(openedAt).nearness(to: today))" }
        let what = Contact.Outcome.How(rawValue: lastContact.outcome)?.name ?? lastContact.mode.name
        return "\(what), \(Day(lastContact.at).nearness(to: today))"
    }
}

extension CaseloadPage {
    var main: HTML {
        """
        <h1>\(title)</h1>
        \(lettersToPrint == 0 ? nil : toPrint)\(frail.isEmpty ? nil : mightStop)
        <form method="get" action="/people" role="search" class="row">
        \(Field("name", "Find someone by name").line(name, .search))<button class="btn quiet">Find</button></form>
        \(offered == 0 ? nil : offers)\(groups.isEmpty ? nobody : "\(each: groups, section)")
        <p class="small"><a href="/hand-overs">Hand-overs</a></p>
        <p class="small"><a href="/cover">Going away? Arrange who looks after your people</a></p>
        """
    }

    private var toPrint: HTML {
        """
        <p class="notice"><a href="/printing">\(lettersToPrint.counted("message")) to print</a>: they did not reach the \
        person.</p>
        """
    }

    private var mightStop: HTML {
        """
        <p class="notice clay">\(frail.joined(separator: ", ")): might have to stop. \
        <a href="/introductions">Who of your people goes there, and what is alike</a></p>
        """
    }

    private var offers: HTML {
        """
        <p class="notice"><a href="/hand-overs">\(offered.counted("person", "people")) \(offered == 1 ? "is" : "are") \
        offered to you by a colleague</a></p>
        """
    }

    private func section(_ group: Group) -> HTML {
        """
        <section class="card"><h2>\(group.heading) <span class="muted">\(group.lines.count)</span></h2>
        <ul class="plain">\(each: group.lines, item)</ul></section>
        """
    }

    private func item(_ line: Line) -> HTML {
        """
        <li class="row"><div class="grow"><a href="\(line.path)">\(line.name)</a> <span class="small muted">\
        \(line.practice)</span></div><span class="small">\(line.last)</span></li>
        """
    }

    private var nobody: HTML {
        name.isEmpty
            ? "<p>Nobody yet. Whoever waits for you is under <a href=\"/waiting\">Waiting</a>.</p>"
            : "<p>Nobody of that name among your people. <a href=\"/people\">See everyone</a>.</p>"
    }

    static var sample: CaseloadPage {
        let now = Date.now
        let line = { (name: String, standing: CaseLine.Standing, days: Double) in
            CaseLine(
                id: Case.ID(),
                name: name,
                practice: "Elm Street Surgery",
                coveredFor: standing == .quiet ? "Sam Reed" : nil,
                openedAt: now,
                lastContact: .init(at: now - days * 86_400, mode: .phone, outcome: "reached"),
                reachedAt: now,
                standing: standing
            )
        }
        return CaseloadPage([line("Alan Brooks", .going, 8), line("Jean Moss", .quiet, 30)], at: now)
    }
}
