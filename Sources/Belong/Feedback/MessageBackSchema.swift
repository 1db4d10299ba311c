import Store

/// How much of a case goes to whoever referred.
enum MessageBackSchema: Schema {
    static let changes = [
        Change(
            "2026-11-25 d news extents",
            """
            CREATE TABLE news_extent (
                id UUID PRIMARY KEY,
                "case" UUID NOT NULL REFERENCES "case",
                extent TEXT NOT NULL CHECK (extent IN ('summary', 'codes', 'nothing')),
                said_at TIMESTAMPTZ NOT NULL,
                recorded_by UUID REFERENCES member,
                replaced_by UUID
            );
            CREATE UNIQUE INDEX news_extent_current ON news_extent ("case") WHERE replaced_by IS NULL;
            """
        )
    ]
}
