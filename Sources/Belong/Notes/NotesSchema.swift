import Store

/// What is written freely, who may read it, and what it was about.
enum NotesSchema: Schema {
    static let changes = [
        Change(
            "2026-11-25 t notes",
            """
            CREATE TABLE note (
                id UUID PRIMARY KEY,
                first UUID NOT NULL,
                "case" UUID NOT NULL REFERENCES "case",
                contact UUID REFERENCES contact,
                words TEXT NOT NULL CHECK (words <> ''),
                author UUID NOT NULL REFERENCES member,
                begun_at TIMESTAMPTZ NOT NULL,
                written_at TIMESTAMPTZ NOT NULL,
                written_by UUID NOT NULL REFERENCES member,
                corrects UUID UNIQUE REFERENCES note,
                reason TEXT,
                replaced_by UUID,
                CHECK ((corrects IS NULL) = (reason IS NULL))
            );
            CREATE INDEX note_case ON note ("case", begun_at);
            CREATE INDEX note_contact ON note (contact) WHERE contact IS NOT NULL;
            CREATE UNIQUE INDEX note_current ON note (first) WHERE replaced_by IS NULL;

            CREATE TABLE note_audience (
                id UUID PRIMARY KEY,
                note UUID NOT NULL,
                audience TEXT NOT NULL CHECK (audience IN ('mine', 'team', 'gp')),
                said_at TIMESTAMPTZ NOT NULL,
                said_by UUID NOT NULL REFERENCES member,
                replaced_by UUID
            );
            CREATE UNIQUE INDEX note_audience_current ON note_audience (note) WHERE replaced_by IS NULL;

            CREATE TABLE note_reading (
                note UUID NOT NULL,
                read_by UUID NOT NULL REFERENCES member,
                read_at TIMESTAMPTZ NOT NULL,
                PRIMARY KEY (note, read_by)
            );

            CREATE TABLE note_tag (
                id UUID PRIMARY KEY,
                note UUID NOT NULL,
                passage TEXT NOT NULL,
                kind TEXT NOT NULL CHECK (kind IN ('reason', 'sign', 'theme')),
                tag TEXT NOT NULL CHECK (tag <> ''),
                tagged_at TIMESTAMPTZ NOT NULL,
                tagged_by UUID NOT NULL REFERENCES member,
                ended_at TIMESTAMPTZ,
                ended_by UUID REFERENCES member,
                CHECK ((ended_at IS NULL) = (ended_by IS NULL))
            );
            CREATE UNIQUE INDEX note_tag_current ON note_tag (note, passage, kind, tag) WHERE ended_at IS NULL;
            """
        )
    ]
}
