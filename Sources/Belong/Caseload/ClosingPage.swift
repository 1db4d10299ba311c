import Foundation
import Kernel
import Store
import Web

/// Ending well, or not yet. Nothing presses.
struct ClosingPage: Page {
    let title: String
    let place: String? = "/people"
    let id: Case.ID
    var worry: String? { "/cases/\(id)/worry" }
    let name: String
    /// How their plan would reach them; none if there is no safe way but paper.
    let givenBy: String?
    let drafting: Drafting
    var form: ClosingForm
    var problems = Problems()
}

extension Cases {
    func closing(_ id: Case.ID, goingOn draft: Draft.ID?, at now: Date = .now) async throws -> ClosingPage {
        let me = member.id
        return try await open(id, at: now) { view, found in
            guard try view.openClosing(of: id) == nil else { throw Closing.Refused.already }
            let person = try view.particulars(of: found.person)
            let safely = try view.reaching(found.person)?.safeAddress(of: person)
            return try ClosingPage(
                title: "Ending, for now",
                id: id,
                name: person.listed,
                givenBy: safely?.channel.name.lowercased(),
                drafting: view.drafting(
                    .closing,
                    about: id,
                    on: "/cases/\(id)/closing",
                    goingOn: draft,
                    by: me
                ),
                form: ClosingForm(wayBack: view.wayBack(at: found.practice))
            )
        }
    }
}

extension Reader {
    /// The plain way back: a call to the practice.
    fileprivate func wayBack(at practice: Organisation.ID) throws -> String {
        let row = try rows("SELECT name, phone FROM organisation WHERE id = \(practice)").first
        guard let row else { return "" }
        let (name, phone): (String, String?) = try (row("name"), row("phone"))
        return
            "Ring \(name)\(phone.map { " on \($0)" } ?? "") and ask for the link worker. No need to explain."
    }
}

extension ClosingPage {
    var main: HTML {
        """
        <p class="small muted"><a href="/people">People</a> › <a href="/cases/\(id)">\(name)</a></p>
        <h1>\(title)</h1>
        <p class="lead">There is no hurry: you can hold instead. Whatever you choose, the story is kept and they can \
        come back.</p>
        \(drafting.notice)\(problems.summary)
        <section class="card">\(drafting.form("/cases/\(id)/closing", fields))</section>
        """
    }

    private var fields: HTML {
        """
        \(Field("outcome", "How did it end, as they would say it?", problems)
            .one(of: Closing.Outcome.allCases.map { Choice($0.rawValue, $0.name) }, chosen: form.outcome))
        \(Field("words", "In their words, or yours", hint: Self.hint, problems).paper(form.words))
        \(Field("wayBack", "How they can come back", problems).line(form.wayBack))
        \(givenBy.map(giving) ?? onPaper)
        <p class="row"><button class="btn">Close</button> \(drafting.keepButton)</p>
        """
    }

    private func giving(_ channel: String) -> HTML {
        Field("give", "Their plan is theirs to keep")
            .any(of: [Choice("yes", "Send it to them by \(channel)")], chosen: form.give ?? [])
    }

    private static let hint = "If they have died you may leave this empty. Nobody writes to them again."

    private var onPaper: HTML {
        "<p class=\"hint\">Their plan is theirs to keep. There is no safe way to send it: print it for them.</p>"
    }

    static var sample: ClosingPage {
        let id = Case.ID()
        return ClosingPage(
            title: "Ending, for now",
            id: id,
            name: "Alan B.",
            givenBy: "text",
            drafting: .again(nil, .closing, about: id, on: "/cases/\(id)/closing"),
            form: ClosingForm()
        )
    }
}
