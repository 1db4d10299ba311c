import Foundation
import Kernel
import Store

/// A browser in which somebody signed in before. It opens nothing: wrong tries of
/// others, elsewhere, do not slow its owner down. Kept by the digest of its token.
struct KnownBrowsers: Sendable {
    let store: any Store

    /// Browsers forget cookies after 400 days at the latest; so do we.
    static let life: TimeInterval = 400 * 86_400

    /// Knows it from now on, by the token it has or a new one. Colleagues may share a browser.
    func remember(_ token: String?, for member: Member.ID, at now: Date = .now) async throws -> String {
        let token = token.flatMap { $0.count == 64 ? $0 : nil } ?? Sodium.token()
        let hash = Sodium.digest(token)
        try await store.write { work in
            try work.run(
                """
                INSERT INTO known_browser (token_hash, member, known_at)
                VALUES (\(hash), \(member), \(now))
                ON CONFLICT (token_hash, member) DO UPDATE SET known_at = \(now)
                """
            )
        }
        return token
    }
}

extension Reader {
    /// What this browser's tries are counted under, if this member signed in there before.
    func knownBrowser(_ token: String?, of member: Member.ID, at now: Date) throws -> String? {
        guard let token else { return nil }
        let since = now.addingTimeInterval(-KnownBrowsers.life)
        let hash: String? = try value(
            """
            SELECT token_hash
            FROM known_browser
            WHERE token_hash = \(Sodium.digest(token)) AND member = \(member) AND known_at > \(since)
            """
        )
        return hash.map { "browser \($0) of \(member)" }
    }
}
