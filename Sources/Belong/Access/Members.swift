import Foundation
import Kernel
import Store

extension Reader {
    /// Someone and what they do today. A membership that has ended is not there any more.
    func member(_ id: Member.ID) throws -> Member? {
        let lines = try rows(
            """
            SELECT member.name AS member_name, membership.role, organisation.id, organisation.kind, organisation.name
            FROM member
            LEFT JOIN membership ON membership.member = member.id
                AND \(Member.Membership.current)
            LEFT JOIN organisation ON organisation.id = membership.organisation
            WHERE member.id = \(id)
            ORDER BY membership.began_at
            """
        )
        guard let first = lines.first else { return nil }
        return try Member(
            id: id,
            name: first("member_name"),
            memberships: lines.compactMap(Member.Membership.init)
        )
    }
}

extension Member.Membership {
    fileprivate init?(_ row: Row) throws {
        guard let role: Role = try row("role") else { return nil }
        self.init(role: role, organisation: try Organisation(row))
    }
}

extension Role: Column {}
extension Organisation.Kind: Column {}

extension Organisation: Stored {
    public init(_ row: Row) throws {
        try self.init(id: row("id"), kind: row("kind"), name: row("name"))
    }
}

/// Adding people to Belong and ending what they do here. For administrators at
/// the command line and for the seeds.
package struct Members: Sendable {
    let store: any Store
    let passwords = Passwords()

    package init(store: any Store) {
        self.store = store
    }

    package enum Refused: Refusal {
        case addressTaken
        case passwordTooShort

        package var sentence: String {
            switch self {
            case .addressTaken: "Someone with that e-mail address is here already."
            case .passwordTooShort: "A password needs at least \(Passwords.shortest) characters."
            }
        }
    }

    /// Adds someone who can sign in from now on.
    @discardableResult
    package func add(
        name: String,
        email: EmailAddress,
        password: String,
        at now: Date = .now
    ) async throws -> Member.ID {
        guard password.count >= Passwords.shortest else { throw Refused.passwordTooShort }
        let hash = try await passwords.hash(password)
        let id = Member.ID(at: now)
        do {
            try await store.write { work in
                try work.run(
                    """
                    INSERT INTO member (id, name, email, email_folded, made_at)
                    VALUES (\(id), \(name), \(email), \(email.folded), \(now))
                    """
                )
                try work.run("INSERT INTO password (member, hash, set_at) VALUES (\(id), \(hash), \(now))")
                try work.log(.changed, id, by: .keeper, at: now)
            }
        } catch is Conflict {
            throw Refused.addressTaken
        }
        return id
    }

    /// Lets them do something in a place from now on.
    package func add(
        _ member: Member.ID,
        as role: Role,
        at organisation: Organisation.ID,
        at now: Date = .now
    ) async throws {
        try await store.write { work in
            try work.run(
                """
                INSERT INTO membership (id, member, role, organisation, began_at)
                VALUES (\(Key<Member.Membership>(at: now)), \(member), \(role), \(organisation), \(now))
                """
            )
            try work.log(.changed, member, by: .keeper, at: now)
        }
    }

    /// Ends what they do there, their placements and every session they have open.
    /// Gives how many people of theirs need somebody now.
    @discardableResult
    package func end(
        _ member: Member.ID,
        at organisation: Organisation.ID,
        at now: Date = .now
    ) async throws -> Int {
        try await store.write { work in
            try work.run(
                """
                INSERT INTO membership_end (membership, ended_at)
                SELECT id, \(now) FROM membership WHERE member = \(member) AND organisation = \(organisation)
                ON CONFLICT (membership) DO NOTHING
                """
            )
            try work.endPlacements(of: member, at: organisation, on: Day(now))
            try work.endSessions("member = \(member)", at: now)
            try work.log(.changed, member, by: .keeper, at: now)
            return try work.unheld(on: Day(now), of: member, at: organisation)
        }
    }
}
