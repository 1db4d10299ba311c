import Foundation
import Kernel
import Store

/// What the person says to being invited: yes, no, or another time; where they
/// would like to meet and how. They may say it again; the last word counts.
struct Wish: Sendable, Equatable {
    let answer: Answer
    let place: Place?
    let manner: Manner?
    let words: String

    enum Answer: String, CaseIterable, Sendable, Column {
        case yes
        case no
        case anotherTime = "another_time"

        var name: String {
            switch self {
            case .yes: "Yes, that is fine"
            case .anotherTime: "Yes, but another time"
            case .no: "No, thank you"
            }
        }
    }

    /// Where. Not everybody wants a consulting room (paper, lines 54-57).
    enum Place: String, CaseIterable, Sendable, Column {
        case surgery
        case community
        case walk
        case home
        case anywhere

        var name: String {
            switch self {
            case .surgery: "At the surgery"
            case .community: "Somewhere that does not feel medical"
            case .walk: "On a walk"
            case .home: "At home"
            case .anywhere: "I do not mind"
            }
        }
    }

    enum Manner: String, CaseIterable, Sendable, Column {
        case phone
        case inPerson = "in_person"
        case video
        case withSomeone = "with_someone"

        var name: String {
            switch self {
            case .phone: "On the phone"
            case .inPerson: "Face to face"
            case .video: "By video"
            case .withSomeone: "With someone I bring along"
            }
        }
    }
}

extension Wish: Stored {
    init(_ row: Row) throws {
        try self.init(answer: row("answer"), place: row("place"), manner: row("manner"), words: row("words"))
    }
}

extension Reader {
    func wish(on referral: Referral.ID) throws -> Wish? {
        try first(
            "SELECT answer, place, manner, words FROM wish WHERE referral = \(referral) AND replaced_by IS NULL"
        )
    }
}

/// The invitation as somebody with its link sees it. The link is the whole
/// permission: one referral, and only what it takes to answer.
struct Invitation: Sendable {
    let referral: Referral.ID
    let givenName: String
    let practice: String
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
            SELECT \(Referral.columns), given_name, organisation.name AS practice_name, reaching.is_neutral
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
            isNeutral: row("is_neutral") ?? true,
            wish: wish(on: id),
            isOpen: referral.isWaiting || referral.isJustAccepted
        )
    }
}

extension Referral {
    /// The person may still change their mind while it waits or is newly accepted.
    fileprivate var isJustAccepted: Bool {
        if case .accepted = progress { true } else { false }
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
