import Kernel
import Web

/// A coordinator's own page: who would like to come, what was said, what became of it.
struct WelcomePage: Page {
    let title = "Welcome"
    let place: String? = "/welcome"
    let new: [Item]
    let known: [Item]
    var groups: [Group] = []
    /// What was typed beside one of them, if it was refused.
    var typed: Typed?
    var problems = Problems()

    struct Typed: Sendable {
        let id: Introduction.ID
        let words: String?
        var from: String?
    }

    /// A group of one's own, and how it stands.
    struct Group: Sendable {
        let id: Activity.ID
        let name: String
        let lines: [String]
        let isOffered: Bool
    }

    struct Item: Sendable {
        let id: Introduction.ID
        let group: String
        let lines: [String]
        let from: String
        let said: [String]
        let thanks: String?
        let isYes: Bool
    }
}

extension WelcomePage {
    init(_ items: [Welcomes.Item], groups: [Activity], today: Day, _ problems: Problems = Problems()) {
        self.problems = problems
        self.groups = groups.map { Group($0, today: today) }
        new = items.filter { $0.answer == nil }.map(Item.init)
        known = items.filter { $0.answer != nil }.map(Item.init)
    }

    var main: HTML {
        """
        <h1>\(title)</h1>
        <p class="lead">Who would like to come, and what they agreed that you know.</p>
        \(problems.summary)
        <h2>Waiting for your answer</h2>
        \(new.isEmpty ? "<p>Nobody is waiting for you.</p>" : list(new, asking))
        \(known.isEmpty ? nil : answered)
        \(groups.isEmpty ? nil : own)
        """
    }

    private var answered: HTML {
        "<h2>Answered</h2>\(list(known, telling))"
    }

    private func list(_ items: [Item], _ acts: (Item) -> HTML) -> HTML {
        "<ul class=\"plain\">\(each: items, { item($0, acts($0)) })</ul>"
    }

    private func item(_ item: Item, _ acts: HTML) -> HTML {
        """
        <li class="card"><h3>\(item.group)</h3>\(each: item.lines, { "<p>\($0)</p>" })
        \(each: item.said, { "<p class=\"quote\">\($0)</p>" })
        \(item.thanks.map { "<p class=\"notice\">\($0)</p>" as HTML })
        <p class="small muted">\(item.from)</p>\(acts)</li>
        """
    }

    private func asking(_ item: Item) -> HTML {
        let fields: HTML = """
            \(line(item))
            <button class="btn" name="answer" value="yes">Yes, they are welcome</button>
            <button class="btn quiet" name="answer" value="full">We are full</button>
            <button class="btn quiet" name="answer" value="ring">Ring me</button>
            \(Field("from", "Or yes, but from this day", of: "for-\(item.id)", typed?.id == item.id ? problems : Problems())
                .line(typed.flatMap { $0.id == item.id ? $0.from : nil }, .date))
            <button class="btn quiet" name="answer" value="yes_from">Yes, from that day</button>
            """
        return .form("/welcome/\(item.id)/answer", fields)
    }

    /// A line beside the taps, which may stay empty.
    private func line(_ item: Item) -> HTML {
        let mine = typed.flatMap { $0.id == item.id ? $0 : nil }
        return Field(
            "words",
            "Anything to add? You can leave this empty.",
            of: "for-\(item.id)",
            mine == nil ? Problems() : problems
        ).line(mine?.words)
    }

    private func telling(_ item: Item) -> HTML {
        item.isYes ? .form("/welcome/\(item.id)/attendance", taps(item)) : asking(item)
    }

    private func taps(_ item: Item) -> HTML {
        """
        \(line(item))\(each: Attendance.Kind.allCases, {
            "<button class=\"btn quiet sm\" name=\"answer\" value=\"\($0.rawValue)\">\($0.name)</button>"
        })
        """
    }

    static let sample = WelcomePage(
        new: [
            Item(
                id: Introduction.ID(),
                group: "Tuesday lunch",
                lines: ["Someone would like to join Tuesday lunch.", "First name: Jean"],
                from: "Amara Okafor, 14 April",
                said: [],
                thanks: nil,
                isYes: false
            )
        ],
        known: [],
        groups: [Group(.sample, today: Activity.sampleDay)]
    )
}

extension WelcomePage.Item {
    fileprivate init(_ item: Welcomes.Item) {
        id = item.introduction.id
        group = item.activity
        lines = item.introduction.lines
        from = "\(item.linkWorker), \(Day(item.introduction.madeAt).short)"
        let answer = item.answer.map { "You said: \($0.line). \($0.words)".trimmingSpaces() }
        let went = item.attendance.map { "How it went: \($0.kind.name). \($0.words)".trimmingSpaces() }
        let own = item.own.map { "They say: \($0.kind.ownName). \($0.words)".trimmingSpaces() }
        said = [answer, went, own].compactMap(\.self)
        thanks = item.thanks
        isYes = item.answer?.kind.isYes == true
    }
}
