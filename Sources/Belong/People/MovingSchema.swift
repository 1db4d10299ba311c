import Store

enum MovingSchema: Schema {
    static let changes = [
        Change(
            "2026-11-25 moving and asked mergings",
            """
            CREATE TABLE moving (
                id UUID PRIMARY KEY,
                person UUID NOT NULL REFERENCES person,
                from_practice UUID NOT NULL REFERENCES organisation,
                to_practice UUID NOT NULL REFERENCES organisation,
                moved_at TIMESTAMPTZ NOT NULL,
                moved_by UUID NOT NULL REFERENCES member,
                CHECK (from_practice <> to_practice)
            );
            CREATE INDEX moving_person ON moving (person);

            CREATE TABLE merging_asked (
                id UUID PRIMARY KEY,
                person UUID NOT NULL REFERENCES person,
                nhs_number TEXT NOT NULL,
                reason TEXT NOT NULL CHECK (reason <> ''),
                asked_at TIMESTAMPTZ NOT NULL,
                asked_by UUID NOT NULL REFERENCES member
            );
            CREATE INDEX merging_asked_person ON merging_asked (person);

            CREATE TABLE merging_asked_answer (
                merging_asked UUID PRIMARY KEY REFERENCES merging_asked,
                merging UUID REFERENCES merging,
                answered_at TIMESTAMPTZ NOT NULL,
                answered_by UUID NOT NULL REFERENCES member
            );
            """
        )
    ]
}
