import Foundation
import Kernel
import Web

/// Plan B: a group might have to stop, these of one's people go there, and these
/// groups are alike and near it. What is done with it is theirs to talk over.
struct InsteadPage: Page {
    let id: Activity.ID
    let group: String
    let outlook: String?
    let people: [Placed]
    let alike: [Finding]

    var title: String { "If \(group) has to stop" }
    var place: String? { "/introductions" }

    var main: HTML {
        """
        <p class="small muted"><a href="/community/\(id)">Back to \(group)</a></p>
        <h1>\(title)</h1>
        \(outlook.map { "<p class=\"notice clay\">\($0). They said so to you and your colleagues.</p>" as HTML })
        <section class="card"><h2>Who goes there</h2>
        \(people.isEmpty ? "<p>None of your people.</p>" : going)</section>
        <section class="card"><h2>What is alike, near it</h2>
        \(alike.isEmpty ? Self.nothing : "<ol class=\"plain\">\(each: alike, { $0.item(for: nil) })</ol>")</section>
        """
    }

    private var going: HTML {
        """
        <p class="hint">No message went to anybody. When and how they hear is for you and them.</p>
        <ul class="plain">\(each: people, item)</ul>
        """
    }

    private func item(_ person: Placed) -> HTML {
        """
        <li class="row"><div class="grow"><a href="/cases/\(person.id)">\(person.name)</a></div>
        <a class="btn quiet sm" href="/cases/\(person.id)/shortlist">Places they might like\
        <span class="aside">: \(person.name)</span></a></li>
        """
    }

    private static let nothing: HTML = """
        <p>Nothing alike is listed near it. <a href="/community">Look further</a>.</p>
        """

    static let sample = InsteadPage(
        id: Activity.ID(),
        group: "Tuesday lunch",
        outlook: "They might have to stop, said today: the hall is being sold",
        people: [Placed(id: Case.ID(), name: "Jean M.", activity: Activity.ID())],
        alike: [Finding(.sample, miles: 0.8, wanted: Wanted(), today: Activity.sampleDay)]
    )
}

extension InsteadPage {
    init(_ instead: Instead, today: Day) {
        self.init(
            id: instead.activity.id,
            group: instead.activity.name,
            outlook: instead.activity.outlook.flatMap { $0.standing == .sound ? nil : $0.line(on: today) },
            people: instead.people,
            alike: instead.alike
        )
    }
}

/// What stands at the head of a link worker's introductions, for each such group.
struct RiskNote: Sendable {
    let id: Activity.ID
    let words: String

    init(_ risk: AtRisk, today: Day) {
        id = risk.activity.id
        let names = risk.people.map(\.name)
        let who = names.count == 1 ? "\(names[0]) goes there" : "\(names.count) of your people go there"
        let said = risk.activity.outlook?.line(on: today) ?? ""
        words = "\(risk.activity.name): \(said). \(who)."
    }

    var notice: HTML {
        """
        <p class="notice clay">\(words) <a href="/community/\(id)/instead">What is alike, near it</a></p>
        """
    }
}
