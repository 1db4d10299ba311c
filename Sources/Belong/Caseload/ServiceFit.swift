import Foundation
import Kernel
import Store
import Web

/// Whether somebody turned out to be right for this service, as the link worker sees it after the first conversation:
/// one tap, theirs to leave. It is counted over all people of a placement and never shown by who referred them.
enum ServiceFit: String, CaseIterable, Sendable, Column {
    case yes
    case partly
    case no

    var name: String {
        switch self {
        case .yes: "Yes"
        case .partly: "Partly"
        case .no: "No"
        }
    }
}

/// What may be marked of one conversation with a tap.
struct ContactMarks: Sendable {
    /// Whether it was the first in which they were reached, and so whether *right for this service* is asked there.
    let isFirst: Bool
    let fit: ServiceFit?
    /// The link worker advised seeing a clinician. That is good work, and is shown as such.
    let advisedClinician: Bool
}

extension Cases {
    func say(
        _ fit: ServiceFit,
        after contact: Contact.ID,
        on id: Case.ID,
        at now: Date = .now
    ) async throws {
        let me = member.id
        try await store.write { work in
            let found = try findToChange(id, in: work, at: now)
            let first = try work.firstOf(contact, on: id)
            guard try work.marks(of: first, on: id)?.isFirst == true else { throw Missing() }
            let key = Key<ServiceFit>(at: now)
            try work.run(
                "UPDATE service_fit SET replaced_by = \(key) WHERE \"case\" = \(id) AND replaced_by IS NULL"
            )
            try work.run(
                """
                INSERT INTO service_fit (id, "case", answer, said_at, said_by)
                VALUES (\(key), \(id), \(fit), \(now), \(me))
                """
            )
            try work.log(.changed, key, about: found.person, by: me, at: now)
        }
    }

    /// Marks that a clinician was advised at a conversation, or takes the mark away.
    func advise(
        _ isSo: Bool,
        at contact: Contact.ID,
        on id: Case.ID,
        now: Date = .now
    ) async throws {
        let me = member.id
        try await store.write { work in
            let found = try findToChange(id, in: work, at: now)
            let first = try work.firstOf(contact, on: id)
            guard let marks = try work.marks(of: first, on: id) else { throw Missing() }
            guard marks.advisedClinician != isSo else { return }
            let key = Key<ContactMarks>(at: now)
            try work.run(
                "UPDATE clinician_advice SET replaced_by = \(key) WHERE contact = \(first) AND replaced_by IS NULL"
            )
            try work.run(
                """
                INSERT INTO clinician_advice (id, contact, is_so, said_at, said_by)
                VALUES (\(key), \(first), \(isSo), \(now), \(me))
                """
            )
            try work.log(.changed, key, about: found.person, by: me, at: now)
        }
    }
}

extension Reader {
    /// What may be marked of a conversation in which somebody was reached: of others, nothing.
    func marks(of first: Contact.ID, on id: Case.ID) throws -> ContactMarks? {
        let reached: [Contact.ID] = try values(
            """
            SELECT first FROM contact
            WHERE "case" = \(id) AND replaced_by IS NULL AND outcome = 'reached'
            ORDER BY began_at, id
            """
        )
        guard reached.contains(first) else { return nil }
        let advised: Bool? = try value(
            "SELECT is_so FROM clinician_advice WHERE contact = \(first) AND replaced_by IS NULL"
        )
        return try ContactMarks(
            isFirst: reached.first == first,
            fit: value("SELECT answer FROM service_fit WHERE \"case\" = \(id) AND replaced_by IS NULL"),
            advisedClinician: advised ?? false
        )
    }

    /// Both as the person reads them in a copy.
    func markPassages(_ id: Case.ID) throws -> [Passage] {
        try passages(
            "service fit",
            """
            SELECT id, said_at AS at, answer FROM service_fit WHERE "case" = \(id) ORDER BY said_at, id
            """
        ) { row in
            let fit: ServiceFit = try row("answer")
            return ["Whether the link worker found this service the right one": fit.name]
        }
            + passages(
                "clinician advised",
                """
                SELECT clinician_advice.id, said_at AS at, is_so
                FROM clinician_advice
                JOIN contact ON contact.id = clinician_advice.contact
                WHERE contact."case" = \(id)
                ORDER BY said_at, clinician_advice.id
                """
            ) { row in
                let isSo: Bool = try row("is_so")
                return [
                    "Marked by the link worker": isSo
                        ? "advised to see a clinician" : "no such advice after all"
                ]
            }
    }
}

extension ContactMarks {
    /// Two taps, neither of which has to be made.
    func card(_ path: String) -> HTML {
        """
        <section class="card"><h2>With a tap</h2>\(isFirst ? asked(path) : nil)
        <p>\(advisedClinician ? "You advised seeing a clinician: good work, and counted as that." : "Did you advise seeing a clinician?")</p>
        \(HTML.button(
            advisedClinician ? "That was not so" : "Yes, I advised it",
            "\(path)/clinician/\(advisedClinician ? "not" : "advised")",
            classes: "btn sm quiet"
        ))</section>
        """
    }

    private func asked(_ path: String) -> HTML {
        """
        <p id="fit-asked">Was this the right service for them?\(text: fit.map { " You said: \($0.name.lowercased())." }) \
        <span class="small muted">Counted over everybody here, and never by who referred them.</span></p>
        <div class="acts">\(each: ServiceFit.allCases, { one in
            HTML.form("\(path)/fit/\(one.rawValue)", "<button class=\"btn sm quiet\" aria-describedby=\"fit-asked\">\(one.name)</button>", classes: "inline")
        })</div>
        """
    }
}
