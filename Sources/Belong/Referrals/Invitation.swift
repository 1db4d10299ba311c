import Foundation
import Kernel
import Store

/// The invitation as somebody with its link sees it. The link is the whole
/// permission: one referral, and only what it takes to answer.
struct Invitation: Sendable {
    let referral: Referral.ID
    let givenName: String
    let practice: String
    let phone: String?
    let isNeutral: Bool
    let wish: Wish?
    let isOpen: Bool

    enum Refused: Refusal {
        case over

        var sentence: String { "This has been settled already. Ring the surgery if you would like to talk." }
    }
}

struct Invitations: Sendable {
    let store: any Store

    func open(_ token: String, at now: Date = .now) async throws -> Invitation {
        try await store.read { view in
            let id: Referral.ID = try view.opened(token, .invitation, at: now)
            return try view.invitation(id)
        }
    }

    /// Takes what they say. A no withdraws the referral; the link worker will not ring.
    func answer(_ token: String, _ wish: Wish, at now: Date = .now) async throws {
        try await store.write { work in
            let referral: Referral.ID = try work.opened(token, .invitation, at: now)
            try work.hold(referral)
            guard try work.invitation(referral).isOpen else { throw Invitation.Refused.over }
            try work.write(wish, on: referral, at: now)
            if wish.answer == .no { try work.withdraw(referral, wish.words, at: now) }
            let person: Person.ID? = try work.value("SELECT person FROM referral WHERE id = \(referral)")
            try work.log(.changed, referral, about: person, by: nil, at: now)
        }
    }
}

extension Reader {
    fileprivate func invitation(_ id: Referral.ID) throws -> Invitation {
        let row = try rows(
            """
            SELECT \(Referral.columns), given_name, organisation.name AS practice_name, organisation.phone, reaching.is_neutral
            FROM \(Referral.tables)
            JOIN particulars ON particulars.person = referral.person AND particulars.replaced_by IS NULL
            JOIN organisation ON organisation.id = referral.practice
            LEFT JOIN reaching ON reaching.person = referral.person AND reaching.replaced_by IS NULL
            WHERE referral.id = \(id)
            """
        ).first
        guard let row else { throw Missing() }
        let referral = try Referral(row)
        return try Invitation(
            referral: id,
            givenName: row("given_name"),
            practice: row("practice_name"),
            phone: row("phone"),
            isNeutral: row("is_neutral") ?? true,
            wish: wish(on: id),
            isOpen: referral.mayBeAnswered
        )
    }
}

extension Referral {
    /// The person may still change their mind while it waits, and when somebody has it.
    fileprivate var mayBeAnswered: Bool {
        switch progress {
        case .waiting, .accepted: true
        case .declined, .withdrawn: false
        }
    }
}

extension Writer {
    fileprivate func write(_ wish: Wish, on referral: Referral.ID, at now: Date) throws {
        let id = Key<Wish>(at: now)
        try run("UPDATE wish SET replaced_by = \(id) WHERE referral = \(referral) AND replaced_by IS NULL")
        try run(
            """
            INSERT INTO wish (id, referral, answer, place, manner, words, said_at)
            VALUES (\(id), \(referral), \(wish.answer), \(wish.place), \(wish.manner), \(wish.words), \(now))
            """
        )
    }

    /// A referral that was accepted already is the link worker's to close.
    fileprivate func withdraw(_ referral: Referral.ID, _ words: String, at now: Date) throws {
        try run(
            """
            INSERT INTO withdrawal (referral, by_person, words, withdrawn_at)
            SELECT \(referral), TRUE, \(words), \(now)
            WHERE NOT EXISTS (SELECT 1 FROM acceptance WHERE referral = \(referral))
            ON CONFLICT (referral) DO NOTHING
            """
        )
    }
}
