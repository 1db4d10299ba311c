extension DirectorySchema {
    /// Who said in one tap that it still runs, or, behind their own link, that it
    /// has stopped. Somebody who goes is not named: that they go is theirs to tell.
    static let confirmations = """
        CREATE TABLE confirmation (
            id UUID PRIMARY KEY,
            activity UUID NOT NULL REFERENCES activity,
            voice TEXT NOT NULL CHECK (voice IN ('member', 'group', 'person')),
            answer TEXT NOT NULL CHECK (answer IN ('running', 'stopped')),
            told_by UUID REFERENCES member,
            told_at TIMESTAMPTZ NOT NULL,
            replaced_by UUID,
            CHECK (voice = 'person' OR answer = 'running'),
            CHECK (voice <> 'member' OR told_by IS NOT NULL),
            CHECK (voice <> 'person' OR told_by IS NULL)
        );
        CREATE UNIQUE INDEX confirmation_current ON confirmation (activity, voice) WHERE replaced_by IS NULL;
        """

    /// What a group puts right in its own listing, and what its list says now.
    static let amendments = """
        CREATE TABLE amendment (
            id UUID PRIMARY KEY,
            activity UUID NOT NULL REFERENCES activity,
            field TEXT NOT NULL CHECK (field IN ('name', 'description', 'times', 'venue', 'postcode', 'cost', 'free',
                'steps', 'youngest', 'oldest', 'languages', 'phone', 'email', 'web')),
            words TEXT,
            amended_by UUID NOT NULL REFERENCES member,
            amended_at TIMESTAMPTZ NOT NULL,
            replaced_by UUID
        );
        CREATE UNIQUE INDEX amendment_current ON amendment (activity, field) WHERE replaced_by IS NULL;

        CREATE TABLE listed (
            activity UUID PRIMARY KEY REFERENCES activity,
            listing TEXT NOT NULL,
            read_at TIMESTAMPTZ NOT NULL
        );
        """

    /// A note of what colleagues know names the one it puts right; one that is not
    /// so any more has an end.
    static let knowHow = """
        ALTER TABLE know_how ADD COLUMN corrects UUID REFERENCES know_how;
        CREATE UNIQUE INDEX know_how_corrects ON know_how (corrects) WHERE corrects IS NOT NULL;

        CREATE TABLE know_how_end (
            note UUID PRIMARY KEY REFERENCES know_how,
            ended_by UUID NOT NULL REFERENCES member,
            ended_at TIMESTAMPTZ NOT NULL
        );
        """

    /// How long a group can go on, as it said itself, and whether it lets everybody know.
    static let outlooks = """
        CREATE TABLE outlook (
            id UUID PRIMARY KEY,
            activity UUID NOT NULL REFERENCES activity,
            kind TEXT NOT NULL CHECK (kind IN ('sound', 'secure', 'might_stop')),
            until_day DATE,
            words TEXT CHECK (words <> ''),
            said_by UUID NOT NULL REFERENCES member,
            said_at TIMESTAMPTZ NOT NULL,
            replaced_by UUID,
            CHECK ((kind = 'secure') = (until_day IS NOT NULL))
        );
        CREATE UNIQUE INDEX outlook_current ON outlook (activity) WHERE replaced_by IS NULL;

        CREATE TABLE outlook_opening (
            outlook UUID PRIMARY KEY REFERENCES outlook,
            opened_by UUID NOT NULL REFERENCES member,
            opened_at TIMESTAMPTZ NOT NULL
        );
        """

    /// What was looked for and is not there: never for whom.
    static let gaps = """
        CREATE TABLE unmet_need (
            id UUID PRIMARY KEY,
            words TEXT CHECK (words <> ''),
            need TEXT,
            area TEXT CHECK (area <> ''),
            noted_by UUID NOT NULL REFERENCES member,
            noted_at TIMESTAMPTZ NOT NULL
        );
        CREATE INDEX unmet_need_noted ON unmet_need (noted_at);
        """
}
