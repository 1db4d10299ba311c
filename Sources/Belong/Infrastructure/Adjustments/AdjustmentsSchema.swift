import Store

/// What a link worker asked to be done differently at a practice, and everything that was
/// said to it. *Done* is one row, the link worker's, and there is at most one.
enum AdjustmentsSchema: Schema {
    static let changes = [
        Change(
            "2026-11-25 adjustments",
            """
            CREATE TABLE adjustment (
                id UUID PRIMARY KEY,
                placement UUID NOT NULL REFERENCES placement,
                kind TEXT NOT NULL CHECK (kind IN ('length', 'room', 'meeting', 'route', 'days', 'recording', 'other')),
                words TEXT NOT NULL CHECK (words <> ''),
                asked_at TIMESTAMPTZ NOT NULL,
                asked_by UUID NOT NULL REFERENCES member
            );
            CREATE INDEX adjustment_placement ON adjustment (placement, asked_at);

            CREATE TABLE adjustment_turn (
                id UUID PRIMARY KEY,
                adjustment UUID NOT NULL REFERENCES adjustment,
                act TEXT NOT NULL CHECK (act IN ('yes', 'talk', 'no', 'not_yet', 'done', 'let_go')),
                words TEXT NOT NULL,
                by_on DATE,
                said_at TIMESTAMPTZ NOT NULL,
                said_by UUID NOT NULL REFERENCES member,
                CHECK ((act = 'yes') = (by_on IS NOT NULL)),
                CHECK (act <> 'no' OR words <> '')
            );
            CREATE INDEX adjustment_turn_adjustment ON adjustment_turn (adjustment, said_at);
            CREATE UNIQUE INDEX adjustment_turn_over ON adjustment_turn (adjustment) WHERE act IN ('done', 'let_go');
            """
        )
    ]
}
