import Foundation
import Kernel
import Store

/// Reminds whoever was told of a worry until somebody acknowledges it: after 30
/// minutes, 4 hours, or the next morning, and again after as long (hazard H01).
package struct WorryWatch: Sendable {
    let store: any Store
    let site: WebAddress

    package init(store: any Store, site: WebAddress) {
        self.store = store
        self.site = site
    }

    /// Gives how many were reminded.
    @discardableResult
    package func round(at now: Date = .now) async throws -> Int {
        let open: [Open] = try await store.read { try $0.all(Open.all) }
        var reminded = 0
        for worry in open where worry.isDue(at: now) {
            if try await remind(worry.id, at: now) { reminded += 1 }
        }
        return reminded
    }

    private func remind(_ id: Worry.ID, at now: Date) async throws -> Bool {
        let site = site
        return try await store.write { work in
            // Held first, so that two nodes never remind of it both.
            guard try work.has("SELECT id FROM worry WHERE id = \(id) \(work.dialect.skippingLocked)") else {
                return false
            }
            let found: Open? = try work.first("\(Open.all) AND worry.id = \(id)")
            guard let found, found.isDue(at: now) else { return false }
            try work.alert(found.raisedTo, of: id, found.urgency, about: found.person, site, at: now)
            return true
        }
    }

    /// A worry that waits for somebody to say they have it.
    private struct Open: Stored {
        let id: Worry.ID
        let person: Person.ID
        let urgency: Worry.Urgency
        let raisedTo: Member.ID
        let lastAlert: Date

        static let all: SQL = """
            SELECT worry.id, person, urgency, raised_to, raised_at,
                (SELECT MAX(alerted_at) FROM worry_alert WHERE worry_alert.worry = worry.id) AS last_alert
            FROM worry
            WHERE NOT EXISTS (
                SELECT 1 FROM worry_acknowledgement WHERE worry_acknowledgement.worry = worry.id)
            """

        init(_ row: Row) throws {
            id = try row("id")
            person = try row("person")
            urgency = try row("urgency")
            raisedTo = try row("raised_to")
            lastAlert = try row("last_alert") ?? row("raised_at")
        }

        func isDue(at now: Date) -> Bool {
            urgency.reminder(after: lastAlert) <= now
        }
    }
}

extension Writer {
    /// A message to a colleague that a worry waits. It names nobody and says
    /// nothing of why: anyone may read over a shoulder.
    func alert(
        _ hearer: Member.ID,
        of worry: Worry.ID,
        _ urgency: Worry.Urgency,
        about person: Person.ID,
        _ site: WebAddress,
        at now: Date
    ) throws {
        try run(
            "INSERT INTO worry_alert (worry, alerted_at) VALUES (\(worry), \(now)) ON CONFLICT DO NOTHING"
        )
        let email: String? = try value("SELECT email FROM member WHERE id = \(hearer)")
        guard let email else { return }
        let message = Message(
            id: Message.ID(at: now),
            channel: .email,
            recipient: email,
            subject: "Someone is worried: \(urgency.name.lowercased())",
            body: "A colleague is worried about someone and has told you. Read it and say that you have it: "
                + "\(site)/worries/\(worry)",
            dueAt: now
        )
        try add(message, about: person, by: nil, at: now)
    }
}
