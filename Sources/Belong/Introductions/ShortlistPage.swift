import Kernel
import Web

/// A few places to choose from together; made to be printed large.
struct ShortlistPage: Page {
    let caseID: Case.ID
    var worry: String? { "/cases/\(caseID)/worry" }
    let givenName: String
    let places: [Item]
    let sending: String
    let canBeSent: Bool

    var title: String { "Some places \(givenName) might like" }
    var place: String? { "/people" }

    struct Item: Sendable {
        let id: Activity.ID
        let name: String
        let lines: [String]
        let isOffered: Bool
    }
}

extension ShortlistPage {
    init(_ list: Shortlists.Shortlist) {
        caseID = list.caseID
        givenName = list.givenName
        places = list.activities.map(Item.init)
        canBeSent = list.safe != nil && !list.activities.isEmpty
        sending = list.safe.sentence
    }

    var main: HTML {
        """
        <p class="small muted"><a href="/cases/\(caseID)">Back to \(givenName)</a></p>
        <h1>\(title)</h1>
        \(places.isEmpty ? nothing : "<ol class=\"plain letter\">\(each: places, item)</ol>")
        <section class="card"><h2>Give it to \(givenName)</h2><p>\(sending)</p>
        \(canBeSent ? HTML.button("Send it", "/cases/\(caseID)/shortlist/sending", classes: "btn") : nil)
        <p><a href="/cases/\(caseID)/shortlist/print">As a sheet in large print</a></p></section>
        """
    }

    private var nothing: HTML {
        "<p>Nothing is on the list yet. <a href=\"/community?case=\(caseID)\">Find a group</a>, then put it on \(givenName)’s list.</p>"
    }

    private func item(_ item: Item) -> HTML {
        """
        <li class="card"><h2><a href="/community/\(item.id)">\(item.name)</a></h2>
        \(each: item.lines, { "<p>\($0)</p>" })
        \(item.isOffered ? introduce(item) : "<p class=\"notice\">It does not run any more.</p>")
        \(HTML.form("/cases/\(caseID)/shortlist/removal", remove(item), classes: "inline"))</li>
        """
    }

    private func introduce(_ item: Item) -> HTML {
        "<a class=\"btn sm\" href=\"/cases/\(caseID)/introductions/new?activity=\(item.id)\">Introduce \(givenName)</a> "
    }

    private func remove(_ item: Item) -> HTML {
        """
        <input type="hidden" name="activity" value="\(item.id)">\
        <button class="btn quiet sm">Take off the list<span class="aside">: \(item.name)</span></button>
        """
    }

    static let sample = ShortlistPage(
        caseID: Case.ID(),
        givenName: "Jean",
        places: [
            Item(
                id: Activity.ID(),
                name: "Tuesday lunch",
                lines: ["Tuesdays, 12:00 to 14:00"],
                isOffered: true
            )
        ],
        sending: "It goes by text, as a link that names no group.",
        canBeSent: true
    )
}

extension ShortlistPage.Item {
    init(_ activity: Activity) {
        id = activity.id
        name = activity.name
        let phone = (activity.phone ?? activity.provider.phone).map { "Ring \($0)" }
        lines =
            activity.gatherings.lines + activity.venues.map(\.line)
            + [activity.cost, phone].compactMap(\.self)
        isOffered = activity.isOffered
    }
}

extension SafeAddress? {
    fileprivate var sentence: String {
        switch self {
        case .none: "There is no safe way to send it. Print it, and give it to them."
        case .some(let safe) where safe.channel == .text: "It goes by text, as a link that names no group."
        case .some(let safe) where safe.isNeutral: "It goes as a link that names no group."
        case .some(let safe): "It goes by \(safe.channel.name.lowercased()), with a link."
        }
    }
}
