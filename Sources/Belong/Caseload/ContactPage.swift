import Foundation
import Kernel
import Store
import Web

/// One conversation as it was written, to be tagged after it: what it was about,
/// what changed. Earlier wordings stay readable.
struct ContactPage: Page {
    let title: String
    /// The list it was opened from.
    var list = Place("People", "/people")
    var place: String? { list.path }
    let id: Case.ID
    /// Whether the reader goes on with the case, rather than only reads it.
    let mayChange: Bool
    var worry: String? { mayChange ? "/cases/\(id)/worry" : nil }
    let name: String
    let contact: Contact
    let earlier: [Contact]
    let reasons: [Reason]
    let signs: [Sign]
    /// What may be marked of it with a tap.
    var marks: ContactMarks?
}

extension Cases {
    func page(of contact: Contact.ID, on id: Case.ID, at now: Date = .now) async throws -> ContactPage {
        try await open(id, at: now) { view, found in
            let first = try view.firstOf(contact, on: id)
            let versions = try view.versions(of: first)
            guard let current = versions.first else { throw Missing() }
            return try ContactPage(
                title: current.told.title,
                list: list,
                id: id,
                mayChange: isMine(found, in: view, at: now),
                name: view.particulars(of: found.person).listed,
                contact: current,
                earlier: Array(versions.dropFirst()),
                reasons: view.reasons(taggedOn: first),
                signs: view.signs(at: first),
                marks: view.marks(of: first, on: id)
            )
        }
    }
}

extension Reader {
    /// As it reads now, and before that as it was, latest first.
    func versions(of first: Contact.ID) throws -> [Contact] {
        try all(
            """
            SELECT \(Contact.columns), member.name AS writer
            FROM contact
            JOIN member ON member.id = contact.written_by
            WHERE contact.first = \(first)
            ORDER BY CASE WHEN contact.replaced_by IS NULL THEN 0 ELSE 1 END, contact.written_at DESC,
                contact.id DESC
            """
        )
    }
}

extension ContactPage {
    var main: HTML {
        """
        <p class="small muted"><a href="\(list.path)">\(list.name)</a> › <a href="/cases/\(id)">\(name)</a></p>
        <h1>\(title)</h1>
        <p class="lead">\(Day(contact.told.beganAt).spoken) at \(London.time(contact.told.beganAt))</p>
        <section class="card">\(said(contact))\(mayChange ? ways : nil)</section>
        \(mayChange ? marks?.card("/cases/\(id)/contacts/\(contact.id)") : nil)
        \(mayChange ? afterwards : tagged)
        \(earlier.isEmpty ? nil : before)
        """
    }

    private var ways: HTML {
        """
        <p class="small"><a href="/cases/\(id)/contacts/\(contact.id)/putting-right">Put something right</a> · \
        <a href="/cases/\(id)/plan?contact=\(contact.first)">Revise the plan</a> · \
        <a href="/cases/\(id)/notes/new?contact=\(contact.first)">Write a note with it</a></p>
        """
    }

    private var afterwards: HTML {
        """
        <section class="card"><h2>Afterwards: what was it about, and what changed?</h2>
        \(HTML.form("/cases/\(id)/contacts/\(contact.id)/tags", tags))</section>
        """
    }

    /// The same, for whoever only reads.
    private var tagged: HTML? {
        let words = reasons.map(\.name) + signs.map(\.name)
        guard !words.isEmpty else { return nil }
        return """
            <section class="card"><h2>What it was about, and what changed</h2>
            <p>\(each: words, { "<span class=\"tag\">\($0)</span> " })</p></section>
            """
    }

    private func said(_ contact: Contact) -> HTML {
        """
        \(each: contact.parts, { "<h3>\($0.heading)</h3><p class=\"written\">\($0.words)</p>" })
        <p class="small muted">\(contact.signature)</p>
        """
    }

    private var tags: HTML {
        """
        \(Field("reasons", "It was about").any(
            of: Reason.allCases.map { Choice($0.rawValue, $0.name) }, chosen: reasons.map(\.rawValue)))
        \(Field("signs", "Signs of change").any(
            of: Sign.Kind.allCases.filter { $0 != .own }.map { Choice($0.rawValue, $0.name) },
            chosen: signs.map(\.kind.rawValue)))
        \(Field("ownSign", "Another sign, in your words or theirs").line(""))
        \(Field("byPerson", "Who noticed").any(of: [Choice("yes", "They said so themselves")], chosen: []))
        <p>\(each: signs, { "<span class=\"tag leaf\">\($0.name)</span> " })</p><button class="btn">Keep</button>
        """
    }

    private var before: HTML {
        """
        <section class="card"><h2>As it was written before</h2>\(each: earlier, wording)</section>
        """
    }

    private func wording(_ contact: Contact) -> HTML {
        "<details><summary>\(contact.signature)</summary>\(said(contact))</details>"
    }

    static var sample: ContactPage {
        var form = ContactForm(at: .now)
        (form.mode, form.outcome, form.matters) = ("walk", "reached", "A reason to put my shoes on.")
        let id = Contact.ID()
        let told = (try? form.read()) ?? .nothing
        return ContactPage(
            title: "Conversation on a walk",
            id: Case.ID(),
            mayChange: true,
            name: "Alan B.",
            contact: Contact(
                id: id,
                first: id,
                told: told,
                writtenBy: "Amara Okafor",
                writtenAt: .now,
                reason: nil
            ),
            earlier: [],
            reasons: [.isolation],
            signs: [],
            marks: ContactMarks(isFirst: true, fit: .partly, advisedClinician: false)
        )
    }
}
