import Store

/// A link worker placed at a practice is invited to its meetings unless somebody says
/// otherwise, with a reason: that is a row of `meeting_invitation`.
enum MeetingsSchema: Schema {
    static let changes = [
        Change(
            "2026-11-25 meetings",
            """
            CREATE TABLE team_meeting (
                id UUID PRIMARY KEY,
                practice UUID NOT NULL REFERENCES organisation,
                name TEXT NOT NULL CHECK (name <> ''),
                begins_at TIMESTAMPTZ NOT NULL,
                ends_at TIMESTAMPTZ NOT NULL,
                place TEXT NOT NULL,
                made_at TIMESTAMPTZ NOT NULL,
                made_by UUID NOT NULL REFERENCES member,
                CHECK (begins_at < ends_at)
            );
            CREATE INDEX team_meeting_practice ON team_meeting (practice, begins_at);

            CREATE TABLE team_meeting_end (
                meeting UUID PRIMARY KEY REFERENCES team_meeting,
                ended_at TIMESTAMPTZ NOT NULL,
                ended_by UUID NOT NULL REFERENCES member
            );

            CREATE TABLE meeting_invitation (
                id UUID PRIMARY KEY,
                placement UUID NOT NULL REFERENCES placement,
                is_given BOOLEAN NOT NULL,
                words TEXT NOT NULL,
                said_at TIMESTAMPTZ NOT NULL,
                said_by UUID NOT NULL REFERENCES member,
                replaced_by UUID,
                CHECK (is_given OR words <> '')
            );
            CREATE UNIQUE INDEX meeting_invitation_current ON meeting_invitation (placement)
                WHERE replaced_by IS NULL;

            CREATE TABLE meeting_item (
                id UUID PRIMARY KEY,
                meeting UUID NOT NULL REFERENCES team_meeting,
                placement UUID NOT NULL REFERENCES placement,
                kind TEXT NOT NULL CHECK (kind IN ('item', 'question')),
                words TEXT NOT NULL CHECK (words <> ''),
                said_at TIMESTAMPTZ NOT NULL,
                said_by UUID NOT NULL REFERENCES member
            );
            CREATE INDEX meeting_item_meeting ON meeting_item (meeting, placement);

            CREATE TABLE meeting_answer (
                meeting UUID NOT NULL REFERENCES team_meeting,
                placement UUID NOT NULL REFERENCES placement,
                answer TEXT NOT NULL CHECK (answer IN ('spoke', 'there', 'elsewhere', 'not_asked')),
                said_at TIMESTAMPTZ NOT NULL,
                said_by UUID NOT NULL REFERENCES member,
                PRIMARY KEY (meeting, placement)
            );
            """
        )
    ]
}
