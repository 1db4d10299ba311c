import Kernel
import Web

/// Placements by name, each with counts. There is no other order, and nothing to compare.
struct StandingsPage: Page {
    let title = "Belonging"
    let lines: [Line]

    struct Line: Sendable {
        let place: Standings.Place
        let counts: String
        let isOwn: Bool
    }
}

extension StandingsPage {
    var place: String? { "/belonging" }

    var main: HTML {
        """
        <div class="reading"><h1>\(title)</h1>
        <p class="lead">How link workers and practices fit, placement by placement, by name. Sixteen things are looked at, \
        each with its reasons. They are never added up, and placements are never put in an order.</p>
        \(lines.isEmpty ? "<p>There is no placement for you to see just now.</p>" : list)</div>
        """
    }

    private var list: HTML {
        "<section class=\"card\"><ul class=\"plain\">\(each: lines, line)</ul></section>"
    }

    private func line(_ line: Line) -> HTML {
        """
        <li class="row"><div class="grow"><b>\(line.isOwn ? "You" : line.place.name) at \(line.place.practice)</b><br>\
        Of sixteen: \(line.counts)</div><a class="btn sm quiet" href="/belonging/\(line.place.placement)">Look\
        <span class="aside"> at \(line.place.name) at \(line.place.practice)</span></a></li>
        """
    }

    static var sample: StandingsPage {
        let page = PlacementPage.sample
        return StandingsPage(lines: [Line(place: page.here, counts: page.now.counts, isOwn: false)])
    }
}
