import Store

/// The copy of what is kept of somebody, and what was left out of it.
enum RecordSchema: Schema {
    static let changes = [
        Change(
            "2026-11-25 e copies of a record",
            """
            CREATE TABLE passage_hiding (
                id UUID PRIMARY KEY,
                "case" UUID NOT NULL REFERENCES "case",
                passage TEXT NOT NULL,
                cause TEXT NOT NULL CHECK (cause IN ('third_party', 'harm')),
                words TEXT NOT NULL CHECK (words <> ''),
                hidden_at TIMESTAMPTZ NOT NULL,
                hidden_by UUID NOT NULL REFERENCES member,
                shown_at TIMESTAMPTZ,
                shown_by UUID REFERENCES member,
                CHECK ((shown_at IS NULL) = (shown_by IS NULL))
            );
            CREATE UNIQUE INDEX passage_hiding_current ON passage_hiding ("case", passage)
                WHERE shown_at IS NULL;

            CREATE TABLE record_copy (
                id UUID PRIMARY KEY,
                "case" UUID NOT NULL REFERENCES "case",
                way TEXT NOT NULL CHECK (way IN ('link', 'paper')),
                message UUID REFERENCES message,
                left_out INTEGER NOT NULL,
                given_at TIMESTAMPTZ NOT NULL,
                given_by UUID NOT NULL REFERENCES member,
                CHECK ((way = 'link') = (message IS NOT NULL))
            );
            CREATE INDEX record_copy_case ON record_copy ("case", given_at);

            CREATE TABLE record_copy_passage (
                copy UUID NOT NULL REFERENCES record_copy,
                position INTEGER NOT NULL,
                heading TEXT NOT NULL,
                said_at TIMESTAMPTZ,
                words TEXT NOT NULL,
                PRIMARY KEY (copy, position)
            );
            """
        )
    ]
}
