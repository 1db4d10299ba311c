import Foundation
import Kernel
import Store

/// Proving who one is, by e-mail address and password. Wrong tries slow down the
/// account and the address they come from; nobody is ever locked out for good. In
/// a browser they signed in with before, somebody waits for their own tries only.
struct SigningIn: Sendable {
    let store: any Store
    let passwords: Passwords

    enum Refused: Refusal, Equatable {
        case unknown
        case tooMany(seconds: Int)

        var sentence: String {
            switch self {
            case .unknown: "That e-mail address and password do not belong together. Try again."
            case .tooMany(let seconds):
                "That was wrong several times. Wait \(Self.spoken(seconds)), then try again."
            }
        }

        private static func spoken(_ seconds: Int) -> String {
            seconds > 60 ? ((seconds + 59) / 60).counted("minute") : seconds.counted("second")
        }
    }

    /// After this many wrong tries in a row each further one costs a wait.
    static let patience = 5

    /// The wait doubles with every wrong try past patience, up to fifteen minutes.
    static func wait(afterWrong tries: Int) -> TimeInterval {
        guard tries >= patience else { return 0 }
        return min(900, 2 * pow(2, Double(tries - patience)))
    }

    /// - Parameter browser: the token by which a browser they signed in with is known again.
    func signIn(
        _ typed: String,
        password: String,
        from address: String,
        browser: String? = nil,
        at now: Date = .now
    ) async throws -> Member.ID {
        // What is no address is nobody's account, and may be a password in the wrong
        // field: it is neither looked up nor kept.
        guard let account = EmailAddress(typed)?.folded else { throw Refused.unknown }
        let attempt = Key<SigningIn>(at: now)
        // Claimed before the password is looked at, so that tries at once are all counted.
        let found = try await store.write { work in
            try work.claim(attempt, on: account, from: address, browser: browser, at: now)
        }
        // An unknown address takes as long as a known one.
        let isRight = await passwords.verify(password, against: found?.hash ?? Self.nobody)
        guard isRight, let member = found?.member else { throw Refused.unknown }
        try await store.write {
            try $0.run("UPDATE sign_in_attempt SET succeeded = TRUE WHERE id = \(attempt)")
        }
        return member
    }

    private static let nobody = Sodium.hash(password: Sodium.token()) ?? ""
}

extension Reader {
    fileprivate func account(_ account: String) throws -> (member: Member.ID, hash: String)? {
        try rows(
            """
            SELECT member.id, password.hash
            FROM member
            JOIN password ON password.member = member.id
            WHERE email_folded = \(account)
            ORDER BY password.set_at DESC
            LIMIT 1
            """
        ).first.map { try ($0("id"), $0("hash")) }
    }

    /// Seconds until the next try is allowed, by the account or by where it comes from.
    fileprivate func wait(for account: String, from address: String?, at now: Date) throws -> TimeInterval {
        let dayAgo = now.addingTimeInterval(-86_400)
        let byAccount = try rows(wrong("account = \(account)", since: dayAgo)).first
        let byAddress = try address.flatMap { try rows(wrong("address = \($0)", since: dayAgo)).first }
        return try max(remaining(byAccount, 1, at: now), remaining(byAddress, 4, at: now))
    }

    /// Wrong tries since the last right one.
    private func wrong(_ whose: SQL, since dayAgo: Date) -> SQL {
        """
        SELECT COUNT(*) AS tries, MAX(tried_at) AS last
        FROM sign_in_attempt
        WHERE \(whose) AND NOT succeeded AND tried_at > \(dayAgo)
            AND tried_at > COALESCE(
                (SELECT MAX(tried_at) FROM sign_in_attempt WHERE \(whose) AND succeeded), \(dayAgo))
        """
    }

    /// A whole practice may share one address, so it is given more room than one account.
    private func remaining(_ row: Row?, _ room: Int, at now: Date) throws -> TimeInterval {
        guard let row, let last: Date = try row("last") else { return 0 }
        let tries: Int = try row("tries")
        return SigningIn.wait(afterWrong: tries / room) - now.timeIntervalSince(last)
    }
}

extension Writer {
    /// Notes a try as wrong until it proves right, unless it comes too soon. One at a time.
    fileprivate func claim(
        _ attempt: Key<SigningIn>,
        on account: String,
        from address: String,
        browser: String?,
        at now: Date
    ) throws -> (member: Member.ID, hash: String)? {
        _ = try rows("SELECT one FROM sign_in_turn \(dialect.forUpdate)")
        let found = try self.account(account)
        let known = try found.flatMap { try knownBrowser(browser, of: $0.member, at: now) }
        let wait = try wait(for: known ?? account, from: known == nil ? address : nil, at: now)
        guard wait <= 0 else { throw SigningIn.Refused.tooMany(seconds: Int(wait.rounded(.up))) }
        try run(
            """
            INSERT INTO sign_in_attempt (id, account, address, succeeded, tried_at)
            VALUES (\(attempt), \(known ?? account), \(address), FALSE, \(now))
            """
        )
        return found
    }
}
