import Store

enum DraftsSchema: Schema {
    static let changes = [
        Change(
            "2026-11-22 c drafts",
            """
            CREATE TABLE draft (
                id UUID PRIMARY KEY,
                member UUID NOT NULL REFERENCES member,
                form TEXT NOT NULL,
                subject UUID NOT NULL,
                content TEXT NOT NULL,
                began_at TIMESTAMPTZ NOT NULL,
                saved_at TIMESTAMPTZ NOT NULL
            );
            CREATE INDEX draft_member ON draft (member, form, subject);

            CREATE TABLE draft_end (
                draft UUID NOT NULL,
                member UUID NOT NULL REFERENCES member,
                ended_at TIMESTAMPTZ NOT NULL,
                PRIMARY KEY (draft, member)
            );
            """
        ),
        Change(
            "2026-11-25 drafts by age",
            """
            CREATE INDEX draft_saved ON draft (saved_at);
            CREATE INDEX draft_end_ended ON draft_end (ended_at);
            """
        ),
    ]
}
