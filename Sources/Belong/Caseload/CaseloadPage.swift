import Foundation
import Kernel
import Web

/// One's people, by what comes next.
struct CaseloadPage: Page {
    let title = "People"
    let place: String? = "/people"
    /// Whom somebody looks for, in place of all that is filtered.
    var name = ""
    var groups: [Group]
    var filter = CaseloadFilter()
    /// How many there are, whatever is filtered.
    var people = 0
    /// How many are their own, beside what was agreed.
    var own = 0
    var agreed: AgreedLoad?
    /// A number somebody else said, which waits for their yes.
    var asksForYes = false
    /// From when on they take new people again, if they take none now.
    var pausedUntil: Day?
    /// Where they work, for whoever works at several practices.
    var practices: [Organisation] = []
    /// Words for people that did not go and wait to be printed.
    var lettersToPrint = 0
    /// How many a colleague offers to hand over.
    var offered = 0
    /// Groups that might have to stop and that some of them go to.
    var frail: [String] = []

    struct Group: Sendable {
        let standing: CaseLine.Standing
        let count: Int
        let lines: [Line]

        var heading: String { standing.name }
        /// How many are folded away.
        var more: Int { count - lines.count }
    }

    struct Line: Sendable {
        let path: String
        let name: String
        let practice: String
        let last: String
        let planned: String?
    }

    init(_ caseload: Caseload, at now: Date) {
        (filter, people, own) = (caseload.filter, caseload.people, caseload.own)
        groups = caseload.groups.map { group in
            .init(standing: group.standing, count: group.count, lines: group.lines.map { Line($0, at: now) })
        }
    }

    /// Those of a name, the closed too.
    init(_ people: [CaseLine], named name: String = "", at now: Date) {
        self.name = name
        groups = CaseLine.Standing.allCases.compactMap { standing in
            let lines = people.filter { $0.standing == standing }
            return lines.isEmpty
                ? nil
                : Group(standing: standing, count: lines.count, lines: lines.map { Line($0, at: now) })
        }
    }
}

extension CaseloadPage.Line {
    init(_ line: CaseLine, at now: Date) {
        path = "/cases/\(line.id)"
        name = line.name
        practice = line.coveredFor.map { "\(line.practice), for \($0)" } ?? line.practice
        last = line.spoken(at: now)
        planned = line.planned.map { planned in
            "\(planned.kind.name) \(Day(planned.at).nearness(to: Day(now))), \(London.time(planned.at))"
        }
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
        \(lettersToPrint == 0 ? nil : toPrint)\(frail.isEmpty ? nil : mightStop)\(offered == 0 ? nil : offers)
        \(finding)<div class="two"><div>\(filter.isSet && name.isEmpty ? filtered : nil)\
        \(groups.isEmpty ? nobody : "\(each: groups, section)")</div>
        <div>\(name.isEmpty ? "\(filtering)\(howMany)" : nil)\(around)</div></div>
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
        <section class="card" id="\(group.standing.rawValue)"><h2>\(group.heading) <span class="muted">\(group.count)</span></h2>
        <ul class="plain">\(each: group.lines, item)</ul>\(group.more > 0 ? rest(group) : nil)</section>
        """
    }

    private func rest(_ group: Group) -> HTML {
        """
        <p><a href="/people?group=\(group.standing.rawValue)#\(group.standing.rawValue)">Show all \(group.count)\
        <span class="aside"> of \(group.heading)</span></a></p>
        """
    }

    private func item(_ line: Line) -> HTML {
        """
        <li class="row"><div class="grow"><a href="\(line.path)">\(line.name)</a> <span class="small muted">\
        \(line.practice)</span></div><span class="small">\(line.last)\
        \(line.planned.map { "<br><span class=\"muted\">\($0)</span>" as HTML })</span></li>
        """
    }

    private var nobody: HTML {
        if !name.isEmpty {
            return "<p>Nobody of that name among your people. <a href=\"/people\">See everyone</a>.</p>"
        }
        return filter.isSet
            ? "<p>Nobody just now. \(people.counted("person", "people")) are behind what you filter.</p>"
            : "<p>Nobody yet. Whoever waits for you is under <a href=\"/waiting\">Waiting</a>.</p>"
    }

    private var finding: HTML {
        """
        <form method="get" action="/people" role="search" class="row">
        \(Field("name", "Find someone by name").line(name, .search))<button class="btn quiet">Find</button></form>
        """
    }

    private var around: HTML {
        """
        <ul class="plain ways small">\(groups.isEmpty ? nil : "<li><a href=\"/people/several\">Several at once</a></li>" as HTML)
        <li><a href="/hand-overs">Hand-overs</a></li>
        <li><a href="/cover">Going away? Arrange who looks after your people</a></li></ul>
        """
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
                standing: standing,
                planned: .init(at: now + 86_400, kind: .goingAlong)
            )
        }
        let groups: [Caseload.Group] = [
            .init(standing: .quiet, count: 63, lines: [line("Jean Moss", .quiet, 30)]),
            .init(standing: .going, count: 1, lines: [line("Alan Brooks", .going, 8)]),
        ]
        let filter = CaseloadFilter(practice: nil, standing: nil, next: .planned, words: "allotment")
        var page = CaseloadPage(Caseload(groups: groups, filter: filter, people: 70), at: now)
        page.practices = ["Elm Street Surgery", "Harbour Practice"].map {
            Organisation(kind: .practice, name: $0)
        }
        return page
    }
}
