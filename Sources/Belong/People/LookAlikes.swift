import Foundation
import Kernel
import Store
import Web

/// Who of those already known may be the same person: two records of one person
/// split their story, and what is unsafe may stand in the other one.
struct LookAlikesPage: FormPage {
    let title: String
    let place: String? = "/people"
    let id: Person.ID
    var worry: String? { "/people/\(id)/worries/new" }
    let name: String
    let matches: [Match]
    var form = NumberForm()
    var asking = AskingToMergeForm()
    /// The days on which somebody elsewhere was asked, and has not answered.
    var asked: [Day] = []
    var problems = Problems()
}

/// An NHS number, as it was typed.
struct NumberForm: Decodable, Sendable {
    var nhsNumber: String?

    func read() throws(Problems) -> NHSNumber {
        var problems = Problems()
        let number = problems.unless(
            nhsNumber.flatMap { NHSNumber($0) },
            "nhsNumber",
            "That is not an NHS number. Check its ten digits"
        )
        guard let number else { throw problems }
        return number
    }
}

extension People {
    /// Those known at the practices where this link worker is, who may be meant.
    func lookAlikes(of id: Person.ID, at now: Date = .now) async throws -> LookAlikesPage {
        let me = member.id
        let page = try await open(id, at: now) { view in
            let told = try view.particulars(of: id)
            let matches = try view.matches(told, at: view.placements(of: member.id, on: Day(now)))
            return try LookAlikesPage(
                title: "Is \(told.givenName) somebody already known?",
                id: id,
                name: told.listed,
                matches: matches.filter { try $0.person != id && isInSight($0.person, in: view, at: now) },
                asked: view.openAsked(about: id)
            )
        }
        let matches = page.matches
        if !matches.isEmpty { try await store.write { try $0.note(matches, shownTo: me, at: now) } }
        return page
    }

    /// The record with that NHS number, if it is known where this link worker is.
    func find(_ number: NHSNumber, besides id: Person.ID, at now: Date = .now) async throws -> Person.ID {
        try await store.read { view in
            try find(id, in: view, at: now)
            let found: Person.ID? = try view.value(
                "SELECT person FROM particulars WHERE nhs_number = \(number) AND replaced_by IS NULL"
            )
            var problems = Problems()
            if found == id { problems.add("nhsNumber", "That is the number of this record") }
            if let found, found != id, try isInSight(found, in: view, at: now) { return found }
            if found != id { problems.add("nhsNumber", "Nobody where you work is known by that number") }
            throw problems
        }
    }
}

extension Reader {
    fileprivate func openAsked(about person: Person.ID) throws -> [Day] {
        let asked: [Date] = try values(
            """
            SELECT asked_at
            FROM merging_asked
            WHERE person = \(person) AND NOT EXISTS (
                SELECT 1 FROM merging_asked_answer
                WHERE merging_asked_answer.merging_asked = merging_asked.id)
            ORDER BY asked_at
            """
        )
        return asked.map { Day($0) }
    }
}

extension LookAlikesPage {
    var main: HTML {
        """
        <div class="reading"><p class="small muted"><a href="/people">People</a> › <a href="/people/\(id)">\(name)</a></p>
        <h1>\(title)</h1>
        <p class="lead">Two records of one person split their story. Two people in one record is worse: look closely.</p>
        \(problems.summary)
        <section class="card"><h2>Alike in name, birthday or postcode</h2>
        \(matches.isEmpty ? "<p>Nobody where you work is like them.</p>" : list)</section>
        <section class="card"><h2>By NHS number</h2>\(HTML.form("/people/\(id)/merging", number))</section>
        <section class="card"><h2>Known in another network?</h2>
        <p>If they tell you that they were with a link worker elsewhere, ask. An administrator there looks at both records \
        and brings them together, or not. You are not told whether there is one.</p>
        \(each: asked, { "<p class=\"small muted\">Asked on \($0.full), not answered yet.</p>" })
        \(HTML.form("/people/\(id)/merging-asked", elsewhere))</section></div>
        """
    }

    private var elsewhere: HTML {
        """
        \(Field("elsewhere", "Their NHS number", of: "g", problems).line(asking.elsewhere))
        \(Field("why", "How do you know?", of: "g", problems).line(asking.why))<button class="btn quiet">Ask</button>
        """
    }

    private var list: HTML {
        """
        <ul class="plain">\(each: matches, { match in
            "<li class=\"row\"><a href=\"/people/\(id)/merging/\(match.person)\">\(match.words)</a></li>"
        })</ul>
        """
    }

    private var number: HTML {
        """
        \(Field("nhsNumber", "Their NHS number", problems).line(form.nhsNumber))<button class="btn quiet">Find</button>
        """
    }

    static var sample: LookAlikesPage {
        LookAlikesPage(
            title: "Is Jean somebody already known?",
            id: Person.ID(),
            name: "Jean M.",
            matches: [Match(person: Person.ID(), particulars: Known.sample.particulars, certainty: .likely)]
        )
    }
}
