import Store

/// Each date that was planned is a row; another that takes its place names it. That it
/// happened is a row of its own by whoever says so, and only the link worker's counts.
enum InductionSchema: Schema {
    static let changes = [
        Change(
            "2026-11-25 induction",
            """
            CREATE TABLE induction (
                id UUID PRIMARY KEY,
                placement UUID NOT NULL REFERENCES placement,
                kind TEXT NOT NULL CHECK (kind IN ('shadow_gp', 'shadow_nurse', 'be_shadowed', 'reception',
                    'manager', 'other')),
                colleague UUID NOT NULL REFERENCES member,
                made_at TIMESTAMPTZ NOT NULL,
                made_by UUID NOT NULL REFERENCES member
            );
            CREATE INDEX induction_placement ON induction (placement);

            CREATE TABLE induction_date (
                id UUID PRIMARY KEY,
                induction UUID NOT NULL REFERENCES induction,
                begins_at TIMESTAMPTZ NOT NULL,
                why TEXT NOT NULL CHECK (why IN ('planned', 'missed', 'moved')),
                planned_at TIMESTAMPTZ NOT NULL,
                planned_by UUID NOT NULL REFERENCES member,
                replaced_by UUID
            );
            CREATE UNIQUE INDEX induction_date_current ON induction_date (induction) WHERE replaced_by IS NULL;

            CREATE TABLE induction_answer (
                induction_date UUID NOT NULL REFERENCES induction_date,
                said_by UUID NOT NULL REFERENCES member,
                is_link_worker BOOLEAN NOT NULL,
                happened BOOLEAN NOT NULL,
                said_at TIMESTAMPTZ NOT NULL,
                PRIMARY KEY (induction_date, said_by),
                CHECK (happened OR is_link_worker)
            );
            """
        )
    ]
}
