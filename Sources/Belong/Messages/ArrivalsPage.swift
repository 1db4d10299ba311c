import Foundation
import Kernel
import Web

/// Texts that nobody could be given to read.
struct ArrivalsPage: Page {
    let title = "Texts from nobody we know"
    let place: String? = "/post"
    let unread: [Arrivals.Unread]

    var main: HTML {
        """
        <p class="small muted"><a href="/post">Post</a></p><h1>\(title)</h1>
        <p class="lead">From a number that is nobody’s here or more than one person’s, or from somebody no link worker \
        has just now. Only administrators see them. Nobody was answered.</p>
        \(unread.isEmpty ? "<p>There are none.</p>" : list)
        """
    }

    private var list: HTML { "<ul class=\"plain card\">\(each: unread, item)</ul>" }

    private func item(_ text: Arrivals.Unread) -> HTML {
        let seen: HTML =
            "<input type=\"hidden\" name=\"arrival\" value=\"\(text.id)\"><button class=\"btn sm quiet\">Seen to</button>"
        return """
            <li class="row"><div class="grow"><b>\(text.sender)</b> \
            <span class="small muted">\(Day(text.cameAt).short), \(London.time(text.cameAt))\
            \(text.isStop ? " · wants no more texts" : "")</span>
            <p class="keep">\(text.words)</p></div>\(HTML.form("/texts", seen))</li>
            """
    }

    static var sample: ArrivalsPage {
        ArrivalsPage(unread: [
            Arrivals.Unread(
                id: Arrival.ID(),
                sender: "07700 900555",
                words: "Is this the surgery?",
                cameAt: Date(timeIntervalSince1970: 1_776_160_800),
                isStop: false
            )
        ])
    }
}
