import Foundation
import Kernel
import Store

/// Proving who one is, by e-mail address and password. Wrong tries slow down the
/// account and the address they come from; nobody is ever locked out for good.
struct SigningIn: Sendable {
    let store: any Store
    let passwords: Passwords

    enum Refused: Refusal {
        case unknown
        case tooMany(seconds: Int)

        var sentence: String {
            switch self {
            case .unknown: "That e-mail address and password do not belong together. Try again."
            case .tooMany(let seconds):
                "That was wrong several times. Wait \(seconds.counted("second")), then try again."
            }
        }
    }

    /// After this many wrong tries in a row each further one costs a wait.
    static let patience = 5

    /// The wait doubles with every wrong try past patience, up to fifteen minutes.
    static func wait(afterWrong tries: Int) -> TimeInterval {
        guard tries >= patience else { return 0 }
        return min(900, 2 * pow(2, Double(tries - patience)))
    }

    func signIn(
        _ typed: String,
        password: String,
        from address: String,
        at now: Date = .now
    ) async throws -> Member.ID {
        let account = EmailAddress(typed)?.folded ?? typed.folded
        let (found, wait) = try await store.read { view in
            try (view.account(account), view.wait(for: account, from: address, at: now))
        }
        guard wait <= 0 else { throw Refused.tooMany(seconds: Int(wait.rounded(.up))) }
        // An unknown address takes as long as a known one.
        let isRight = await passwords.verify(password, against: found?.hash ?? Self.nobody)
        let member = isRight ? found?.member : nil
        try await store.write { work in
            try work.run(
                """
                INSERT INTO sign_in_attempt (id, account, address, succeeded, tried_at)
                VALUES (\(Key<SigningIn>(at: now)), \(account), \(address), \(member != nil), \(now))
                """
            )
        }
        guard let member else { throw Refused.unknown }
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
    fileprivate func wait(for account: String, from address: String, at now: Date) throws -> TimeInterval {
        let dayAgo = now.addingTimeInterval(-86_400)
        let byAccount = try rows(wrong("account = \(account)", since: dayAgo)).first
        let byAddress = try rows(wrong("address = \(address)", since: dayAgo)).first
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
