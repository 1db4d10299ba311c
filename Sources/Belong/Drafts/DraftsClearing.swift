import Store

extension Stale {
    /// What was begun about somebody and never sent, and the notes that a draft is over.
    static let drafts = Stale(after: Draft.life) { before in
        [
            "DELETE FROM draft WHERE id IN (SELECT id FROM draft WHERE saved_at < \(before) LIMIT \(batch))",
            """
            DELETE FROM draft_end WHERE draft IN (
                SELECT draft FROM draft_end WHERE ended_at < \(before) LIMIT \(batch))
                AND ended_at < \(before)
            """,
        ]
    }
}

extension Draft {
    /// For so many days after it was last written at.
    static let life = 30
}
