import Foundation
import Kernel
import Web

/// What one link worker brings, for colleagues to read and for themselves to keep true.
struct BringingPage: Page {
    let look: Bringing.Look
    let now: Date

    let place: String? = "/team"
    var title: String { look.isMine ? "What you bring" : "What \(look.linkWorker.name) brings" }

    var main: HTML {
        """
        <div class="reading"><h1>\(title)</h1>
        <p class="lead">\(look.practices.isEmpty ? "Not placed anywhere just now." : look.practices.joined(separator: ", "))</p>
        \(look.profile.map(said) ?? nothing)
        \(look.isMine ? own : nil)</div>
        """
    }

    private func said(_ profile: Profile) -> HTML {
        """
        <section class="card">\(profile.specialisms.isEmpty ? nil : "<p>\(each: profile.specialisms, { "<span class=\"tag leaf\">\($0.name)</span> " })</p>" as HTML)
        <p class="keep">\(profile.brings)</p>
        \(profile.leaves.isEmpty ? nil : "<p><b>Not for \(look.isMine ? "you" : "them"):</b> \(profile.leaves)</p>" as HTML)
        <p class="small muted">\(profile.languages.isEmpty ? "" : "Speaks \(profile.languages). ")\
        \(text: look.confirmedAt.map { "As \(look.isMine ? "you" : look.linkWorker.name) said on \(Day($0).full)." })</p></section>
        """
    }

    private var nothing: HTML {
        """
        <section class="card"><p>\(look.isMine ? "You have not said yet." : "They have not said yet what they bring. Ask them.")</p></section>
        """
    }

    private var own: HTML {
        """
        <section class="card"><h2>Is it still so?</h2><p>You are asked twice a year. Nothing personal unless you choose.</p>
        <div class="acts">\(look.profile == nil ? nil : HTML.button("Still so", "/team/confirmation", classes: "btn"))\
        <a class="btn quiet" href="/me">\(look.profile == nil ? "Say what you bring" : "Change it")</a></div></section>
        <section class="card"><h2>Who has read it</h2><p class="small muted">Practice managers and your network’s lead. That they did \
        is all that is kept.</p><ul class="plain">\(each: look.openings, { one in
            "<li class=\"row\"><span class=\"grow\">\(one.name)</span><span class=\"small muted\">\(Day(one.at).full)</span></li>"
        })</ul>\(look.openings.isEmpty ? "<p>Nobody yet.</p>" as HTML : nil)</section>
        """
    }

    static var sample: BringingPage {
        let amara = Owing.Placed.sample.linkWorker
        let profile = Profile(
            brings: "Nine years in housing advice.",
            languages: "Igbo",
            phone: nil,
            leaves: "Counselling.",
            specialisms: [.housing]
        )
        return BringingPage(
            look: .init(
                linkWorker: amara,
                practices: ["Elm Street Surgery"],
                profile: profile,
                confirmedAt: .sampled,
                openings: [.init(name: "Peter Hale", at: .sampled)],
                isMine: true
            ),
            now: .sampled
        )
    }
}
