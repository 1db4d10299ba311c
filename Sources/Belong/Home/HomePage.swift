import Foundation
import Kernel
import Web

/// One glance, then one next thing: how a day begins for whoever does not begin it at the desk.
struct HomePage: Page {
    let title: String
    let place: String? = "/"
    let day: String
    let needs: [Home.Need]
    /// Whether there are people of one's own to look up.
    let hasPeople: Bool
    /// Whom a supervisor has not spoken with.
    var team: NotSpokenCard?

    init(_ member: Member, needs: [Home.Need], hasPeople: Bool, at now: Date) {
        title = "\(Self.greeting(at: now)), \(Self.called(member.name))"
        day = Day(now).spoken
        self.needs = needs
        self.hasPeople = hasPeople
    }

    /// By the clock in London, where everyone here works.
    static func greeting(at now: Date) -> String {
        switch London.time(now) {
        case ..<"12:00": "Good morning"
        case ..<"18:00": "Good afternoon"
        default: "Good evening"
        }
    }

    /// *Amara*, and *Dr Patel*, as one is spoken to.
    static func called(_ name: String) -> String {
        let words = name.split(separator: " ").map(String.init)
        guard let first = words.first, let last = words.last else { return name }
        return ["Dr", "Prof", "Rev"].contains(first) ? "\(first) \(last)" : first
    }
}

extension HomePage {
    var main: HTML {
        """
        <h1>\(title)</h1>
        <p class="lead">\(day).</p>
        <div class="two"><div><section class="card"><h2>What needs you</h2>
        \(needs.isEmpty ? nothing : Home.list(needs))</section>\(team?.html)</div>
        <div>\(hasPeople ? lookUp : nil)\(find)</div></div>
        """
    }

    private var nothing: HTML {
        "<p>Nothing waits for you just now.</p>"
    }

    private var lookUp: HTML {
        """
        <section class="card"><form method="get" action="/people" role="search">
        \(Field("name", "Find one of your people", hint: "Any part of their name.").line("", .search))\
        <button class="btn quiet">Find them</button></form></section>
        """
    }

    private var find: HTML {
        """
        <section class="card"><form method="get" action="/community" role="search">
        \(Field("q", "Find a group", hint: "For example: someone to eat with near M33, step-free, free.")
            .line("", .search))\
        <button class="btn quiet">Look</button></form></section>
        """
    }

    static var sample: HomePage {
        let amara = Member(name: "Amara Okafor", memberships: [])
        var page = HomePage(amara, needs: Home.sample, hasPeople: true, at: .now)
        page.team = .sample
        return page
    }
}

extension Home {
    static func list(_ needs: [Need]) -> HTML {
        "<ul class=\"plain\">\(each: needs, \.item)</ul>"
    }

    static let sample = [
        Need(
            kind: "Worry",
            tone: "clay",
            words: "1 worry that nobody has answered yet",
            act: "Read it",
            path: "/worries"
        ),
        Need(
            kind: "Waiting",
            tone: "leaf",
            words: "4 people waiting for a link worker, the first for 3 days",
            act: "See who waits",
            path: "/waiting"
        ),
    ]
}

extension Home.Need {
    fileprivate var item: HTML {
        """
        <li class="row"><div class="grow"><span class="tag \(tone)">\(kind)</span><div>\(words)</div></div>
        <a class="btn sm quiet" href="\(path)">\(act)</a></li>
        """
    }
}
