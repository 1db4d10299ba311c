import Store

enum BelongingSchema: Schema {
    static let changes = [
        // A site's own catalogue, whole, as it was written: the last is in force, and those before are kept.
        Change(
            "2026-11-25 m belonging, catalogue",
            """
            CREATE TABLE catalogue_amendment (
                id UUID PRIMARY KEY,
                version INTEGER NOT NULL UNIQUE CHECK (version > 1),
                words TEXT NOT NULL CHECK (words <> ''),
                reason TEXT NOT NULL CHECK (reason <> ''),
                amended_at TIMESTAMPTZ NOT NULL
            );
            """
        ),
        Change("2026-11-25 n belonging, check-ins", checkIns),
        // Which group answered, or in whose case: so that different ones can be counted.
        Change(
            "2026-11-26 check-ins of others",
            """
            ALTER TABLE check_in ADD COLUMN activity UUID REFERENCES activity;
            ALTER TABLE check_in ADD COLUMN "case" UUID REFERENCES "case";
            CREATE INDEX check_in_member ON check_in (member, sat_at) WHERE member IS NOT NULL;
            CREATE INDEX check_in_activity ON check_in (activity, sat_at) WHERE activity IS NOT NULL;
            CREATE INDEX check_in_case ON check_in ("case", sat_at) WHERE "case" IS NOT NULL;
            """
        ),
        // Who read where a placement stands, and when: whether what was shared was read by somebody who can act.
        Change(
            "2026-11-26 standing, looks",
            """
            CREATE TABLE standing_look (
                id UUID PRIMARY KEY,
                placement UUID NOT NULL REFERENCES placement,
                member UUID NOT NULL REFERENCES member,
                looked_at TIMESTAMPTZ NOT NULL
            );
            CREATE INDEX standing_look_placement ON standing_look (placement, looked_at);
            """
        ),
    ]

    /// Light questions that were asked, how long it took, what was answered, and who else may see it.
    private static let checkIns = """
        CREATE TABLE check_in (
            id UUID PRIMARY KEY,
            placement UUID NOT NULL REFERENCES placement,
            respondent TEXT NOT NULL CHECK (respondent IN ('link_worker', 'staff', 'vcse', 'person')),
            member UUID REFERENCES member,
            occasion TEXT NOT NULL CHECK (occasion <> ''),
            seconds INTEGER NOT NULL CHECK (seconds BETWEEN 0 AND 600),
            sat_at TIMESTAMPTZ NOT NULL,
            CHECK (respondent NOT IN ('link_worker', 'staff') OR member IS NOT NULL)
        );
        CREATE INDEX check_in_placement ON check_in (placement, sat_at);

        CREATE TABLE check_in_answer (
            check_in UUID NOT NULL REFERENCES check_in,
            item TEXT NOT NULL CHECK (item <> ''),
            placement UUID NOT NULL REFERENCES placement,
            respondent TEXT NOT NULL CHECK (respondent IN ('link_worker', 'staff', 'vcse', 'person')),
            member UUID REFERENCES member,
            answer TEXT NOT NULL CHECK (answer IN ('not_at_all', 'a_little', 'mostly', 'fully', 'added_on',
                'around_others', 'belong', 'yes', 'partly', 'no', 'cannot_say', 'rather_not')),
            answered_at TIMESTAMPTZ NOT NULL,
            PRIMARY KEY (check_in, item)
        );
        CREATE INDEX check_in_answer_placement ON check_in_answer (placement, answered_at);

        CREATE TABLE check_in_sharing (
            id UUID PRIMARY KEY,
            placement UUID NOT NULL REFERENCES placement,
            item TEXT NOT NULL CHECK (item <> ''),
            audience TEXT NOT NULL CHECK (audience IN ('supervisor', 'practice', 'network')),
            shared_at TIMESTAMPTZ NOT NULL,
            ended_at TIMESTAMPTZ
        );
        CREATE UNIQUE INDEX check_in_sharing_current ON check_in_sharing (placement, item, audience)
            WHERE ended_at IS NULL;
        """
}
