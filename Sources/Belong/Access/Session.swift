import Foundation
import Kernel
import Store
import Web

/// One browser in which someone is signed in. Kept by the digest of its token,
/// so that a copy of the store signs nobody in.
struct Session: Sendable {
    let tokenHash: String
    let member: Member.ID
    let formToken: String
    let beganAt: Date
    let seenAt: Date

    /// Half an hour of nothing ends it; so do twelve hours of anything (DESIGN, section 5).
    static let idle: TimeInterval = 30 * 60
    static let longest: TimeInterval = 12 * 3600

    func isAlive(at now: Date) -> Bool {
        now.timeIntervalSince(seenAt) < Self.idle && now.timeIntervalSince(beganAt) < Self.longest
    }

    /// Being seen is noted once a minute at most.
    func isDueToBeSeen(at now: Date) -> Bool {
        now.timeIntervalSince(seenAt) >= 60
    }
}

/// Opens, finds and ends sessions.
struct Sessions: Sendable {
    let store: any Store

    /// Begins one and gives the token that the browser will carry. Forms that
    /// were open when the one before ran out can still be sent: its form token
    /// goes on, unless they signed out.
    func begin(for member: Member.ID, at now: Date = .now) async throws -> String {
        let token = Sodium.token()
        let hash = Sodium.digest(token)
        try await store.write { work in
            let formToken = try work.lastFormToken(of: member, at: now) ?? Sodium.token()
            try work.run(
                """
                INSERT INTO session (token_hash, member, form_token, began_at, seen_at)
                VALUES (\(hash), \(member), \(formToken), \(now), \(now))
                """
            )
            try work.log(.changed, member, by: member, at: now)
        }
        return token
    }

    /// Whoever carries this token, with what they do today.
    func find(_ token: String, at now: Date = .now) async throws -> (session: Session, member: Member)? {
        let hash = Sodium.digest(token)
        let found: (Session, Member)? = try await store.read { view in
            guard let session: Session = try view.first(Self.open(hash)), session.isAlive(at: now) else {
                return nil
            }
            return try view.member(session.member).map { (session, $0) }
        }
        if let session = found?.0, session.isDueToBeSeen(at: now) {
            try await store.write {
                try $0.run("UPDATE session SET seen_at = \(now) WHERE token_hash = \(hash)")
            }
        }
        return found.map { (session: $0.0, member: $0.1) }
    }

    func end(_ token: String, at now: Date = .now) async throws {
        let hash = Sodium.digest(token)
        try await store.write { try $0.endSessions("token_hash = \(hash)", at: now) }
    }

    /// Signs them out of every browser at once. Links by which their password could
    /// be set end too.
    func endAll(of member: Member.ID, at now: Date = .now) async throws {
        try await store.write { work in
            try work.endSessions("member = \(member)", at: now)
            try work.endPasswordLinks(of: member, at: now)
        }
    }

    private static func open(_ hash: String) -> SQL {
        """
        SELECT token_hash, member, form_token, began_at, seen_at
        FROM session
        LEFT JOIN session_end ON session_end.session = session.token_hash
        WHERE token_hash = \(hash) AND ended_at IS NULL
        """
    }
}

extension Reader {
    fileprivate func lastFormToken(of member: Member.ID, at now: Date) throws -> String? {
        try value(
            """
            SELECT form_token
            FROM session
            WHERE member = \(member) AND began_at > \(now.addingTimeInterval(-2 * Session.longest))
                AND NOT EXISTS (SELECT 1 FROM session_end WHERE session = session.token_hash)
            ORDER BY began_at DESC
            LIMIT 1
            """
        )
    }
}

extension Writer {
    func endSessions(_ which: SQL, at now: Date) throws {
        try run(
            """
            INSERT INTO session_end (session, ended_at)
            SELECT token_hash, \(now) FROM session WHERE \(which)
            ON CONFLICT (session) DO NOTHING
            """
        )
    }
}

extension Session: Stored {
    init(_ row: Row) throws {
        try self.init(
            tokenHash: row("token_hash"),
            member: row("member"),
            formToken: row("form_token"),
            beganAt: row("began_at"),
            seenAt: row("seen_at")
        )
    }
}
