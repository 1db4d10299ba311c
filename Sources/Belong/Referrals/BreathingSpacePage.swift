import Foundation
import Kernel
import Web

/// For when it is too much: somebody to talk with, and five days without new people.
struct BreathingSpacePage: Page {
    let title = "Breathing space"
    let place: String? = "/breathing-space"
    /// Whoever supervises them, with how to write to them.
    let supervisors: [Somebody]
    let peers: [Somebody]
    let pause: Pause?

    struct Somebody: Sendable {
        let name: String
        let reach: WebAddress?
        let words: String
    }

    var main: HTML {
        """
        <div class="reading"><h1>\(title)</h1>
        <p class="lead">When it is a lot. Nothing here asks why, and nothing is counted. While you take nobody new, your practices and whoever supervises you read until when.</p>
        <section class="card"><h2>Talk with whoever supervises you</h2>\(list(supervisors, "Nobody is named as your supervisor yet. Tell your network."))</section>
        <section class="card"><h2>Talk with a peer</h2>\(list(peers, "No other link worker is in your network yet."))</section>
        <section class="card"><h2>New people</h2>\(pause.map(paused) ?? pausing)</section></div>
        """
    }

    private func list(_ people: [Somebody], _ nobody: String) -> HTML {
        people.isEmpty ? "<p>\(nobody)</p>" : "<ul class=\"plain\">\(each: people, item)</ul>"
    }

    private func item(_ somebody: Somebody) -> HTML {
        """
        <li class="row"><div class="grow"><b>\(somebody.name)</b></div>\(somebody.reach.map {
            "<a class=\"btn sm quiet\" href=\"\($0)\">\(somebody.words)</a>" as HTML
        })</li>
        """
    }

    private var pausing: HTML {
        """
        <p>For \(Pause.days) days nobody new is sent to you. Your practices read that it is so and who takes people \
        meanwhile; nobody asks why. It ends by itself.</p>
        \(HTML.button("Pause new referrals for \(Pause.days) days", "/breathing-space/pause", classes: "btn"))
        """
    }

    private func paused(_ pause: Pause) -> HTML {
        """
        <p>You take no new referrals until <b>\(pause.until.spoken)</b>.</p>
        \(HTML.button("Take new people again", "/breathing-space/pause/end", classes: "btn quiet"))
        """
    }

    static let sample = BreathingSpacePage(
        supervisors: [
            Somebody(
                name: "Ruth Adler",
                reach: WebAddress("mailto:ruth@example.org"),
                words: "Write to Ruth Adler"
            )
        ],
        peers: [Somebody(name: "Sam Reed", reach: WebAddress("tel:07700900112"), words: "Ring 07700 900112")],
        pause: Pause(id: Pause.ID(), linkWorker: Member.ID(), beganAt: .now, until: Day(number: 20_562))
    )
}
