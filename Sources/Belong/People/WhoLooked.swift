import Foundation
import Kernel
import Store
import Web

/// Everyone who looked at or changed something about a person, and when: theirs to
/// ask for, so it can be printed, leaf by leaf.
struct WhoLookedPage: Page {
    let title: String
    let place: String?
    var worry: String?
    /// From where it was asked for.
    let back: Place
    let path: String
    let leaf: Leaf

    struct Line: Sendable {
        let at: Date
        let who: String
        let what: String
    }

    /// So many lines as one opens at once, and how many leaves there are.
    struct Leaf: Sendable {
        let lines: [Line]
        let number: Int
        let count: Int

        static let lines = 500
    }
}

extension Cases {
    func whoLooked(_ id: Case.ID, leaf: Int = 1, at now: Date = .now) async throws -> WhoLookedPage {
        try await open(id, at: now) { view, found in
            try WhoLookedPage(
                title: WhoLookedPage.title(view.particulars(of: found.person)),
                place: "/people",
                worry: "/cases/\(id)/worry",
                back: Place("Their page", "/cases/\(id)"),
                path: "/cases/\(id)/log",
                leaf: view.looks(about: found.person, leaf: leaf)
            )
        }
    }
}

extension People {
    /// For whoever holds a case of theirs; where there is none yet, for the link
    /// workers of a practice that referred them.
    func whoLooked(_ id: Person.ID, leaf: Int = 1, at now: Date = .now) async throws -> WhoLookedPage {
        let me = member.id
        let (person, holds) = try await store.write { work in
            let person = try work.standing(id)
            let holds = try isMine(person, in: work, at: now)
            guard try holds || isWaiting(person, in: work, at: now) else { throw Missing() }
            try work.log(.looked, person, about: person, by: me, at: now)
            return (person, holds)
        }
        return try await store.read { view in
            try WhoLookedPage(
                title: WhoLookedPage.title(view.particulars(of: person)),
                place: holds ? "/people" : "/waiting",
                worry: "/people/\(person)/worries/new",
                back: holds
                    ? Place("What is kept of them", "/people/\(person)") : Place("Waiting", "/waiting"),
                path: "/people/\(person)/log",
                leaf: view.looks(about: person, leaf: leaf)
            )
        }
    }

    private func isWaiting(_ id: Person.ID, in view: any Reader, at now: Date) throws -> Bool {
        let here = try view.placements(of: member.id, on: Day(now))
        return try view.has(
            """
            SELECT referral.id FROM referral
            WHERE referral.person = \(id) AND referral.practice IN (\(each: here))
                AND NOT EXISTS (SELECT 1 FROM "case" WHERE "case".person = referral.person)
            """
        )
    }
}

extension Reader {
    fileprivate func looks(about person: Person.ID, leaf: Int) throws -> WhoLookedPage.Leaf {
        let theirs = try looksAtAnyRecord(of: person)
        let most = WhoLookedPage.Leaf.lines
        let all: Int = try value("SELECT COUNT(*) FROM log_entry WHERE \(theirs)") ?? 0
        let count = Swift.max(1, (all + most - 1) / most)
        let number = Swift.min(Swift.max(1, leaf), count)
        let lines = try rows(
            """
            SELECT at, actor, act, subject_kind, member.name AS who
            FROM log_entry
            LEFT JOIN member ON member.id = log_entry.member
            WHERE \(theirs)
            ORDER BY at DESC, chain, position DESC
            LIMIT \(most) OFFSET \((number - 1) * most)
            """
        ).map { row in
            try WhoLookedPage.Line(
                at: row("at"),
                who: row("who") ?? LogEntry.Actor.said(row("actor")),
                what: LogEntry.said(row("act"), row("subject_kind"))
            )
        }
        return WhoLookedPage.Leaf(lines: lines, number: number, count: count)
    }

    /// All their records as things stand; and what was looked at while theirs was
    /// brought together with somebody else's.
    private func looksAtAnyRecord(of person: Person.ID) throws -> SQL {
        let records = try records(of: person)
        let shared = try rows(
            """
            SELECT kept, merged_at, separated_at
            FROM merging
            WHERE merged IN (\(each: records)) AND separated_at IS NOT NULL
            """
        )
        return try shared.reduce("person IN (\(each: records))") { theirs, row in
            let (kept, from, until): (Person.ID, Date, Date) = try (
                row("kept"), row("merged_at"), row("separated_at")
            )
            return "\(theirs) OR (person = \(kept) AND at >= \(from) AND at <= \(until))"
        }
    }
}

extension WhoLookedPage {
    fileprivate static func title(_ person: Particulars) -> String {
        "Who looked at what is kept about \(person.fullName)"
    }

    var main: HTML {
        """
        <p class="small muted"><a href="\(back.path)">\(back.name)</a></p>
        <h1>\(title)</h1>
        <p class="lead">They can have this list whenever they ask. It prints as it stands\(text: leaves). It tells who \
        opened something about them, not who saw their name in a list of people.</p>
        <table class="card"><thead><tr><th scope="col">When</th><th scope="col">Who</th><th scope="col">What</th></tr>\
        </thead><tbody>\(each: leaf.lines, row)</tbody></table>
        \(leaf.count == 1 ? nil : turning)
        """
    }

    private var leaves: String {
        leaf.count == 1 ? "" : ", leaf by leaf: this is leaf \(leaf.number) of \(leaf.count)"
    }

    private var turning: HTML {
        """
        <p class="row">\(leaf.number == 1 ? nil : turn("Later", leaf.number - 1))\
        \(leaf.number == leaf.count ? nil : turn("Earlier", leaf.number + 1))</p>
        """
    }

    private func turn(_ words: String, _ number: Int) -> HTML {
        "<a class=\"btn quiet sm\" href=\"\(path)?leaf=\(number)\">\(words)</a>"
    }

    private func row(_ line: Line) -> HTML {
        """
        <tr><td>\(Day(line.at).full), \(London.time(line.at))</td><td>\(line.who)</td><td>\(line.what)</td></tr>
        """
    }

    static var sample: WhoLookedPage {
        let id = Person.ID()
        return WhoLookedPage(
            title: "Who looked at what is kept about Alan Brooks",
            place: "/people",
            worry: "/people/\(id)/worries/new",
            back: Place("What is kept of them", "/people/\(id)"),
            path: "/people/\(id)/log",
            leaf: Leaf(
                lines: [Line(at: .now, who: "Amara Okafor", what: "looked at their page")],
                number: 2,
                count: 3
            )
        )
    }
}
