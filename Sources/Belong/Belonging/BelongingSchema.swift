import Store

enum BelongingSchema: Schema {
    static let changes = [
        // A site's own catalogue, whole, as it was written: the last is in force, and those before are kept.
        Change(
            "2026-11-25 m belonging, catalogue",
            """
            CREATE TABLE catalogue_amendment (
                id UUID PRIMARY KEY,
                version INTEGER NOT NULL UNIQUE CHECK (version > 1),
                words TEXT NOT NULL CHECK (words <> ''),
                reason TEXT NOT NULL CHECK (reason <> ''),
                amended_at TIMESTAMPTZ NOT NULL
            );
            """
        )
    ]
}
