import Store

enum DirectorySchema: Schema {
    static let changes = [
        Change("2026-11-22 f directory", listings + said),
        Change("2026-11-22 f directory search", search, sqlite: sqliteSearch, postgres: postgresSearch),
        Change("2026-11-25 d confirmations", confirmations),
        Change("2026-11-25 d listings put right", amendments),
        Change("2026-11-25 d notes put right", knowHow),
        Change("2026-11-25 d outlooks", outlooks),
        Change("2026-11-25 d unmet needs", gaps),
        // Whoever runs something is kept from the list that named them first.
        Change(
            "2026-11-25 e providers by list",
            """
            ALTER TABLE provider ADD COLUMN feed UUID REFERENCES feed;
            UPDATE provider SET feed = (
                SELECT feed FROM activity
                WHERE activity.provider = provider.id
                ORDER BY activity.first_read_at, activity.id
                LIMIT 1);
            """
        ),
        // As a town is looked for; near enough until its list is read again.
        Change(
            "2026-11-25 e towns as they are looked for",
            """
            ALTER TABLE venue ADD COLUMN town_folded TEXT;
            UPDATE venue SET town_folded = LOWER(REPLACE(REPLACE(REPLACE(town, '''', ''), '.', ''), '-', ' '));
            CREATE INDEX venue_town ON venue (town_folded);
            """
        ),
    ]

    /// What was read from the feeds.
    private static let listings = """
        CREATE TABLE feed (
            id UUID PRIMARY KEY,
            address TEXT NOT NULL UNIQUE,
            first_read_at TIMESTAMPTZ NOT NULL
        );

        CREATE TABLE provider (
            id UUID PRIMARY KEY,
            source_key TEXT NOT NULL UNIQUE,
            name TEXT NOT NULL CHECK (name <> ''),
            description TEXT,
            web TEXT,
            email TEXT,
            phone TEXT,
            read_at TIMESTAMPTZ NOT NULL
        );

        CREATE TABLE activity (
            id UUID PRIMARY KEY,
            number INTEGER NOT NULL UNIQUE,
            provider UUID NOT NULL REFERENCES provider,
            feed UUID NOT NULL REFERENCES feed,
            source_key TEXT NOT NULL UNIQUE,
            digest TEXT NOT NULL,
            name TEXT NOT NULL CHECK (name <> ''),
            description TEXT NOT NULL,
            web TEXT,
            email TEXT,
            phone TEXT,
            status TEXT NOT NULL CHECK (status IN ('active', 'inactive', 'defunct', 'paused')),
            alert TEXT,
            cost TEXT,
            is_free BOOLEAN,
            step_free BOOLEAN,
            minimum_age INTEGER CHECK (minimum_age BETWEEN 0 AND 130),
            maximum_age INTEGER CHECK (maximum_age BETWEEN 0 AND 130),
            assured_on DATE,
            first_read_at TIMESTAMPTZ NOT NULL,
            changed_at TIMESTAMPTZ NOT NULL,
            gone_at TIMESTAMPTZ,
            CHECK (minimum_age <= maximum_age)
        );
        CREATE INDEX activity_feed ON activity (feed);
        CREATE INDEX activity_provider ON activity (provider);

        CREATE TABLE activity_number (
            one INTEGER PRIMARY KEY CHECK (one = 1),
            last INTEGER NOT NULL
        );
        INSERT INTO activity_number (one, last) VALUES (1, 0);

        CREATE TABLE activity_need (
            activity UUID NOT NULL REFERENCES activity,
            need TEXT NOT NULL,
            PRIMARY KEY (activity, need)
        );

        CREATE TABLE activity_category (
            activity UUID NOT NULL REFERENCES activity,
            name TEXT NOT NULL,
            PRIMARY KEY (activity, name)
        );

        CREATE TABLE activity_language (
            activity UUID NOT NULL REFERENCES activity,
            language TEXT NOT NULL,
            PRIMARY KEY (activity, language)
        );

        CREATE TABLE venue (
            activity UUID NOT NULL REFERENCES activity,
            position INTEGER NOT NULL CHECK (position BETWEEN 0 AND 63),
            name TEXT,
            address TEXT,
            town TEXT,
            postcode TEXT,
            latitude DOUBLE PRECISION CHECK (latitude BETWEEN -90 AND 90),
            longitude DOUBLE PRECISION CHECK (longitude BETWEEN -180 AND 180),
            PRIMARY KEY (activity, position),
            CHECK ((latitude IS NULL) = (longitude IS NULL))
        );

        CREATE TABLE gathering (
            activity UUID NOT NULL REFERENCES activity,
            position INTEGER NOT NULL,
            weekday INTEGER CHECK (weekday BETWEEN 1 AND 7),
            opens INTEGER CHECK (opens BETWEEN 0 AND 1439),
            closes INTEGER CHECK (closes BETWEEN 1 AND 1440),
            every TEXT NOT NULL CHECK (every IN ('week', 'fortnight', 'month')),
            words TEXT,
            PRIMARY KEY (activity, position),
            CHECK (opens < closes)
        );

        CREATE TABLE postcode (
            postcode TEXT PRIMARY KEY,
            outward TEXT NOT NULL,
            latitude DOUBLE PRECISION NOT NULL CHECK (latitude BETWEEN -90 AND 90),
            longitude DOUBLE PRECISION NOT NULL CHECK (longitude BETWEEN -180 AND 180)
        );
        CREATE INDEX postcode_outward ON postcode (outward);

        """

    /// What people said of it since.
    private static let said = """
        CREATE TABLE activity_check (
            id UUID PRIMARY KEY,
            activity UUID NOT NULL REFERENCES activity,
            answer TEXT NOT NULL CHECK (answer IN ('running', 'unsure', 'closed')),
            means TEXT NOT NULL CHECK (means IN ('visited', 'rang', 'wrote', 'heard', 'read')),
            words TEXT,
            checked_by UUID NOT NULL REFERENCES member,
            checked_at TIMESTAMPTZ NOT NULL,
            replaced_by UUID
        );
        CREATE UNIQUE INDEX activity_check_current ON activity_check (activity) WHERE replaced_by IS NULL;

        CREATE TABLE activity_report (
            id UUID PRIMARY KEY,
            activity UUID NOT NULL REFERENCES activity,
            answer TEXT NOT NULL CHECK (answer IN ('running', 'unsure', 'closed')),
            means TEXT NOT NULL CHECK (means IN ('visited', 'rang', 'wrote', 'heard', 'read')),
            words TEXT,
            reported_by UUID NOT NULL REFERENCES member,
            reported_at TIMESTAMPTZ NOT NULL
        );
        CREATE INDEX activity_report_activity ON activity_report (activity, reported_at);

        CREATE TABLE capacity (
            id UUID PRIMARY KEY,
            activity UUID NOT NULL REFERENCES activity,
            state TEXT NOT NULL CHECK (state IN ('room', 'few', 'full', 'pausing')),
            wait TEXT,
            said_by TEXT,
            said_at TIMESTAMPTZ NOT NULL,
            heard_by UUID REFERENCES member,
            replaced_by UUID
        );
        CREATE UNIQUE INDEX capacity_current ON capacity (activity) WHERE replaced_by IS NULL;

        CREATE TABLE know_how (
            id UUID PRIMARY KEY,
            activity UUID NOT NULL REFERENCES activity,
            words TEXT NOT NULL CHECK (words <> ''),
            written_by UUID NOT NULL REFERENCES member,
            written_at TIMESTAMPTZ NOT NULL
        );
        CREATE INDEX know_how_activity ON know_how (activity, written_at);
        """
}
