import Store

/// Why somebody left, in their words and for whom they choose; and what was learned of
/// each thing that was open then. There is no column for how much they did.
enum ExitsSchema: Schema {
    static let changes = [
        Change(
            "2026-11-25 r exits",
            """
            CREATE TABLE exit_words (
                id UUID PRIMARY KEY,
                placement UUID NOT NULL REFERENCES placement,
                words TEXT NOT NULL,
                for_network BOOLEAN NOT NULL,
                for_practice BOOLEAN NOT NULL,
                said_at TIMESTAMPTZ NOT NULL,
                said_by UUID NOT NULL REFERENCES member,
                replaced_by UUID,
                CHECK (words <> '' OR NOT (for_network OR for_practice))
            );
            CREATE UNIQUE INDEX exit_words_current ON exit_words (placement) WHERE replaced_by IS NULL;

            CREATE TABLE exit_review (
                placement UUID NOT NULL REFERENCES placement,
                issue UUID NOT NULL REFERENCES issue,
                words TEXT NOT NULL CHECK (words <> ''),
                said_at TIMESTAMPTZ NOT NULL,
                said_by UUID NOT NULL REFERENCES member,
                PRIMARY KEY (placement, issue)
            );
            """
        )
    ]
}
