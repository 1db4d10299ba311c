import Kernel
import Web

/// The introductions under way, those that need somebody first.
struct IntroductionsPage: Page {
    let title = "Introductions"
    let place: String? = "/introductions"
    let yourTurn: [Item]
    let theirs: [Item]
    var atRisk: [RiskNote] = []

    struct Item: Sendable {
        let id: Introduction.ID
        let name: String
        let group: String
        let standing: String
        let words: String
        let when: String
    }
}

extension IntroductionsPage {
    init(_ lines: [Introductions.Line], atRisk: [RiskNote] = []) {
        self.atRisk = atRisk
        yourTurn = lines.filter(\.standing.needsSomeone).map(Item.init)
        theirs = lines.filter { !$0.standing.needsSomeone }.map(Item.init)
    }

    var main: HTML {
        """
        <h1>\(title)</h1>
        \(each: atRisk, \.notice)
        <section class="card"><h2>Your turn</h2>\(yourTurn.isEmpty ? nothing : list(yourTurn))</section>
        \(theirs.isEmpty ? nil : rest)
        """
    }

    private var nothing: HTML {
        "<p>Nothing waits for you. A group that does not answer is asked again after three and seven working days.</p>"
    }

    private var rest: HTML {
        "<section class=\"card\"><h2>Under way</h2>\(list(theirs))</section>"
    }

    private func list(_ items: [Item]) -> HTML {
        "<ul class=\"plain\">\(each: items, \.item)</ul>"
    }

    static let sample = IntroductionsPage(
        yourTurn: [
            Item(
                id: Introduction.ID(),
                name: "Jean M.",
                group: "Tuesday lunch",
                standing: Introductions.Standing.ring.name,
                words: "Before noon is best.",
                when: "14 April"
            )
        ],
        theirs: []
    )
}

extension IntroductionsPage.Item {
    fileprivate init(_ line: Introductions.Line) {
        id = line.introduction.id
        name = line.name
        group = line.activity
        standing = line.standing.name
        let said = line.attendance.map(\.words) + [line.answer?.words ?? ""]
        words = said.first { !$0.isEmpty } ?? ""
        when = Day(line.introduction.madeAt).short
    }

    fileprivate var item: HTML {
        """
        <li class="row"><div class="grow"><a href="/introductions/\(id)"><b>\(name) and \(group)</b></a>
        <div>\(standing)</div>\(words.isEmpty ? nil : "<div class=\"quote\">\(words)</div>" as HTML)</div>
        <span class="small muted">\(when)</span></li>
        """
    }
}
