import Kernel
import Web

/// Who looks after whose people while they are away.
struct CoverPage: FormPage {
    let title = "Cover"
    let place: String? = "/people"
    let placed: [Covers.Placed]
    let covers: [Cover]
    var form = CoverForm()
    var problems = Problems()
}

/// Cover as it was typed. The placement and the colleague come as two keys each.
struct CoverForm: Decodable, Sendable {
    /// `practice.linkWorker.colleague`
    var who: String?
    var from = ""
    var until = ""

    /// What it asks for, or everything that must be put right first.
    func read(today: Day) throws(Problems) -> CoverAsked {
        var problems = Problems()
        let keys = (who ?? "").split(separator: ".").map(String.init)
        let chosen = keys.count == 3 ? keys : nil
        let who = problems.unless(chosen, "who", "Choose who covers where")
        let from = problems.unless(Day(typed: from), "from", "Enter the first day")
        let until = problems.unless(Day(typed: until), "until", "Enter the last day")
        if let from, let until {
            if until < from { problems.add("until", "The last day is before the first") }
            if until < today { problems.add("until", "That day has been") }
            if until.number - from.number >= Cover.longest {
                problems.add(
                    "until",
                    "Cover lasts three months at most. For longer, hand the cases over, each from its own page"
                )
            }
        }
        guard let who, let from, let until, problems.list.isEmpty,
            let practice = Organisation.ID(who[0]), let linkWorker = Member.ID(who[1]),
            let colleague = Member.ID(who[2])
        else {
            if problems.list.isEmpty { problems.add("who", "Choose who covers where") }
            throw problems
        }
        return CoverAsked(
            linkWorker: linkWorker,
            practice: practice,
            coveredBy: colleague,
            from: from,
            until: until
        )
    }
}

extension CoverPage {
    var main: HTML {
        """
        <div class="reading"><h1>\(title)</h1>
        <p class="small muted"><a href="/hand-overs">Hand-overs: for good, not for a while</a></p>
        <p class="lead">While somebody is away a colleague looks after their people: from the first day to the \
        last they see and write what the link worker does, and afterwards nothing. Everything they do stands \
        under their own name.</p>
        <section class="card"><h2>Arranged</h2>\(covers.isEmpty ? "<p>Nothing yet.</p>" : list)</section>
        \(choices.isEmpty ? nobody : arranging)</div>
        """
    }

    private var list: HTML {
        "<ul class=\"plain\">\(each: covers, item)</ul>"
    }

    private func item(_ cover: Cover) -> HTML {
        """
        <li class="row"><div class="grow"><b>\(cover.coveredBy.name)</b> for \(cover.linkWorker.name), \
        \(cover.practice)<div class="small muted">\(cover.from.spoken) to \(cover.until.spoken)</div></div>
        \(HTML.button("End it", "/cover/\(cover.id)/end", classes: "btn sm quiet"))</li>
        """
    }

    private var arranging: HTML {
        """
        \(problems.summary)
        <section class="card"><h2>Arrange cover</h2>\(HTML.form("/cover", fields))</section>
        """
    }

    private var fields: HTML {
        """
        \(Field("who", "Who covers where", problems).one(of: choices, chosen: form.who))
        \(Field("from", "First day", problems).line(form.from, .date))
        \(Field("until", "Last day", problems).line(form.until, .date))
        <button class="btn">Arrange it</button>
        """
    }

    private var nobody: HTML {
        "<p>No other link worker works in your network, so nobody here can cover. Tell your supervisor.</p>"
    }

    private var choices: [Choice] {
        placed.flatMap { place in
            place.colleagues.map { colleague in
                Choice(
                    "\(place.practice).\(place.linkWorker.id).\(colleague.id)",
                    "\(colleague.name) for \(place.linkWorker.name), \(place.practiceName)"
                )
            }
        }
    }

    static var sample: CoverPage {
        let (amara, sam) = (
            Worry.Named(id: Member.ID(), name: "Amara Okafor"), Worry.Named(id: Member.ID(), name: "Sam Reed")
        )
        let day = Day(number: 20_557)
        return CoverPage(
            placed: [
                .init(
                    linkWorker: amara,
                    practice: Organisation.ID(),
                    practiceName: "Elm Street Surgery",
                    colleagues: [sam]
                )
            ],
            covers: [
                Cover(
                    id: Cover.ID(),
                    linkWorker: amara,
                    coveredBy: sam,
                    practice: "Elm Street Surgery",
                    from: day,
                    until: day.advanced(by: 11)
                )
            ]
        )
    }
}
