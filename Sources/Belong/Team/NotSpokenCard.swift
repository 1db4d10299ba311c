import Foundation
import Kernel
import Web

/// The card on a supervisor's first page: whom they have not spoken with.
struct NotSpokenCard: Sendable {
    let people: [NotSpoken]
    let growth: TeamGrowth
    let today: Day

    var html: HTML {
        """
        <section class="card"><h2>Whom have I not spoken with?</h2>
        \(growth.asks ? "<p class=\"notice\">\(growth.words)</p>" as HTML : nil)
        \(people.isEmpty ? "<p>No link worker is with you just now.</p>" : "<ol class=\"plain\">\(each: people, item)</ol>")
        <p class="hint">Whoever may need you stands first, then whoever you spoke with longest ago. It says nothing of how \
        anybody works.</p></section>
        """
    }

    private func item(_ one: NotSpoken) -> HTML {
        """
        <li class="row"><div class="grow"><b><a href="/placements/\(one.placement)/supervision">\(one.name)</a></b> <span class="small muted">\(one.practices.joined(separator: ", "))</span>
        \(each: one.needs, { "<div><span class=\"tag clay\">need</span> \($0.words)</div>" })
        <div class="small">\(one.spoke(on: today))\(text: one.next.map { ", next \(Day($0).nearness(to: today))" })</div></div></li>
        """
    }

    static let sample = NotSpokenCard(
        people: [
            NotSpoken(
                id: Member.ID(),
                name: "Amara Okafor",
                practices: ["Elm Street Surgery"],
                placement: Placement.ID(),
                needs: [.pause(Day(number: 20_562)), .over(23, agreed: 20)],
                spokeOn: Day(number: 20_530),
                next: nil,
                since: Day(number: 20_000)
            ),
            NotSpoken(
                id: Member.ID(),
                name: "Sam Reed",
                practices: ["Elm Street Surgery"],
                placement: Placement.ID(),
                needs: [],
                spokeOn: nil,
                next: London.instant(Day(number: 20_560), hour: 10),
                since: Day(number: 20_540)
            ),
        ],
        growth: TeamGrowth(from: 4, to: 11),
        today: Day(number: 20_557)
    )
}
