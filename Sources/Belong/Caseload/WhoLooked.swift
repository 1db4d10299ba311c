import Foundation
import Kernel
import Store
import Web

/// Everyone who looked at or changed something about a person, and when: theirs to
/// ask for, so it can be printed.
struct WhoLookedPage: Page {
    let title: String
    let place: String? = "/people"
    let id: Case.ID
    var worry: String? { "/cases/\(id)/worry" }
    let lines: [Line]

    struct Line: Sendable {
        let at: Date
        let who: String
        let what: String
    }

    /// The longest list that is shown at once.
    static let most = 2_000
}

extension Cases {
    func whoLooked(_ id: Case.ID, at now: Date = .now) async throws -> WhoLookedPage {
        try await open(id, at: now) { view, found in
            let person = try view.particulars(of: found.person)
            return try WhoLookedPage(
                title: "Who looked at what is kept about \(person.fullName)",
                id: id,
                lines: view.looks(about: found.person)
            )
        }
    }
}

extension Reader {
    fileprivate func looks(about person: Person.ID) throws -> [WhoLookedPage.Line] {
        let theirs = try looksAtAnyRecord(of: person)
        return try rows(
            """
            SELECT at, actor, act, subject_kind, member.name AS who
            FROM log_entry
            LEFT JOIN member ON member.id = log_entry.member
            WHERE \(theirs)
            ORDER BY at DESC, chain, position DESC
            LIMIT \(WhoLookedPage.most)
            """
        ).map { row in
            try WhoLookedPage.Line(
                at: row("at"),
                who: row("who") ?? LogEntry.Actor.said(row("actor")),
                what: LogEntry.said(row("act"), row("subject_kind"))
            )
        }
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

extension LogEntry.Actor {
    /// Who it was, of those who have no account.
    fileprivate static func said(_ kind: Kind) -> String {
        switch kind {
        case .member: "Somebody who works here"
        case .person: "The person themselves, by their link"
        case .group: "The group, by its link"
        case .anybody: "Whoever filled in the form that is open to everyone"
        case .service: "Belong itself, on its rounds"
        case .keeper: "Whoever looks after Belong here"
        }
    }
}

extension LogEntry {
    /// *looked at their page*, *changed the plan*.
    fileprivate static func said(_ act: String, _ subject: String) -> String {
        let things = [
            "Case": "their page", "Plan": "the plan", "Contact": "a conversation", "Referral": "the referral",
            "Worry": "a worry", "Person": "who they are", "Introduction": "an introduction", "News": "news",
            "HandOver": "a hand-over", "Merging": "which records are theirs",
            "RecordCopy": "a copy of all that is kept",
        ]
        let verb = act == Act.looked.rawValue ? "looked at" : act
        return "\(verb) \(things[subject] ?? subject.lowercased())"
    }
}

extension WhoLookedPage {
    var main: HTML {
        """
        <p class="small muted"><a href="/people">People</a> › <a href="/cases/\(id)">Their page</a></p>
        <h1>\(title)</h1>
        <p class="lead">They can have this list whenever they ask. It prints as it stands. It tells who opened \
        something about them, not who saw their name in a list of people.</p>
        <table class="card"><thead><tr><th scope="col">When</th><th scope="col">Who</th><th scope="col">What</th></tr>\
        </thead><tbody>\(each: lines, row)</tbody></table>
        """
    }

    private func row(_ line: Line) -> HTML {
        """
        <tr><td>\(Day(line.at).full), \(London.time(line.at))</td><td>\(line.who)</td><td>\(line.what)</td></tr>
        """
    }

    static var sample: WhoLookedPage {
        WhoLookedPage(
            title: "Who looked at what is kept about Alan Brooks",
            id: Case.ID(),
            lines: [Line(at: .now, who: "Amara Okafor", what: "looked at their page")]
        )
    }
}
