import Foundation
import Kernel
import Store

/// A link worker was offered and the person said *no, not today*. That is an
/// answer too; who offered may be reminded to ask again. It holds no name.
struct DeclinedOffer: Identifiable, Sendable {
    let id: Key<DeclinedOffer>
    /// Enough for the one who offered to know who it was; nothing that says so to others.
    let words: String
    let remindOn: Day?
    let offeredAt: Date
}

struct DeclinedOffers: Sendable {
    let store: any Store
    let member: Member

    func note(
        _ words: String,
        at practice: Organisation.ID,
        remindOn day: Day?,
        at now: Date = .now
    ) async throws {
        guard member.practices.contains(practice) else { throw Missing() }
        let (me, words) = (member.id, try Question.asked(words))
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
            try work.run(
                """
                INSERT INTO declined_offer_end (declined_offer, ended_at)
                VALUES (\(id), \(now))
                ON CONFLICT (declined_offer) DO NOTHING
                """
            )
        }
    }

    /// Those to ask again, from the day of the reminder until it was done: whoever is
    /// away for a month finds it all the same.
    func due(at now: Date = .now) async throws -> [DeclinedOffer] {
        let (me, today) = (member.id, Day(now))
        return try await store.read { view in
            try view.all(
                """
                SELECT id, person_words, remind_on, offered_at
                FROM declined_offer
                WHERE offered_by = \(me) AND remind_on <= \(today)
                    AND NOT EXISTS (SELECT 1 FROM declined_offer_end WHERE declined_offer = declined_offer.id)
                ORDER BY remind_on
                """
            )
        }
    }
}

extension DeclinedOffer: Stored {
    init(_ row: Row) throws {
        try self.init(
            id: row("id"),
            words: row("person_words"),
            remindOn: row("remind_on"),
            offeredAt: row("offered_at")
        )
    }
}
