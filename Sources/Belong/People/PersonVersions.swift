import Foundation
import Kernel
import Store
import Web

/// All that was ever kept of who somebody is, the latest first: who wrote it down,
/// when, and why it was put right.
struct PersonVersionsPage: Page {
    let title: String
    let place: String? = "/people"
    let id: Person.ID
    var worry: String? { "/people/\(id)/worries/new" }
    let name: String
    let lines: [Line]

    struct Line: Sendable {
        let at: Date
        let who: String
        /// *Who they are*, *Before a visit*.
        let about: String
        let words: String
        let reason: String?
        /// Still so today.
        let stands: Bool
    }
}

extension People {
    func versions(of id: Person.ID, at now: Date = .now) async throws -> PersonVersionsPage {
        try await open(id, at: now) { view in
            let told = try view.particulars(of: id)
            let lines = try view.particularsLines(id) + view.reachingLines(id) + view.riskLines(id)
            let others = try view.agreementLines(id) + view.needLines(id)
            return PersonVersionsPage(
                title: "What was kept of \(told.fullName)",
                id: id,
                name: told.listed,
                lines: (lines + others).sorted { ($0.at, $0.stands ? 1 : 0) > ($1.at, $1.stands ? 1 : 0) }
            )
        }
    }
}

extension PersonVersionsPage.Line {
    fileprivate init(_ row: Row, _ about: String, _ words: String) throws {
        let replaced: Key<Known>? = try row("replaced_by")
        self.about = about
        self.words = words
        at = try row("recorded_at")
        who = try row("who") ?? "They themselves, or the service"
        reason = try row("reason")
        stands = replaced == nil
    }
}

extension Reader {
    fileprivate func particularsLines(_ person: Person.ID) throws -> [PersonVersionsPage.Line] {
        try rows(
            """
            SELECT particulars.*, member.name AS who
            FROM particulars LEFT JOIN member ON member.id = recorded_by
            WHERE person = \(person)
            """
        ).map { try .init($0, "Who they are", Particulars($0).written) }
    }

    fileprivate func reachingLines(_ person: Person.ID) throws -> [PersonVersionsPage.Line] {
        try rows(
            """
            SELECT reaching.*, member.name AS who
            FROM reaching LEFT JOIN member ON member.id = recorded_by
            WHERE person = \(person)
            """
        ).map { try .init($0, "How they are reached", Reaching($0).summary) }
    }

    fileprivate func riskLines(_ person: Person.ID) throws -> [PersonVersionsPage.Line] {
        try rows(
            """
            SELECT visit_risk.*, member.name AS who
            FROM visit_risk LEFT JOIN member ON member.id = recorded_by
            WHERE person = \(person)
            """
        ).map { try .init($0, "Before a visit", VisitRisk($0).words ?? "nothing known") }
    }

    fileprivate func agreementLines(_ person: Person.ID) throws -> [PersonVersionsPage.Line] {
        try rows(
            """
            SELECT agreed, recorded_at, member.name AS who, NULL AS reason, replaced_by
            FROM agreement LEFT JOIN member ON member.id = recorded_by
            WHERE person = \(person)
            """
        ).map { row in
            let agreed: Bool = try row("agreed")
            return try .init(row, "May the referrer hear", agreed ? "yes" : "no")
        }
    }

    /// An end is not a version that was replaced; it says when it stopped being so.
    fileprivate func needLines(_ person: Person.ID) throws -> [PersonVersionsPage.Line] {
        try rows(
            """
            SELECT kind, words, recorded_at, teller.name AS who, access_need_end.access_need AS replaced_by,
                ender.name AS ender_name, ended_at
            FROM access_need
            LEFT JOIN access_need_end ON access_need_end.access_need = access_need.id
            LEFT JOIN member AS teller ON teller.id = recorded_by
            LEFT JOIN member AS ender ON ender.id = ended_by
            WHERE person = \(person)
            """
        ).map { row in
            let (ender, endedAt): (String?, Date?) = try (row("ender_name"), row("ended_at"))
            let end = endedAt.map { "ended by \(ender ?? "") on \(Day($0).full)" }
            return try PersonVersionsPage.Line(
                at: row("recorded_at"),
                who: row("who") ?? "They themselves, or the service",
                about: "What they need",
                words: AccessNeed(row).flag,
                reason: end,
                stands: end == nil
            )
        }
    }
}

extension Particulars {
    /// All of it in one line.
    fileprivate var written: String {
        [
            fullName, nhsNumber.map { "NHS number \($0)" }, bornOn.map { "born \($0.full)" },
            postcode?.description, address, phone?.description, email?.description,
        ]
        .compactMap(\.self).joined(separator: " · ")
    }
}

extension PersonVersionsPage {
    var main: HTML {
        """
        <p class="small muted"><a href="/people">People</a> › <a href="/people/\(id)">\(name)</a></p>
        <h1>\(title)</h1>
        <p class="lead">Nothing is rubbed out. What was put right stays, with who did it and why.</p>
        <ol class="tl plain">\(each: lines, item)</ol>
        """
    }

    private func item(_ line: Line) -> HTML {
        """
        <li class="ev\(line.stands ? "" : " o")"><b>\(line.about)</b> · \(Day(line.at).full) at \
        \(London.time(line.at)), \(line.who)\(line.stands ? " <span class=\"tag leaf\">stands</span>" : nil)
        <div class="small">\(line.words)</div>\(line.reason.map { "<div class=\"small muted\">\($0)</div>" as HTML })</li>
        """
    }

    static var sample: PersonVersionsPage {
        let line = { (words: String, reason: String?, stands: Bool) in
            Line(
                at: .now,
                who: "Amara Okafor",
                about: "Who they are",
                words: words,
                reason: reason,
                stands: stands
            )
        }
        return PersonVersionsPage(
            title: "What was kept of Jean Moss",
            id: Person.ID(),
            name: "Jean M.",
            lines: [line("Jean Moss", "Spelt wrong", true), line("Jean Mos", nil, false)]
        )
    }
}
