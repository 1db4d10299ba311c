import Store

enum MergingSchema: Schema {
    static let changes = [
        Change(
            "2026-11-22 i merging",
            """
            CREATE TABLE merging (
                id UUID PRIMARY KEY,
                kept UUID NOT NULL REFERENCES person,
                merged UUID NOT NULL REFERENCES person,
                reason TEXT NOT NULL CHECK (reason <> ''),
                merged_by UUID NOT NULL REFERENCES member,
                merged_at TIMESTAMPTZ NOT NULL,
                separated_because TEXT CHECK (separated_because <> ''),
                separated_by UUID REFERENCES member,
                separated_at TIMESTAMPTZ,
                CHECK (kept <> merged),
                CHECK ((separated_at IS NULL) = (separated_by IS NULL)),
                CHECK ((separated_at IS NULL) = (separated_because IS NULL))
            );
            CREATE UNIQUE INDEX merging_current ON merging (merged) WHERE separated_at IS NULL;
            CREATE INDEX merging_merged ON merging (merged);
            CREATE INDEX merging_kept ON merging (kept);

            CREATE TABLE merging_move (
                merging UUID NOT NULL REFERENCES merging,
                place TEXT NOT NULL,
                moved UUID NOT NULL,
                PRIMARY KEY (merging, place, moved)
            );
            """
        )
    ]
}
