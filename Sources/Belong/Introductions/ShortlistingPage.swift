import Foundation
import Kernel
import Store
import Web

/// For whom a group might be something: a link worker's own people.
struct ShortlistingPage: Page {
    let activity: Activity.ID
    let group: String
    let people: [Person]
    var place: String? { "/community" }
    var title: String { "Who might like \(group)?" }

    struct Person: Sendable {
        let id: Case.ID
        let name: String
        let isOnList: Bool
    }

    var main: HTML {
        """
        <p class="small muted"><a href="/community/\(activity)">Back to \(group)</a></p>
        <h1>\(title)</h1>
        \(people.isEmpty ? "<p>You have nobody with you just now.</p>" : list)
        """
    }

    private var list: HTML {
        "<ul class=\"plain\">\(each: people, item)</ul>"
    }

    private func item(_ person: Person) -> HTML {
        """
        <li class="row"><div class="grow"><a href="/cases/\(person.id)/shortlist">\(person.name)</a></div>
        \(person.isOnList ? "<span class=\"tag leaf\">on their list</span>" : add(person))
        <a class="btn quiet sm" href="/cases/\(person.id)/introductions/new?activity=\(activity)">\
        Introduce<span class="aside"> \(person.name)</span></a></li>
        """
    }

    private func add(_ person: Person) -> HTML {
        let fields: HTML = """
            <input type="hidden" name="activity" value="\(activity)">\
            <button class="btn sm">Put on the list<span class="aside"> of \(person.name)</span></button>
            """
        return .form("/cases/\(person.id)/shortlist", fields, classes: "inline")
    }

    static let sample = ShortlistingPage(
        activity: Activity.ID(),
        group: "Tuesday lunch",
        people: [Person(id: Case.ID(), name: "Jean M.", isOnList: false)]
    )
}

extension Shortlists {
    /// One's own open cases, and whether the group is on their list.
    func people(for activity: Activity.ID, at now: Date = .now) async throws -> ShortlistingPage {
        guard member.isA(.linkWorker) else { throw Missing() }
        let mine = Cases(store: store, member: member).mine(at: now)
        try await store.look(at: NameList.Shortlisting.self, of: member.id, at: now)
        return try await store.read { view in
            guard let wanted = try view.activity(activity) else { throw Missing() }
            let rows = try view.rows(
                """
                SELECT "case".id, given_name, family_name, shortlisting.added_at
                FROM "case"
                JOIN particulars ON particulars.person = "case".person AND particulars.replaced_by IS NULL
                LEFT JOIN shortlisting ON shortlisting."case" = "case".id AND activity = \(activity)
                    AND removed_at IS NULL
                WHERE \(mine) AND NOT \(Case.isClosed)
                ORDER BY given_folded, family_folded, "case".id
                """
            )
            let people = try rows.map { row in
                let added: Date? = try row("added_at")
                return try ShortlistingPage.Person(
                    id: row("id"),
                    name: Particulars(naming: row).listed,
                    isOnList: added != nil
                )
            }
            return ShortlistingPage(activity: activity, group: wanted.name, people: people)
        }
    }
}
