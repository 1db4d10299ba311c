import Store

enum SafeguardingSchema: Schema {
    static let changes = [
        Change(
            "2026-11-25 o safeguarding",
            """
            CREATE TABLE safeguarding (
                id UUID PRIMARY KEY,
                person UUID NOT NULL REFERENCES person,
                who TEXT NOT NULL CHECK (who IN ('child', 'adult')),
                words TEXT NOT NULL CHECK (words <> ''),
                recorded_at TIMESTAMPTZ NOT NULL,
                recorded_by UUID NOT NULL REFERENCES member
            );
            CREATE INDEX safeguarding_person ON safeguarding (person);

            CREATE TABLE safeguarding_end (
                safeguarding UUID PRIMARY KEY REFERENCES safeguarding,
                reason TEXT NOT NULL CHECK (reason <> ''),
                ended_at TIMESTAMPTZ NOT NULL,
                ended_by UUID NOT NULL REFERENCES member
            );
            """
        )
    ]
}
