import Foundation
import Kernel
import Web

/// The worries one raised or was told of.
struct WorriesPage: Page {
    let title = "Worries"
    let place: String? = "/worries"
    let worries: [Worry]
    /// The practices of which this member says who hears when nobody answers.
    let practices: [Organisation]

    var main: HTML {
        """
        <h1>\(title)</h1>
        \(worries.isEmpty ? "<p>None that you raised or were told of.</p>" : list)
        \(each: practices, chain)
        """
    }

    private var list: HTML {
        "<ul class=\"plain card\">\(each: worries, item)</ul>"
    }

    private func item(_ worry: Worry) -> HTML {
        """
        <li class="row"><div class="grow"><a href="/worries/\(worry.id)">\(worry.personName)</a> \
        <span class="small muted">\(worry.raisedBy.name) told \(worry.raisedTo.name), \(Day(worry.raisedAt).short) \
        at \(London.time(worry.raisedAt))</span></div><span class="small">\(worry.standing)</span></li>
        """
    }

    private func chain(_ practice: Organisation) -> HTML {
        """
        <p><a href="/practices/\(practice.id)/worry-chain">Who hears when nobody answers at \(practice.name)</a></p>
        """
    }

    static var sample: WorriesPage {
        WorriesPage(
            worries: [.sample],
            practices: [Organisation(kind: .practice, name: "Elm Street Surgery")]
        )
    }
}

extension Worry {
    /// *Dr Lowe has this*, or how soon somebody must.
    fileprivate var standing: String {
        acknowledgement.map { "\($0.by) has this" } ?? "open: \(urgency.name.lowercased())"
    }

    static var sample: Worry {
        Worry(
            id: Worry.ID(),
            person: Person.ID(),
            personName: "Alan Brooks",
            practice: Organisation.ID(),
            practiceName: "Elm Street Surgery",
            practicePhone: PhoneNumber("0161 496 0000"),
            phone: PhoneNumber("07700 900112"),
            urgency: .today,
            words: "He said he has not eaten since Sunday.",
            raisedBy: Named(id: Member.ID(), name: "Amara Okafor"),
            raisedTo: Named(id: Member.ID(), name: "Dr Patel"),
            raisedAt: .now,
            acknowledgement: nil
        )
    }
}
