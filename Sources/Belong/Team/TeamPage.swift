import Kernel
import Web

/// Who is in the team, found by what they know and the languages they speak.
struct TeamPage: Page {
    let title = "Team"
    let place: String? = "/team"
    let colleagues: [Team.Colleague]
    let sought: String

    var main: HTML {
        """
        <h1>\(title)</h1>
        <p class="lead">Link workers of your network, by name. What each brings is in their own words.</p>
        <form method="get" action="/team" role="search" class="row">
        \(Field("q", "A skill, a language, a place", hint: "For example: drugs and alcohol, or Polish.").line(sought, .search))\
        <button class="btn quiet">Look</button></form>
        \(colleagues.isEmpty ? nobody : "\(each: colleagues, card)")
        """
    }

    private var nobody: HTML {
        sought.isEmpty
            ? "<p>Nobody is placed in your network just now.</p>"
            : "<p>Nobody says that of themselves. <a href=\"/team\">See everyone</a>, or <a href=\"/peers\">ask a peer</a>.</p>"
    }

    private func card(_ colleague: Team.Colleague) -> HTML {
        """
        <section class="card"><h2>\(colleague.name)</h2>
        \(colleague.specialisms.isEmpty ? nil : "<p>\(each: colleague.specialisms, { "<span class=\"tag leaf\">\($0.name)</span> " })</p>" as HTML)
        <p>\(colleague.brings.isEmpty ? "Has not said yet what they bring. Ask them." : colleague.brings)</p>
        \(colleague.leaves.isEmpty ? nil : "<p class=\"small\"><b>Not for them:</b> \(colleague.leaves)</p>" as HTML)
        \(colleague.pausedUntil.map { "<p class=\"notice small\">Takes no new people until \($0.spoken).</p>" as HTML })
        <p class="small muted">\(colleague.practices.joined(separator: ", "))\
        \(colleague.languages.isEmpty ? "" : " · speaks \(colleague.languages)")\(text: colleague.phone.map { " · \($0.description)" }) · \
        <a href="/team/\(colleague.id)">On a page<span class="aside">: what \(colleague.name) brings</span></a></p></section>
        """
    }

    static let sample = TeamPage(
        colleagues: [
            Team.Colleague(
                id: Member.ID(),
                name: "Amara Okafor",
                practices: ["Elm Street Surgery", "Harbour Practice"],
                brings: "Ten years in housing advice, five as a carer.",
                leaves: "Counselling.",
                languages: "Igbo, some Polish",
                phone: PhoneNumber("07700 900112"),
                specialisms: [.housing, .carers],
                pausedUntil: Day(number: 20_562)
            )
        ],
        sought: "housing"
    )
}
