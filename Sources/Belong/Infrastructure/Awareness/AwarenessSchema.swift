import Store

enum AwarenessSchema {
    static let changes: [Change] = [
        Change(
            "2026-11-25 awareness",
            """
            CREATE TABLE awareness (
                id UUID PRIMARY KEY,
                practice UUID NOT NULL REFERENCES organisation,
                kind TEXT NOT NULL CHECK (kind IN ('newsletter', 'telephone', 'poster', 'website', 'screen')),
                words TEXT NOT NULL CHECK (words <> ''),
                began_on DATE NOT NULL,
                noted_at TIMESTAMPTZ NOT NULL,
                noted_by UUID NOT NULL REFERENCES member
            );
            CREATE INDEX awareness_practice ON awareness (practice);

            CREATE TABLE awareness_end (
                awareness UUID PRIMARY KEY REFERENCES awareness,
                ended_on DATE NOT NULL,
                ended_at TIMESTAMPTZ NOT NULL,
                ended_by UUID NOT NULL REFERENCES member
            );
            """
        )
    ]
}
