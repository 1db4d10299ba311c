import Foundation
import Kernel
import Store

/// A way to set a password without knowing the one before: opens once, for two days,
/// for one member. Kept by its digest. It goes to their own e-mail address; whoever
/// asked for it never sees it.
package struct PasswordLinks: Sendable {
    let store: any Store
    let site: WebAddress
    let passwords = Passwords()

    package static let life: TimeInterval = 2 * 86_400

    package init(store: any Store, site: WebAddress) {
        self.store = store
        self.site = site
    }

    /// For whoever looks after Belong at the command line, who hands it over. Gives its address.
    package func make(for member: Member.ID, at now: Date = .now) async throws -> String {
        let site = site
        return try await store.write { work in
            let token = try work.makePasswordLink(for: member, by: nil, at: now)
            try work.log(.changed, member, by: .keeper, at: now)
            return "\(site)/password/\(token)"
        }
    }

    /// Whose it is, while it opens anything.
    func open(_ token: String, at now: Date = .now) async throws -> String {
        try await store.read { try $0.passwordLink(token, at: now).name }
    }

    /// Sets it, once. Every browser is signed out, every other link ends.
    func set(_ new: NewPassword, by token: String, at now: Date = .now) async throws {
        _ = try await open(token, at: now)
        let hash = try await passwords.hash(new.text)
        try await store.write { work in
            let member = try work.passwordLink(token, at: now).member
            let used = try work.run(
                """
                INSERT INTO password_link_end (link, ended_at)
                VALUES (\(Sodium.digest(token)), \(now))
                ON CONFLICT (link) DO NOTHING
                """
            )
            guard used == 1 else { throw Missing() }
            try work.set(hash, for: member, keeping: nil, at: now)
            try work.log(.changed, member, by: member, at: now)
        }
    }
}

extension Reader {
    /// Forged, expired and used are not told apart.
    fileprivate func passwordLink(_ token: String, at now: Date) throws -> (member: Member.ID, name: String) {
        let row = try rows(
            """
            SELECT member.id, member.name
            FROM password_link
            JOIN member ON member.id = password_link.member
            WHERE token_hash = \(Sodium.digest(token)) AND expires_at > \(now)
                AND NOT EXISTS (SELECT 1 FROM password_link_end WHERE link = token_hash)
            """
        ).first
        guard let row else { throw Missing() }
        return try (row("id"), row("name"))
    }
}

extension Writer {
    /// A new one, which ends those before it. Gives its token.
    func makePasswordLink(for member: Member.ID, by maker: Member.ID?, at now: Date) throws -> String {
        let token = Sodium.token()
        try endPasswordLinks(of: member, at: now)
        try run(
            """
            INSERT INTO password_link (token_hash, member, made_by, made_at, expires_at)
            VALUES (\(Sodium.digest(token)), \(member), \(maker), \(now),
                \(now.addingTimeInterval(PasswordLinks.life)))
            """
        )
        return token
    }
}
