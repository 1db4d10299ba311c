import Foundation
import Kernel
import Web

/// What stands ready before the first day, and what is missing and whose it is.
struct SetUpPage: FormPage {
    let look: SetUps.Look
    let now: Date
    var form = SetUpForm()
    var problems = Problems()

    let place: String? = "/placements"
    let title = "Ready for the first day"
    private var path: String { "/placements/\(look.placed.id)/readiness" }

    var main: HTML {
        """
        <div class="reading"><p class="crumbs"><a href="/placements">Placements</a> · \
        <a href="/placements/\(look.placed.id)">\(look.placed.linkWorker.name), \(look.placed.practiceName)</a></p>
        <h1>\(title)</h1>
        <p class="lead">\(summary). They are the practice’s and the supervisor’s to see to. What works, only \
        \(look.isLinkWorker ? "you say" : "\(look.placed.linkWorker.name) says"), in the first week.</p>
        \(look.mayName && !look.isBegun ? beginning : nil)
        \(problems.summary)
        <section class="card"><ul class="plain">\(each: look.items, item)</ul></section>
        \(look.mayName && look.isBegun ? naming : nil)</div>
        """
    }

    private var summary: String {
        let working = look.items.count(where: \.works)
        return
            "Twelve things should stand ready before \(look.placed.beganOn.full); \(working) of them work, as the link "
            + "worker says"
    }

    private var beginning: HTML {
        """
        <section class="card"><h2>Nobody is named yet</h2><p>The practice’s things become the practice manager’s and the \
        supervisor’s theirs; change each afterwards.</p>\(HTML.button("Begin the list", "\(path)/begin", classes: "btn"))</section>
        """
    }

    private func item(_ item: SetUp) -> HTML {
        let line = item.line(began: look.placed.beganOn, at: now)
        return """
            <li class="row"><div class="grow"><b>\(line.what)</b><div class="small muted">\(line.whose) · \(line.due)</div>
            <div class="small">\(line.state)</div></div>
            \(look.maySayDone(item) ? said("It is done", item, "done") : nil)
            \(look.isLinkWorker ? confirming(item) : nil)</li>
            """
    }

    private func confirming(_ item: SetUp) -> HTML {
        """
        \(item.works ? nil : said("It works", item, "works"))
        \(item.turns.last?.act == .doesNot ? nil : said("Not yet", item, "does_not"))
        """
    }

    private func said(_ words: String, _ item: SetUp, _ act: String) -> HTML {
        HTML.form(
            "\(path)/\(item.item.rawValue)/\(act)",
            """
            <button class="btn sm quiet">\(words)<span class="aside">: \(item.item.name)</span></button>
            """,
            classes: "inline"
        )
    }

    private var naming: HTML {
        """
        <section class="card"><h2>Name somebody else, or another day</h2>\(HTML.form(path, """
            \(Field("item", "What", problems)
                .list(SetUp.Item.allCases.map { Choice($0.rawValue, $0.name) }, chosen: form.item))
            \(Field("whose", "Whose it is", problems)
                .list([Choice("", "Choose")] + look.owners.map { Choice($0.id.description, $0.titled) }, chosen: form.whose))
            \(Field("due", "By when", problems).line(form.due, .date))
            <button class="btn quiet">Name them</button>
            """))</section>
        """
    }

    static var sample: SetUpPage {
        let (placed, peter) = (
            Owing.Placed.sample, Concerned(id: Member.ID(), name: "Peter Hale", role: .practiceManager)
        )
        let items = SetUp.Item.allCases.map { item in
            SetUp(
                item: item,
                whose: .init(id: peter.id, name: peter.name),
                dueOn: placed.beganOn.advanced(by: -1),
                turns: item == .room
                    ? [.init(act: .works, words: "", by: "Amara Okafor", at: Date.sampled)] : []
            )
        }
        return SetUpPage(
            look: .init(placed: placed, items: items, owners: [peter], me: peter.id),
            now: Date.sampled
        )
    }
}

/// Whose one of the twelve is, as it was typed.
struct SetUpForm: Decodable, Sendable {
    var item: String?
    var whose: String?
    var due: String?

    init() {}

    func read() throws(Problems) -> (item: SetUp.Item, whose: Member.ID, dueOn: Day) {
        var problems = Problems()
        let item = problems.unless(item.flatMap(SetUp.Item.init(rawValue:)), "item", "Choose what it is")
        let whose = problems.unless(whose.flatMap { Member.ID($0) }, "whose", "Choose whose it is")
        let due = problems.unless(due.flatMap { Day(typed: $0.asWritten) }, "due", "Enter a day there is")
        guard let item, let whose, let due else { throw problems }
        return (item, whose, due)
    }
}
