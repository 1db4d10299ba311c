import Store

/// What is counted of link workers, and beside what. How a target is meant may change:
/// each word on it is a row of `target_terms`, and the last one holds. One that ended is kept.
enum TargetsSchema: Schema {
    static let changes = [
        Change(
            "2026-11-25 t targets",
            """
            CREATE TABLE target (
                id UUID PRIMARY KEY,
                network UUID NOT NULL REFERENCES organisation,
                practice UUID REFERENCES organisation,
                kind TEXT NOT NULL CHECK (kind IN ('pace', 'cap', 'share', 'other', 'planning')),
                words TEXT NOT NULL CHECK (words <> ''),
                set_by TEXT NOT NULL CHECK (set_by <> ''),
                since_day DATE NOT NULL,
                added_at TIMESTAMPTZ NOT NULL,
                added_by UUID NOT NULL REFERENCES member
            );
            CREATE INDEX target_network ON target (network);

            CREATE TABLE target_terms (
                id UUID PRIMARY KEY,
                target UUID NOT NULL REFERENCES target,
                way TEXT NOT NULL CHECK (way IN ('imposed', 'negotiated')),
                paired TEXT NOT NULL,
                from_link_worker BOOLEAN NOT NULL,
                said_at TIMESTAMPTZ NOT NULL,
                said_by UUID NOT NULL REFERENCES member
            );
            CREATE INDEX target_terms_target ON target_terms (target, said_at);

            CREATE TABLE target_end (
                target UUID PRIMARY KEY REFERENCES target,
                words TEXT NOT NULL CHECK (words <> ''),
                ended_at TIMESTAMPTZ NOT NULL,
                ended_by UUID NOT NULL REFERENCES member
            );

            CREATE TABLE target_confirmation (
                id UUID PRIMARY KEY,
                network UUID NOT NULL REFERENCES organisation,
                confirmed_at TIMESTAMPTZ NOT NULL,
                confirmed_by UUID NOT NULL REFERENCES member
            );
            CREATE INDEX target_confirmation_network ON target_confirmation (network, confirmed_at);
            """
        )
    ]
}
