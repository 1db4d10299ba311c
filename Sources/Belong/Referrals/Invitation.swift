import Foundation
import Kernel
import Store

/// The invitation as somebody with its link sees it. The link is the whole
/// permission: one referral, and only what it takes to answer.
struct Invitation: Sendable {
    let referral: Referral.ID
    let givenName: String
    let practice: Letterhead
    /// Who talked with them about it, and where they work.
    let suggester: String?
    /// Whether they talked with them about it.
    let isTold: Bool
    let ringing: Ringing
    let mayRing: Bool
    let isNeutral: Bool
    let wish: Wish?
    let isOpen: Bool
    /// What the address of the practice's card for patients ends with, while it is open to everyone.
    var card: String?
    /// Whether something they wrote here may mean that they are not safe.
    var isAlarming = false

    /// Who will be in touch, from which number, and roughly when.
    struct Ringing: Sendable, Equatable {
        let names: [String]
        let phone: PhoneNumber?
        /// *Usually in about 4 days*; *on Thursday 16 April or soon after*, once somebody has them.
        let when: String
        let isCertain: Bool
    }

    enum Refused: Refusal {
        case over
        case notByLetter

        var sentence: String {
            switch self {
            case .over: "This has been settled already. Tell the surgery if you would like to talk."
            case .notByLetter:
                "A letter is for somebody who is reached by a call or a letter only, or whose message did not go."
            }
        }
    }
}

struct Invitations: Sendable {
    let store: any Store

    func open(
        _ token: String,
        _ act: LogEntry.Act = .looked,
        at now: Date = .now
    ) async throws -> Invitation {
        try await store.write { work in
            let id: Referral.ID = try work.opened(token, .invitation, at: now)
            let invitation = try work.invitation(id, at: now)
            let person: Person.ID? = try work.value("SELECT person FROM referral WHERE id = \(id)")
            try work.log(act, id, about: person, by: .person, at: now)
            return invitation
        }
    }

    /// Takes what they say. A no withdraws the referral; the link worker will not ring.
    /// A yes after it is a second thought, and the referral waits again.
    func answer(_ token: String, _ wish: Wish, at now: Date = .now) async throws {
        try await store.write { work in
            let referral: Referral.ID = try work.opened(token, .invitation, at: now)
            try work.hold(referral)
            guard try work.invitation(referral, at: now).isOpen else { throw Invitation.Refused.over }
            try work.take(wish, on: referral, at: now)
            let person: Person.ID? = try work.value("SELECT person FROM referral WHERE id = \(referral)")
            try work.log(.changed, referral, about: person, by: .person, at: now)
        }
    }
}

extension Reader {
    func invitation(_ id: Referral.ID, at now: Date) throws -> Invitation {
        let row = try rows(
            """
            SELECT \(Referral.columns), given_name, organisation.name, organisation.address, organisation.postcode,
                organisation.phone,
                told_role, told_contact, told_choice, asked_for,
                (SELECT COUNT(*) FROM invitation WHERE invitation.referral = referral.id AND is_neutral) AS neutral
            FROM \(Referral.tables)
            JOIN particulars ON particulars.person = referral.person AND particulars.replaced_by IS NULL
            JOIN organisation ON organisation.id = referral.practice
            WHERE referral.id = \(id)
            """
        ).first
        guard let row else { throw Missing() }
        let (referral, neutral): (Referral, Int) = try (Referral(row), row("neutral"))
        let reaching = try reaching(referral.person)
        return try Invitation(
            referral: id,
            givenName: row("given_name"),
            practice: Letterhead(row),
            suggester: suggester(of: id),
            isTold: !Set<ReferralRequest.Told>(row).isEmpty,
            ringing: ringing(referral, askedFor: row("asked_for"), at: now),
            mayRing: reaching?.allowsRinging(accessNeeds(of: referral.person)) ?? false,
            isNeutral: neutral > 0 || (reaching?.isNeutral ?? true),
            wish: wish(on: id),
            isOpen: referral.mayBeAnswered,
            card: openCard(of: referral.practice),
            isAlarming: saidOnReferral(id).contains { $0.isTheirs && RedFlag.isRaised(by: $0.words) }
        )
    }
}

extension Reader {
    /// What became of the last words that told them of it. None, where nobody was written to.
    func invitationDelivery(of referral: Referral.ID) throws -> Delivery? {
        let message: Message.ID?? = try value(
            "SELECT message FROM invitation WHERE referral = \(referral) ORDER BY made_at DESC LIMIT 1"
        )
        return try message.flatMap(\.self).map(delivery)
    }
}

extension Referral {
    /// The person may change their mind while it waits, when somebody has it, and after a no.
    fileprivate var mayBeAnswered: Bool {
        switch progress {
        case .waiting, .accepted, .withdrawn: true
        case .declined: false
        }
    }
}

extension Writer {
    /// What they say, behind their link or in a text.
    func take(_ wish: Wish, on referral: Referral.ID, at now: Date) throws {
        try write(wish, on: referral, at: now)
        switch wish.answer {
        case .no: try withdraw(referral, wish.words, at: now)
        case .yes, .anotherTime: try thinkAgain(of: referral, at: now)
        }
    }

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
            INSERT INTO withdrawal (id, referral, by_person, words, withdrawn_at)
            SELECT \(Key<SaidNo>(at: now)), \(referral), TRUE, \(words), \(now)
            WHERE NOT EXISTS (SELECT 1 FROM acceptance WHERE referral = \(referral))
            ON CONFLICT DO NOTHING
            """
        )
    }
}
