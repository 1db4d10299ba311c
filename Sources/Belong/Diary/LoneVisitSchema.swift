import Store

enum LoneVisitSchema: Schema {
    static let changes = [
        Change(
            "2026-11-25 n lone visits",
            """
            CREATE TABLE lone_visit (
                id UUID PRIMARY KEY,
                first UUID NOT NULL REFERENCES diary_entry,
                buddy UUID NOT NULL REFERENCES member,
                shows_place BOOLEAN NOT NULL,
                named_at TIMESTAMPTZ NOT NULL,
                named_by UUID NOT NULL REFERENCES member,
                replaced_by UUID,
                CHECK (buddy <> named_by)
            );
            CREATE UNIQUE INDEX lone_visit_current ON lone_visit (first) WHERE replaced_by IS NULL;
            CREATE INDEX lone_visit_buddy ON lone_visit (buddy) WHERE replaced_by IS NULL;
            CREATE INDEX diary_entry_ends ON diary_entry (ends_at) WHERE replaced_by IS NULL;

            CREATE TABLE lone_visit_longer (
                id UUID PRIMARY KEY,
                entry UUID NOT NULL REFERENCES diary_entry,
                until TIMESTAMPTZ NOT NULL,
                said_at TIMESTAMPTZ NOT NULL,
                said_by UUID NOT NULL REFERENCES member
            );
            CREATE INDEX lone_visit_longer_entry ON lone_visit_longer (entry);

            CREATE TABLE lone_visit_end (
                entry UUID PRIMARY KEY REFERENCES diary_entry,
                ended_at TIMESTAMPTZ NOT NULL,
                ended_by UUID NOT NULL REFERENCES member,
                by_text BOOLEAN NOT NULL
            );

            CREATE TABLE lone_visit_alert (
                entry UUID NOT NULL REFERENCES diary_entry,
                until TIMESTAMPTZ NOT NULL,
                step INTEGER NOT NULL CHECK (step BETWEEN 0 AND 3),
                told_at TIMESTAMPTZ NOT NULL,
                PRIMARY KEY (entry, until, step)
            );

            CREATE TABLE lone_visit_telling (
                entry UUID NOT NULL REFERENCES diary_entry,
                member UUID NOT NULL REFERENCES member,
                told_at TIMESTAMPTZ NOT NULL,
                step INTEGER NOT NULL,
                PRIMARY KEY (entry, member, told_at)
            );
            CREATE INDEX lone_visit_telling_member ON lone_visit_telling (member);
            """
        )
    ]
}
