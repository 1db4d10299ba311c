import Foundation
import Kernel
import Store
import Web

/// Two records next to each other, to see whether they are one person's.
struct SideBySidePage: FormPage {
    let title = "One person, or two?"
    let place: String? = "/people"
    let one: Side
    let other: Side
    var form = MergingForm()
    var problems = Problems()

    /// All that a record knows of somebody.
    struct Side: Sendable {
        let id: Person.ID
        let known: Known
        let practice: String
        let referrals: [String]
        let cases: [String]
    }
}

/// Which record is right, and how it is known that they are one, as it was typed.
struct MergingForm: Decodable, Sendable {
    var right: String?
    var reason: String?

    /// The record that is right, and why.
    func read(_ one: Person.ID, _ other: Person.ID) throws(Problems) -> (right: Person.ID, reason: String) {
        var problems = Problems()
        let chosen = [one, other].first { $0.description == self.right }
        let right = problems.unless(
            chosen,
            "right",
            "Choose which of the two is right about who they are"
        )
        let reason = problems.text(reason, "reason", "Say how you know that they are one", upTo: 300)
        guard let right, let reason, problems.list.isEmpty else { throw problems }
        return (right, reason)
    }
}

extension People {
    /// Both are looked at, so both looks are noted.
    func sideBySide(_ id: Person.ID, _ other: Person.ID, at now: Date = .now) async throws -> SideBySidePage {
        let me = member.id
        try await store.write { work in
            try find(id, in: work, at: now)
            guard id != other else { throw Merging.Refused.oneAlready }
            guard try isInSight(other, in: work, at: now) else { throw Missing() }
            try work.log(.looked, id, about: id, by: me, at: now)
            try work.log(.looked, other, about: other, by: me, at: now)
        }
        return try await store.read { view in
            let standing = try (view.standing(id), view.standing(other))
            guard standing.0 != standing.1 else { throw Merging.Refused.alreadyMerged }
            guard standing == (id, other) else { throw Merging.Refused.movedOn }
            return try SideBySidePage(
                one: view.side(id, mine: cases, at: now),
                other: view.side(other, mine: cases, at: now)
            )
        }
    }
}

extension Reader {
    fileprivate func side(_ id: Person.ID, mine: Cases, at now: Date) throws -> SideBySidePage.Side {
        let practice: String? = try value(
            "SELECT name FROM person JOIN organisation ON organisation.id = practice WHERE person.id = \(id)"
        )
        return try SideBySidePage.Side(
            id: id,
            known: known(of: id),
            practice: practice ?? "",
            referrals: referralLines(of: id),
            cases: lines(of: id, mine: mine, at: now).map(\.words)
        )
    }

    private func referralLines(of person: Person.ID) throws -> [String] {
        try rows(
            """
            SELECT referrer.name AS referrer_name, organisation.name AS practice_name,
                referral.made_at
            FROM referral
            JOIN organisation ON organisation.id = referral.practice
            LEFT JOIN member AS referrer ON referrer.id = referral.referrer
            WHERE referral.person = \(person)
            ORDER BY referral.made_at DESC, referral.id
            """
        ).map { row in
            let (referrer, practice): (String?, String) = try (row("referrer_name"), row("practice_name"))
            let madeAt: Date = try row("made_at")
            let who = referrer.map { "Referred by \($0)" } ?? "Asked for themselves"
            return "\(who), \(practice), \(Day(madeAt).full)"
        }
    }
}

extension SideBySidePage {
    var main: HTML {
        """
        <p class="small muted"><a href="/people">People</a> › <a href="/people/\(one.id)">\(one.known.particulars.listed)</a></p>
        <h1>\(title)</h1>
        <p class="lead">Everything is brought together under one record: referrals, cases, worries, messages. \
        It can be separated again.</p>
        \(problems.summary)
        <div class="cols">\(each: [one, other], card)</div>
        <div class="reading">\(HTML.form("/people/\(one.id)/merging/\(other.id)", fields))</div>
        """
    }

    private func card(_ side: Side) -> HTML {
        """
        <section class="card"><h2>\(side.known.particulars.fullName)</h2>\(side.known.facts)
        <h3>Registered</h3><p>\(side.practice)</p>
        <h3>What they need</h3>\(list(side.known.needs.map(\.need.flag)))
        <h3>Before a visit</h3><p>\(side.known.risk.sentence)</p>
        <h3>May whoever referred them hear?</h3><p>\(side.known.agreement.words)</p>
        <h3>Referrals</h3>\(list(side.referrals))<h3>With whom</h3>\(list(side.cases))</section>
        """
    }

    private func list(_ lines: [String]) -> HTML {
        lines.isEmpty ? "<p class=\"muted\">None</p>" : "<ul>\(each: lines, { "<li>\($0)</li>" })</ul>"
    }

    private var fields: HTML {
        """
        \(Field("right", "Which of the two is right about who they are?",
            hint: "It is kept. What it leaves open is filled from the other.", problems)
            .one(of: [one, other].map(choice), chosen: form.right))
        <p class="hint">Of the rest the safer stands: only the ways both call safe, a no to news from either, what both \
        say to a visitor, and every access need.</p>
        \(Field("reason", "How do you know that they are one?", hint: "Ask them: “Have you been with us before?”", problems)
            .line(form.reason))
        <div class="acts"><button class="btn">Bring together</button>
        <a class="btn quiet" href="/people/\(one.id)">They are two people</a></div>
        """
    }

    private func choice(_ side: Side) -> Choice {
        let told = side.known.particulars
        let born = told.bornOn.map { ", born \($0.full)" } ?? ""
        return Choice(side.id.description, "\(told.fullName)\(born), \(side.practice)")
    }

    static var sample: SideBySidePage {
        let side = {
            Side(
                id: Person.ID(),
                known: .sample,
                practice: "Elm Street Surgery",
                referrals: ["Referred by Dr Patel, Elm Street Surgery, 2 February 2026"],
                cases: []
            )
        }
        return SideBySidePage(one: side(), other: side())
    }
}
