import Foundation
import Kernel
import Web

/// The role card for colleagues: who the link workers are, what they do here and what not, how to refer.
struct StaffCardPage: Page {
    let look: RoleCards.Look
    let style: RoleWords.Style

    private var card: RoleCard { look.card }
    private var path: String { "/practices/\(card.practice)/role-card" }
    var title: String { "Link workers at \(card.name)" }

    var main: HTML {
        let words = card.words(.staff, style)
        return """
            <div class="reading"><h1>\(title)</h1>
            <p class="lead">\(style == .plain ? "What they do here, who they are and how to ask, on one page to print." : "What a link worker does.")</p>
            <p class="no-print">\(otherWay)\(look.mayWrite ? writing : nil)</p>
            <section class="card\(style == .easy ? " letter" : "")"><h2>What a link worker does here</h2>
            <ul>\(each: words.does, { "<li>\($0)</li>" })</ul>
            <h2>What they do not do</h2><ul>\(each: words.doesNot, { "<li>\($0)</li>" })</ul></section>
            <section class="card"><h2>Who they are, and when they are in</h2>\(who)</section>
            <section class="card"><h2>How to ask and refer</h2><ul>
            <li>Ask a line first, without a name: <a href="/desk">the desk</a>. An answer is quick, and no is an answer.</li>
            <li>Refer on one page: <a href="/referrals/new">refer somebody</a>. Say who will ring and why; it is fine to say no.</li>
            <li>Or walk past and say hello.</li></ul></section></div>
            """
    }

    private var otherWay: HTML {
        style == .plain
            ? "<a href=\"\(path)?in=easy\">Easy read</a>" : "<a href=\"\(path)\">Plain English</a>"
    }

    private var writing: HTML {
        " · <a href=\"\(path)/words/staff/\(style.rawValue)\">Make the words yours</a> · <a href=\"\(path)/ways\">The card for patients</a>"
    }

    private var who: HTML {
        card.linkWorkers.isEmpty
            ? "<p>Nobody is placed here just now.</p>"
            : "<ul class=\"plain\">\(each: card.linkWorkers, one)</ul>"
    }

    private func one(_ worker: RoleCard.LinkWorker) -> HTML {
        let days = worker.presence.map { "\($0.weekday.name) \($0.hours)" }.joined(separator: ", ")
        return """
            <li class="row"><div class="grow"><b>\(worker.name)</b>\
            <div>\(worker.brings.isEmpty ? "Has not said yet what they bring. Ask them." : worker.brings)</div>
            \(worker.leaves.isEmpty ? nil : "<div class=\"small\"><b>Not for them:</b> \(worker.leaves)</div>" as HTML)\
            <div class="small muted">\(days.isEmpty ? "no fixed days here" : days)\
            \(worker.languages.isEmpty ? "" : " · speaks \(worker.languages)")\(text: worker.phone.map { " · \($0)" })</div></div></li>
            """
    }

    static var sample: StaffCardPage { StaffCardPage(look: .sample, style: .plain) }
}

extension RoleCards.Look {
    static var sample: RoleCards.Look {
        let amara = RoleCard.LinkWorker(
            id: Member.ID(),
            placement: Placement.ID(),
            name: "Amara Okafor",
            brings: "Nine years in housing advice.",
            leaves: "Counselling.",
            languages: "Igbo",
            phone: "07700 900112",
            presence: [.init(weekday: .tuesday, from: 540, until: 960, room: "Garden room")],
            shownName: "Amara"
        )
        let polish = RoleCard.Translation(
            id: Key(),
            language: CardLanguage(code: "pl", name: "Polish", ownName: "Polski"),
            words: "Łącznik ma czas, żeby słuchać.",
            check: .init(by: "Marta, interpreter", on: Day(.sampled))
        )
        let signed = WebAddress("https://example.org/bsl").map {
            RoleCard.Recording(id: Key(), kind: .signed, address: $0)
        }
        return RoleCards.Look(
            card: RoleCard(
                practice: Organisation.ID(),
                name: "Elm Street Surgery",
                phone: "0161 496 0000",
                linkWorkers: [amara],
                written: [:],
                translations: [polish],
                recordings: [signed].compactMap(\.self),
                word: "elm-street-surgery",
                isPublic: true
            ),
            mayWrite: true,
            own: amara.placement,
            colleagues: [.init(id: Member.ID(), name: "Mina Shah", role: .receptionist)],
            sessions: [Day(.sampled)]
        )
    }
}
