import Foundation
import Kernel
import Web

/// What did not go, for administrators: whom it was for in two letters, and never its words.
struct PostPage: Page {
    let title = "What did not go"
    let place: String? = "/post"
    let today: Day
    let unsent: [Post.Unsent]
}

extension PostPage {
    var main: HTML {
        """
        <h1>\(title)</h1>
        <p class="lead">Messages that wait, were kept here or were given up. What they say is not shown: it is for whoever \
        they are for.</p>
        \(unsent.isEmpty ? "<p>Everything has gone.</p>" : list)
        <p class="small"><a href="/texts">Texts from nobody we know</a></p>
        <p class="small"><a href="/mergings/asked">Are two records in two networks one person’s?</a></p>
        """
    }

    private var list: HTML { "<ul class=\"plain card\">\(each: unsent, item)</ul>" }

    private func item(_ message: Post.Unsent) -> HTML {
        """
        <li class="row"><div class="grow"><b>\(message.channel.name)</b> to \(message.to) \
        <span class="small muted">\(Day(message.madeAt).nearness(to: today)), \(London.time(message.madeAt))</span><br>\
        <span class="small">\(message.standing.sentence)</span></div>\(message.standing.isStuck ? ways(message) : nil)</li>
        """
    }

    private func ways(_ message: Post.Unsent) -> HTML {
        if message.isToBePrinted { return "<span class=\"small\">with the link worker, to print</span>" }
        let again = HTML.button("Try again", "/post/\(message.id)/retry", classes: "btn sm quiet")
        let print: HTML? =
            message.isForPerson
            ? HTML.button(
                "Give it to the link worker to print",
                "/post/\(message.id)/printing",
                classes: "btn sm quiet"
            )
            : nil
        return "<div class=\"acts\">\(again) \(print)</div>"
    }

    static var sample: PostPage {
        let line = { (to: String, standing: Post.Standing, isForPerson: Bool, isToBePrinted: Bool) in
            Post.Unsent(
                id: Message.ID(),
                channel: isForPerson ? .text : .email,
                to: to,
                madeAt: .now,
                standing: standing,
                isForPerson: isForPerson,
                isToBePrinted: isToBePrinted
            )
        }
        return PostPage(
            today: Day(.now),
            unsent: [
                line("J. M., a person at Elm Street Surgery", .givenUp, true, false),
                line("A. B., a person at Elm Street Surgery", .unsafe, true, true),
                line(
                    "E. K., a person at Elm Street Surgery",
                    .refused(because: NotifyTrouble.nowhere.rawValue),
                    true,
                    false
                ),
                line("clinician, D. P.", .withheld, false, false),
                line("a group", .tried, false, false),
            ]
        )
    }
}
