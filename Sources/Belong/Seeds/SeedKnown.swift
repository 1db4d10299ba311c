import Foundation
import Kernel
import Store

extension SeedFile.Owed {
    /// A practice's role card: open to everyone since, who has read it, and what nobody has checked yet.
    struct Card: Decodable, Sendable {
        let practice: String
        let by: String
        let ago: Int
        let names: [Shown]
        let opened: [Opened]
        let session: Session?
        let unchecked: Unchecked?

        struct Shown: Decodable, Sendable {
            let linkWorker: String
            let name: String
        }

        struct Session: Decodable, Sendable {
            let ago: Int
            let present: [String]
        }

        struct Unchecked: Decodable, Sendable {
            let language: String
            let words: String
        }
    }

    /// What a link worker brings: when they said last that it is so, and who has read it.
    struct Read: Decodable, Sendable {
        let linkWorker: String
        let confirmed: Int
        let opened: [Opened]
    }

    struct Opened: Decodable, Sendable {
        let by: String
        let ago: Int
    }
}

extension SeedGround {
    func write(_ card: SeedFile.Owed.Card) async throws {
        let practice = try place(card.practice)
        let cards = try RoleCards(store: store, member: member(card.by))
        try await cards.publish(true, of: practice, at: instant(card.ago, "11:05"))
        for shown in card.names {
            try await RoleCards(store: store, member: member(shown.linkWorker))
                .show(shown.name, at: practice, now: instant(card.ago, "13:30"))
        }
        for opened in card.opened {
            _ = try await RoleCards(store: store, member: member(opened.by))
                .open(practice, at: instant(opened.ago, "08:50"))
        }
        if let session = card.session {
            let present = try session.present.map { try member($0).id }
            let at = instant(session.ago, "13:00")
            try await cards.note(Day(at), present, at: practice, now: at)
        }
        if let unchecked = card.unchecked, let language = CardLanguage(unchecked.language) {
            try await cards.add(unchecked.words, in: language, of: practice, at: instant(6, "16:10"))
        }
    }

    func open(_ read: SeedFile.Owed.Read) async throws {
        let linkWorker = try member(read.linkWorker)
        try await Bringing(store: store, member: linkWorker).confirm(at: instant(read.confirmed, "09:10"))
        for opened in read.opened {
            _ = try await Bringing(store: store, member: member(opened.by))
                .open(linkWorker.id, at: instant(opened.ago, "14:15"))
        }
    }

    /// After first conversations link workers tapped whether the person was right for the service, and at some that
    /// they advised seeing a clinician.
    func mark() async throws {
        let first: [(Case.ID, Contact.ID, Member.ID, Date)] = try await store.read { view in
            try view.rows(
                """
                SELECT "case".id AS "case", contact.first, contact.written_by, contact.written_at
                FROM contact
                JOIN "case" ON "case".id = contact."case" AND "case".link_worker = contact.written_by
                WHERE contact.outcome = 'reached' AND contact.replaced_by IS NULL
                    AND "case".id NOT IN (SELECT closing."case" FROM closing)
                    AND "case".id NOT IN (SELECT taking_over."case" FROM taking_over)
                    AND NOT EXISTS (
                        SELECT 1 FROM contact AS before
                        WHERE before."case" = contact."case" AND before.replaced_by IS NULL
                            AND before.outcome = 'reached' AND before.began_at < contact.began_at)
                ORDER BY contact.began_at, contact.id
                """
            ).map { try ($0("case"), $0("first"), $0("written_by"), $0("written_at")) }
        }
        let answers: [ServiceFit] = [.yes, .yes, .partly, .yes, .no]
        for (nth, (id, contact, who, at)) in first.enumerated() {
            guard let member = try await store.read({ try $0.member(who) }) else { continue }
            let cases = Cases(store: store, member: member)
            guard (try? await cases.mayGoOn(id)) != nil else { continue }
            try await cases.say(answers[nth % answers.count], after: contact, on: id, at: min(now, at + 600))
            if nth % 4 == 1 { try await cases.advise(true, at: contact, on: id, now: min(now, at + 900)) }
        }
    }
}
