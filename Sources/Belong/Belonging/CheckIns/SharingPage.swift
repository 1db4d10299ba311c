import Kernel
import Web

/// Whom a link worker lets see what they answer, question by question, to take back at any time.
struct SharingPage: Page {
    let title = "Who may see your answers"
    let practice: CheckIns.Place
    let items: [CheckInItem]
    let shared: [CheckInItem.ID: Set<Confidant>]
}

extension SharingPage {
    var place: String? { "/check-in" }

    private var address: String { "/check-in/\(practice.placement)/sharing" }

    var main: HTML {
        """
        <div class="reading"><h1>\(title)</h1>
        <p class="lead">At \(practice.practice). Whoever you tick sees your answers to that question of the last three to \
        six months, and those to come, until you take it back here. From then on they see none of them, and to them it \
        is simply not known.</p>
        <section class="card">\(HTML.form(address, "\(each: items, question)<button class=\"btn\">Keep</button>"))</section>
        <p><a href="/check-in/\(practice.placement)">Back to how it is for you</a></p></div>
        """
    }

    private func question(_ item: CheckInItem) -> HTML {
        """
        <input type="hidden" name="items[]" value="\(item.id)">
        \(Field("seen[\(item.id)]", item.words).any(
            of: Confidant.allCases.map { Choice($0.rawValue, $0.name) },
            chosen: (shared[item.id] ?? []).map(\.rawValue)
        ))
        """
    }

    static var sample: SharingPage {
        let page = CheckInPage.sample
        return SharingPage(practice: page.practice, items: page.items, shared: page.shared)
    }
}

/// Where a link worker may say how it is for them.
struct CheckInsPage: Page {
    let title = "How it is for you"
    let places: [CheckIns.Place]
}

extension CheckInsPage {
    var place: String? { "/check-in" }

    var main: HTML {
        """
        <div class="reading"><h1>\(title)</h1>
        <p class="lead">Three questions every two weeks for each practice you work at, and only if you like. What you \
        answer is yours.</p>
        <section class="card"><ul class="plain">\(each: places, line)</ul></section></div>
        """
    }

    private func line(_ place: CheckIns.Place) -> HTML {
        """
        <li class="row"><div class="grow"><b>\(place.practice)</b><br>\
        \(place.isDue ? "Three questions, a minute at most" : "Nothing to ask today")</div>
        <a class="btn sm\(place.isDue ? "" : " quiet")" href="/check-in/\(place.placement)">\
        \(place.isDue ? "Answer" : "Look")<span class="aside"> for \(place.practice)</span></a></li>
        """
    }

    static let sample = CheckInsPage(places: [
        CheckIns.Place(placement: Placement.ID(), practice: "Elm Street Surgery", isDue: true),
        CheckIns.Place(placement: Placement.ID(), practice: "Harbour Practice", isDue: false),
    ])
}
