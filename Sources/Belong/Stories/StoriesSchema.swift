import Store

/// A story somebody lets be told at the practice's meeting. Agreement is to one version of
/// its words; when it is taken back the words go and that there was one stays.
enum StoriesSchema: Schema {
    static let changes = [
        Change(
            "2026-11-25 stories for a meeting",
            """
            CREATE TABLE meeting_story (
                id UUID PRIMARY KEY,
                "case" UUID NOT NULL REFERENCES "case",
                practice UUID NOT NULL REFERENCES organisation,
                kind TEXT NOT NULL CHECK (kind IN ('worked', 'did_not_work')),
                begun_at TIMESTAMPTZ NOT NULL,
                begun_by UUID NOT NULL REFERENCES member
            );
            CREATE INDEX meeting_story_case ON meeting_story ("case");
            CREATE INDEX meeting_story_practice ON meeting_story (practice);

            CREATE TABLE story_version (
                id UUID PRIMARY KEY,
                story UUID NOT NULL REFERENCES meeting_story,
                title TEXT NOT NULL,
                words TEXT NOT NULL,
                written_at TIMESTAMPTZ NOT NULL,
                written_by UUID NOT NULL REFERENCES member,
                replaced_by UUID
            );
            CREATE UNIQUE INDEX story_version_current ON story_version (story) WHERE replaced_by IS NULL;

            CREATE TABLE story_kept_word (
                version UUID NOT NULL REFERENCES story_version,
                kind TEXT NOT NULL CHECK (kind <> ''),
                words TEXT NOT NULL CHECK (words <> ''),
                PRIMARY KEY (version, kind, words)
            );

            CREATE TABLE story_asking (
                version UUID PRIMARY KEY REFERENCES story_version,
                message UUID NOT NULL REFERENCES message,
                asked_at TIMESTAMPTZ NOT NULL,
                asked_by UUID NOT NULL REFERENCES member
            );

            CREATE TABLE story_agreement (
                id UUID PRIMARY KEY,
                version UUID NOT NULL REFERENCES story_version,
                agreed BOOLEAN NOT NULL,
                words TEXT NOT NULL,
                way TEXT NOT NULL CHECK (way IN ('link', 'in_person')),
                said_at TIMESTAMPTZ NOT NULL,
                heard_by UUID REFERENCES member,
                replaced_by UUID,
                CHECK ((way = 'link') = (heard_by IS NULL))
            );
            CREATE UNIQUE INDEX story_agreement_current ON story_agreement (version) WHERE replaced_by IS NULL;

            CREATE TABLE story_end (
                story UUID PRIMARY KEY REFERENCES meeting_story,
                why TEXT NOT NULL CHECK (why IN ('taken_back', 'let_go')),
                ended_at TIMESTAMPTZ NOT NULL,
                ended_by UUID REFERENCES member,
                CHECK (why = 'taken_back' OR ended_by IS NOT NULL)
            );
            """
        ),
        // Who of a practice looked at its stories and the numbers beside them.
        Change(
            "2026-11-26 stories, looks",
            """
            CREATE TABLE stories_look (
                id UUID PRIMARY KEY,
                practice UUID NOT NULL REFERENCES organisation,
                member UUID NOT NULL REFERENCES member,
                looked_at TIMESTAMPTZ NOT NULL
            );
            CREATE INDEX stories_look_practice ON stories_look (practice, looked_at);
            """
        ),
    ]
}
