import Store

enum DiarySchema: Schema {
    static let changes = [
        Change(
            "2026-11-25 k diary",
            """
            CREATE TABLE diary_entry (
                id UUID PRIMARY KEY,
                first UUID NOT NULL,
                member UUID NOT NULL REFERENCES member,
                kind TEXT NOT NULL CHECK (kind IN ('call', 'video', 'practice', 'going_along', 'elsewhere',
                    'home', 'walk', 'meeting', 'supervision', 'learning', 'community')),
                "case" UUID REFERENCES "case",
                practice UUID REFERENCES organisation,
                begins_at TIMESTAMPTZ NOT NULL,
                ends_at TIMESTAMPTZ NOT NULL,
                back_at TIMESTAMPTZ,
                words TEXT NOT NULL,
                place TEXT NOT NULL,
                own_place TEXT NOT NULL,
                because TEXT,
                made_at TIMESTAMPTZ NOT NULL,
                made_by UUID NOT NULL REFERENCES member,
                replaced_by UUID,
                CHECK (begins_at < ends_at),
                CHECK (back_at IS NULL OR back_at >= ends_at),
                CHECK (("case" IS NULL) = (kind IN ('meeting', 'supervision', 'learning', 'community')))
            );
            CREATE INDEX diary_entry_member ON diary_entry (member, begins_at) WHERE replaced_by IS NULL;
            CREATE INDEX diary_entry_case ON diary_entry ("case", begins_at) WHERE replaced_by IS NULL;
            CREATE INDEX diary_entry_first ON diary_entry (first);

            CREATE TABLE diary_cancelling (
                entry UUID PRIMARY KEY REFERENCES diary_entry,
                why TEXT NOT NULL CHECK (why IN ('person', 'link_worker', 'logistics')),
                words TEXT NOT NULL,
                cancelled_at TIMESTAMPTZ NOT NULL,
                cancelled_by UUID NOT NULL REFERENCES member
            );

            CREATE TABLE diary_missing (
                entry UUID PRIMARY KEY REFERENCES diary_entry,
                contact UUID NOT NULL REFERENCES contact,
                noted_at TIMESTAMPTZ NOT NULL,
                noted_by UUID NOT NULL REFERENCES member
            );

            CREATE TABLE agreed_week (
                id UUID PRIMARY KEY,
                member UUID NOT NULL REFERENCES member,
                people_minutes INTEGER NOT NULL CHECK (people_minutes BETWEEN 0 AND 6000),
                community_minutes INTEGER NOT NULL CHECK (community_minutes BETWEEN 0 AND 6000),
                team_minutes INTEGER NOT NULL CHECK (team_minutes BETWEEN 0 AND 6000),
                agreed_at TIMESTAMPTZ NOT NULL,
                agreed_by UUID NOT NULL REFERENCES member,
                replaced_by UUID
            );
            CREATE UNIQUE INDEX agreed_week_current ON agreed_week (member) WHERE replaced_by IS NULL;

            CREATE TABLE practice_card (
                id UUID PRIMARY KEY,
                practice UUID NOT NULL REFERENCES organisation,
                words TEXT NOT NULL,
                written_at TIMESTAMPTZ NOT NULL,
                written_by UUID NOT NULL REFERENCES member,
                replaced_by UUID
            );
            CREATE UNIQUE INDEX practice_card_current ON practice_card (practice) WHERE replaced_by IS NULL;

            CREATE TABLE calendar_feed (
                id UUID PRIMARY KEY,
                member UUID NOT NULL REFERENCES member,
                token_hash TEXT NOT NULL UNIQUE,
                made_at TIMESTAMPTZ NOT NULL
            );
            CREATE INDEX calendar_feed_member ON calendar_feed (member);

            CREATE TABLE calendar_feed_end (
                feed UUID PRIMARY KEY REFERENCES calendar_feed,
                ended_at TIMESTAMPTZ NOT NULL,
                ended_by UUID NOT NULL REFERENCES member
            );
            """
        )
    ]
}
