import Foundation
import Kernel
import Store
import Web

/// A password on its way to being somebody's: long enough, and typed twice alike.
struct NewPassword: Sendable {
    let text: String

    /// Longer than this is no password but a way to keep us busy.
    static let longest = 200

    init(_ typed: String, again: String) throws(Problems) {
        var problems = Problems()
        if typed.count < Passwords.shortest {
            problems.add("password", Members.Refused.passwordTooShort.sentence)
        } else if typed.count > Self.longest {
            problems.add("password", "Keep it to \(Self.longest) characters")
        } else if typed != again {
            problems.add("again", "These two are not the same. Type both again")
        }
        guard problems.list.isEmpty else { throw problems }
        text = typed
    }
}

/// Changing one's own password, by whoever knows the one there is.
struct ChangingPassword: Sendable {
    let store: any Store
    let passwords: Passwords
    let member: Member

    /// Signs them out of every other browser, and ends every link by which it could be set.
    ///
    /// - Parameter session: the token of this browser, which stays signed in.
    func change(
        from old: String,
        to new: NewPassword,
        in session: String,
        from address: String,
        at now: Date = .now
    ) async throws {
        let me = member.id
        let email: String? = try await store.read {
            try $0.value("SELECT email FROM member WHERE id = \(me)")
        }
        do {
            _ = try await SigningIn(store: store, passwords: passwords)
                .signIn(email ?? "", password: old, from: address, at: now)
        } catch let refused as SigningIn.Refused {
            var problems = Problems()
            problems.add("old", refused == .unknown ? "That is not your password now" : refused.sentence)
            throw problems
        }
        let (hash, kept) = (try await passwords.hash(new.text), Sodium.digest(session))
        try await store.write { work in
            try work.set(hash, for: me, keeping: kept, at: now)
            try work.log(.changed, me, by: me, at: now)
        }
    }
}

extension Writer {
    /// From now on this is their password. Whoever was signed in with the one before is
    /// signed out, but for the session that is kept.
    func set(_ hash: String, for member: Member.ID, keeping session: String?, at now: Date) throws {
        try run("INSERT INTO password (member, hash, set_at) VALUES (\(member), \(hash), \(now))")
        try endSessions("member = \(member) AND token_hash <> \(session ?? "")", at: now)
        try endPasswordLinks(of: member, at: now)
    }

    func endPasswordLinks(of member: Member.ID, at now: Date) throws {
        try run(
            """
            INSERT INTO password_link_end (link, ended_at)
            SELECT token_hash, \(now) FROM password_link WHERE member = \(member)
            ON CONFLICT (link) DO NOTHING
            """
        )
    }
}
