import Store

/// What a link worker has checked for the record of a practice.
enum CodedSchema: Schema {
    static let changes = [
        Change(
            "2026-11-25 v coded entries",
            """
            CREATE TABLE coded_entry (
                id UUID PRIMARY KEY,
                "case" UUID NOT NULL REFERENCES "case",
                code TEXT NOT NULL CHECK (code IN ('871731000000106', '871711000000103', '390893007', '48176007')),
                happened_on DATE NOT NULL,
                checked_at TIMESTAMPTZ NOT NULL,
                checked_by UUID NOT NULL REFERENCES member,
                ended_at TIMESTAMPTZ,
                ended_by UUID REFERENCES member,
                CHECK ((ended_at IS NULL) = (ended_by IS NULL))
            );
            CREATE UNIQUE INDEX coded_entry_current ON coded_entry ("case", code) WHERE ended_at IS NULL;
            """
        )
    ]
}
