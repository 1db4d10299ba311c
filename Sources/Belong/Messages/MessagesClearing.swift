import Store

extension Stale {
    /// Links that lead nowhere any more, thirty days after they expired.
    static let links = Stale(after: 30) { before in
        let old: SQL =
            "SELECT token_hash FROM link WHERE expires_at < \(before) ORDER BY expires_at, token_hash LIMIT \(batch)"
        return [
            "DELETE FROM link_withdrawal WHERE link IN (\(old))",
            "DELETE FROM link WHERE token_hash IN (\(old))",
        ]
    }
}
