import Store

enum ProfileSchema: Schema {
    static let changes = [
        Change(
            "2026-11-25 profile, what is not for me",
            "ALTER TABLE profile ADD COLUMN leaves TEXT NOT NULL DEFAULT '';"
        ),
        Change(
            "2026-11-25 p specialisms",
            """
            CREATE TABLE profile_specialism (
                profile UUID NOT NULL REFERENCES profile,
                specialism TEXT NOT NULL CHECK (specialism IN ('children', 'families', 'older', 'substances', 'mind',
                    'disability', 'carers', 'housing', 'money', 'newcomers', 'grief', 'conditions')),
                PRIMARY KEY (profile, specialism)
            );
            """
        ),
    ]
}
