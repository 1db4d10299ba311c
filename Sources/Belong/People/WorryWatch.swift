import Foundation
import Kernel
import Store

/// Tells of a worry again until somebody acknowledges it: after 30 minutes, 4 hours,
/// or the next morning, and again after as long. What two alerts did not bring an
/// answer to goes to the next of the chain as well (hazard H01).
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
            let (told, alerts) = try work.toldLately(of: id)
            let chain = try work.worryChain(at: found.practice, besides: found.raisedBy, at: now)
            let hearers = Worry.hearers(told: told, chain: chain, alerts: alerts)
            // Where nobody is left who may hear, it stays with the one who was told.
            let somebody = hearers.isEmpty ? [found.raisedTo] : hearers
            try work.alert(somebody, of: id, found.urgency, about: found.person, site, at: now)
            return true
        }
    }

    /// A worry that waits for somebody to say they have it.
    private struct Open: Stored {
        let id: Worry.ID
        let person: Person.ID
        let urgency: Worry.Urgency
        let raisedTo: Member.ID
        let raisedBy: Member.ID
        let practice: Organisation.ID
        let lastAlert: Date

        static let all: SQL = """
            SELECT worry.id, person, urgency, raised_to, raised_by, raised_at, practice,
                (SELECT MAX(told_at) FROM worry_telling WHERE worry_telling.worry = worry.id) AS last_alert
            FROM worry
            JOIN person ON person.id = worry.person
            WHERE NOT EXISTS (
                SELECT 1 FROM worry_answer WHERE worry_answer.worry = worry.id AND handed_on IS NULL)
            """

        init(_ row: Row) throws {
            id = try row("id")
            person = try row("person")
            urgency = try row("urgency")
            raisedTo = try row("raised_to")
            raisedBy = try row("raised_by")
            practice = try row("practice")
            lastAlert = try row("last_alert") ?? row("raised_at")
        }

        func isDue(at now: Date) -> Bool {
            urgency.reminder(after: lastAlert) <= now
        }
    }
}
