import Foundation
import Kernel
import Web

/// *Who knows what about me* and *change my mind*, on the person's own page
/// (journeys, 5.7): each agreement with its purpose, its day, and the way out.
struct OwnAgreementsCard: Sendable {
    let groups: [OwnAgreements.Group]
    /// How much whoever suggested this hears; nothing if they came by themselves.
    let extent: OwnNews.Chosen?
    let address: String

    var html: HTML? { groups.isEmpty && extent == nil ? nil : card }

    private var card: HTML {
        """
        <section class="card"><h2>What you agreed to</h2>
        <p>You can change your mind about any of it here, and it holds at once.</p>
        \(extent.map(hearing))<ul class="plain">\(each: groups, group)</ul></section>
        """
    }

    private func hearing(_ chosen: OwnNews.Chosen) -> HTML {
        """
        <h3>What \(chosen.name) hears</h3><p>\(chosen.said)</p>
        \(HTML.form("\(address)/agreement", choices(chosen), classes: "row"))
        """
    }

    private func choices(_ chosen: OwnNews.Chosen) -> HTML {
        "\(each: NewsExtent.Kind.allCases, { choice($0, isChosen: $0 == chosen.kind) })"
    }

    private func choice(_ kind: NewsExtent.Kind, isChosen: Bool) -> HTML {
        """
        <button class="btn quiet" name="agreed" value="\(kind.rawValue)" \
        aria-pressed="\(isChosen ? "true" : "false")">\(kind.ownName)</button>
        """
    }

    private func group(_ group: OwnAgreements.Group) -> HTML {
        let field: HTML = "<input type=\"hidden\" name=\"introduction\" value=\"\(group.introduction)\">"
        return """
            <li class="row"><div class="grow"><h3>\(group.activity)</h3>
            <p class="small muted">So that they can welcome you. Agreed \(group.agreedOn.spoken).</p>
            <details><summary>What \(group.activity) reads</summary>\(each: group.lines, { "<p>\($0)</p>" })</details></div>
            \(HTML.form("\(address)/withdrawal", "\(field)<button class=\"btn quiet sm\">Take it back</button>"))</li>
            """
    }
}

extension OwnAgreementsCard {
    static let sample = OwnAgreementsCard(
        groups: [
            OwnAgreements.Group(
                introduction: Introduction.ID(),
                activity: "Tuesday lunch",
                lines: ["Someone would like to join Tuesday lunch.", "First name: Alan"],
                agreedOn: Day(.now)
            )
        ],
        extent: OwnNews.Chosen(name: "Dr Patel", kind: .summary, on: Day(.now)),
        address: "/l/sample"
    )
}
