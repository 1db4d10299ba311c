import Foundation
import Kernel
import Store

/// A link worker was offered and the person said *no, not today*. That is an
/// answer too; who offered may be reminded to ask again. It holds no name.
struct DeclinedOffer: Identifiable, Sendable {
    let id: Key<DeclinedOffer>
    let practice: Organisation.ID
    /// Enough for the one who offered to know who it was; nothing that says so to others.
    let words: String
    let remindOn: Day?
    let offeredAt: Date
}

struct DeclinedOffers: Sendable {
    let store: any Store
    let member: Member

    func note(
        _ typed: String,
        at practice: Organisation.ID,
        remindOn day: Day?,
        at now: Date = .now
    ) async throws {
        guard member.practices.contains(practice) else { throw Missing() }
        let (me, words) = (member.id, try Question.asked(typed))
        try await store.write { work in
            try work.run(
                """
                INSERT INTO declined_offer (id, practice, offered_by, person_words, remind_on, offered_at)
                VALUES (\(DeclinedOffer.ID(at: now)), \(practice), \(me), \(words), \(day), \(now))
                """
            )
        }
    }

    /// They were asked again, whatever they said. A repeat changes nothing.
    func end(_ id: DeclinedOffer.ID, at now: Date = .now) async throws {
        let me = member.id
        try await store.write { work in
            guard try work.has("SELECT id FROM declined_offer WHERE id = \(id) AND offered_by = \(me)") else {
                throw Missing()
            }
            try work.endOffer(id, of: me, at: now)
        }
    }

    /// Those to ask again, from the day of the reminder until it was done: whoever is
    /// away for a month finds it all the same.
    func due(at now: Date = .now) async throws -> [DeclinedOffer] {
        let (me, today) = (member.id, Day(now))
        return try await store.read { view in
            try view.all(
                """
                SELECT \(DeclinedOffer.columns)
                FROM declined_offer
                WHERE offered_by = \(me) AND \(DeclinedOffer.isDue(on: today))
                ORDER BY remind_on, id
                """
            )
        }
    }
}

extension DeclinedOffer {
    /// To be asked again by that day.
    static func isDue(on day: Day) -> SQL {
        """
        remind_on <= \(day)
            AND NOT EXISTS (SELECT 1 FROM declined_offer_end WHERE declined_offer = declined_offer.id)
        """
    }
}

extension Reader {
    /// One that this member noted.
    func offer(_ id: DeclinedOffer.ID, by member: Member.ID) throws -> DeclinedOffer? {
        try first(
            """
            SELECT \(DeclinedOffer.columns)
            FROM declined_offer
            WHERE id = \(id) AND offered_by = \(member)
            """
        )
    }
}

extension Writer {
    /// They were asked again, or referred.
    func endOffer(_ id: DeclinedOffer.ID, of member: Member.ID, at now: Date) throws {
        try run(
            """
            INSERT INTO declined_offer_end (declined_offer, ended_at)
            SELECT id, \(now) FROM declined_offer WHERE id = \(id) AND offered_by = \(member)
            ON CONFLICT (declined_offer) DO NOTHING
            """
        )
    }
}

extension DeclinedOffer: Stored {
    static let columns: SQL = "id, practice, person_words, remind_on, offered_at"

    init(_ row: Row) throws {
        try self.init(
            id: row("id"),
            practice: row("practice"),
            words: row("person_words"),
            remindOn: row("remind_on"),
            offeredAt: row("offered_at")
        )
    }
}
