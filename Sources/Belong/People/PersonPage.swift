import Foundation
import Kernel
import Store
import Web

/// What is kept of who somebody is: to read out to them, and to put right.
struct PersonPage: FormPage {
    let id: Person.ID
    var worry: String? { "/people/\(id)/worries/new" }
    let title: String
    let place: String? = "/people"
    let lead: String
    let known: Known
    let cases: [Line]
    /// Words for them that did not go: *A link worker at Elm Street Surgery, 3 March*.
    let unsent: [String]
    /// Said of them in a referral and not taken over: somebody asks them first.
    var said: [SaidOtherwise.Open] = []
    /// Records that were brought together here, or were once.
    let mergings: [Merging]
    var need = NeedForm()
    var risk: RiskForm
    var hearing: HearingForm
    var problems = Problems()

    /// One link worker's time with them.
    struct Line: Sendable {
        let id: Case.ID
        let words: String
        let isMine: Bool
    }
}

extension People {
    func page(_ id: Person.ID, at now: Date = .now) async throws -> PersonPage {
        try await open(id, at: now) { view in
            try PersonPage(id, cases: view.lines(of: id, mine: cases, at: now), in: view, at: now)
        }
    }
}

extension PersonPage {
    fileprivate init(_ id: Person.ID, cases: [Line], in view: any Reader, at now: Date) throws {
        let known = try view.known(of: id)
        let practice: String? = try view.value(
            "SELECT name FROM person JOIN organisation ON organisation.id = practice WHERE person.id = \(id)"
        )
        let age = known.particulars.bornOn.map { "\($0.age(on: Day(now)))" }
        self.id = id
        title = known.particulars.fullName
        lead = [age, practice].compactMap(\.self).joined(separator: " · ")
        self.known = known
        self.cases = cases
        mergings = try view.mergings(of: id)
        said = try view.saidOtherwise(of: id)
        unsent = try view.unsent(to: id).map { "\($0.subject), \($0.on.short)" }
        risk = RiskForm(from: known.versions.risk)
        hearing = HearingForm(from: known.versions.agreement)
    }

    /// With a form as it was typed. Whoever has been shown what a colleague wrote
    /// meanwhile means it when they send it again.
    func again(_ form: RiskForm, _ problems: Problems) -> PersonPage {
        var page = self
        (page.risk, page.problems) = (form, problems)
        if page.isOvertaken { page.risk.from = known.versions.risk }
        return page
    }

    func again(_ form: HearingForm, _ problems: Problems) -> PersonPage {
        var page = self
        (page.hearing, page.problems) = (form, problems)
        if page.isOvertaken { page.hearing.from = known.versions.agreement }
        return page
    }

    private var isOvertaken: Bool {
        problems.list.contains { $0.sentence == Correction.meanwhile }
    }
}

extension Reader {
    /// Every case of theirs, whoever holds it, the latest first.
    func lines(of person: Person.ID, mine: Cases, at now: Date) throws -> [PersonPage.Line] {
        try rows(
            """
            SELECT "case".id, opened_at, member.name AS link_worker_name, organisation.name AS practice_name,
                CASE WHEN \(mine.mine(at: now)) THEN 1 ELSE 0 END AS is_mine,
                (SELECT MAX(closed_at) FROM closing WHERE closing."case" = "case".id
                    AND \(Closing.stands)) AS closed_at
            FROM "case"
            JOIN member ON member.id = \(Case.holder)
            JOIN organisation ON organisation.id = "case".practice
            WHERE "case".person = \(person)
            ORDER BY opened_at DESC, "case".id
            """
        ).map { row in
            let (worker, practice): (String, String) = try (row("link_worker_name"), row("practice_name"))
            let (opened, closed): (Date, Date?) = try (row("opened_at"), row("closed_at"))
            let until = closed.map { " until \(Day($0).full)" } ?? ""
            return try PersonPage.Line(
                id: row("id"),
                words: "With \(worker) at \(practice), from \(Day(opened).full)\(until)",
                isMine: row("is_mine") == 1
            )
        }
    }
}
