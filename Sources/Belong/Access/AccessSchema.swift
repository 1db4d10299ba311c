import Store

enum AccessSchema: Schema {
    static let changes = [
        Change(
            "2026-11-22 b access",
            """
            CREATE TABLE organisation (
                id UUID PRIMARY KEY,
                kind TEXT NOT NULL CHECK (kind IN ('practice', 'network', 'vcse', 'other')),
                name TEXT NOT NULL,
                ods_code TEXT UNIQUE,
                address TEXT,
                postcode TEXT,
                phone TEXT,
                email TEXT,
                network UUID REFERENCES organisation
            );
            CREATE INDEX organisation_network ON organisation (network);

            CREATE TABLE member (
                id UUID PRIMARY KEY,
                name TEXT NOT NULL,
                email TEXT NOT NULL,
                email_folded TEXT NOT NULL UNIQUE,
                made_at TIMESTAMPTZ NOT NULL
            );

            CREATE TABLE password (
                member UUID NOT NULL REFERENCES member,
                hash TEXT NOT NULL,
                set_at TIMESTAMPTZ NOT NULL,
                PRIMARY KEY (member, set_at)
            );

            CREATE TABLE membership (
                id UUID PRIMARY KEY,
                member UUID NOT NULL REFERENCES member,
                role TEXT NOT NULL CHECK (role IN ('link_worker', 'clinician', 'receptionist',
                    'practice_manager', 'supervisor', 'coordinator', 'network_lead', 'administrator')),
                organisation UUID NOT NULL REFERENCES organisation,
                began_at TIMESTAMPTZ NOT NULL
            );
            CREATE INDEX membership_member ON membership (member);
            CREATE INDEX membership_organisation ON membership (organisation);

            CREATE TABLE membership_end (
                membership UUID PRIMARY KEY REFERENCES membership,
                ended_at TIMESTAMPTZ NOT NULL
            );

            CREATE TABLE placement (
                id UUID PRIMARY KEY,
                link_worker UUID NOT NULL REFERENCES member,
                practice UUID NOT NULL REFERENCES organisation,
                employer UUID NOT NULL REFERENCES organisation,
                funder UUID NOT NULL REFERENCES organisation,
                supervisor UUID REFERENCES member,
                began_on DATE NOT NULL
            );
            CREATE INDEX placement_link_worker ON placement (link_worker);
            CREATE INDEX placement_practice ON placement (practice);

            CREATE TABLE placement_end (
                placement UUID PRIMARY KEY REFERENCES placement,
                ended_on DATE NOT NULL
            );

            CREATE TABLE presence (
                placement UUID NOT NULL REFERENCES placement,
                weekday INTEGER NOT NULL CHECK (weekday BETWEEN 1 AND 7),
                from_minute INTEGER NOT NULL CHECK (from_minute BETWEEN 0 AND 1439),
                until_minute INTEGER NOT NULL CHECK (until_minute BETWEEN 1 AND 1440),
                room TEXT NOT NULL,
                PRIMARY KEY (placement, weekday),
                CHECK (from_minute < until_minute)
            );

            CREATE TABLE profile (
                id UUID PRIMARY KEY,
                member UUID NOT NULL REFERENCES member,
                brings TEXT NOT NULL,
                languages TEXT NOT NULL,
                phone TEXT,
                written_at TIMESTAMPTZ NOT NULL,
                replaced_by UUID
            );
            CREATE UNIQUE INDEX profile_current ON profile (member) WHERE replaced_by IS NULL;

            CREATE TABLE session (
                token_hash TEXT PRIMARY KEY,
                member UUID NOT NULL REFERENCES member,
                form_token TEXT NOT NULL,
                began_at TIMESTAMPTZ NOT NULL,
                seen_at TIMESTAMPTZ NOT NULL
            );
            CREATE INDEX session_member ON session (member);

            CREATE TABLE session_end (
                session TEXT PRIMARY KEY REFERENCES session,
                ended_at TIMESTAMPTZ NOT NULL
            );

            CREATE TABLE sign_in_attempt (
                id UUID PRIMARY KEY,
                account TEXT NOT NULL,
                address TEXT NOT NULL,
                succeeded BOOLEAN NOT NULL,
                tried_at TIMESTAMPTZ NOT NULL
            );
            CREATE INDEX sign_in_attempt_account ON sign_in_attempt (account, tried_at);
            CREATE INDEX sign_in_attempt_address ON sign_in_attempt (address, tried_at);

            CREATE TABLE sign_in_turn (
                one INTEGER PRIMARY KEY CHECK (one = 1)
            );
            INSERT INTO sign_in_turn (one) VALUES (1);

            CREATE TABLE known_browser (
                token_hash TEXT NOT NULL,
                member UUID NOT NULL REFERENCES member,
                known_at TIMESTAMPTZ NOT NULL,
                PRIMARY KEY (token_hash, member)
            );

            CREATE TABLE log_chain (
                chain INTEGER PRIMARY KEY,
                length INTEGER NOT NULL,
                head TEXT NOT NULL
            );

            CREATE TABLE log_entry (
                chain INTEGER NOT NULL REFERENCES log_chain,
                position INTEGER NOT NULL,
                at TIMESTAMPTZ NOT NULL,
                actor TEXT NOT NULL
                    CHECK (actor IN ('member', 'person', 'group', 'anybody', 'service', 'keeper')),
                member UUID,
                act TEXT NOT NULL,
                subject_kind TEXT NOT NULL,
                subject UUID NOT NULL,
                person UUID,
                head TEXT NOT NULL,
                PRIMARY KEY (chain, position),
                CHECK ((actor = 'member') = (member IS NOT NULL))
            );
            CREATE INDEX log_entry_person ON log_entry (person, at);
            """
        ),
        // What was agreed before versions were kept stands from the beginning.
        Change(
            "2026-11-25 agreed hours",
            """
            CREATE TABLE agreed_hours (
                placement UUID NOT NULL REFERENCES placement,
                weekday INTEGER NOT NULL CHECK (weekday BETWEEN 1 AND 7),
                said_at TIMESTAMPTZ NOT NULL,
                from_minute INTEGER CHECK (from_minute BETWEEN 0 AND 1439),
                until_minute INTEGER CHECK (until_minute BETWEEN 1 AND 1440),
                room TEXT,
                PRIMARY KEY (placement, weekday, said_at),
                CHECK (from_minute < until_minute),
                CHECK ((from_minute IS NULL) = (until_minute IS NULL)),
                CHECK ((from_minute IS NULL) = (room IS NULL))
            );
            INSERT INTO agreed_hours (placement, weekday, said_at, from_minute, until_minute, room)
            SELECT placement, weekday, '1970-01-01T00:00:00.000Z', from_minute, until_minute, room FROM presence;
            DROP TABLE presence;
            """
        ),
        Change(
            "2026-11-25 clearing",
            """
            CREATE TABLE clearing (
                cleared_on DATE PRIMARY KEY,
                cleared_at TIMESTAMPTZ NOT NULL,
                pieces INTEGER NOT NULL
            );
            CREATE INDEX session_began ON session (began_at);
            CREATE INDEX sign_in_attempt_tried ON sign_in_attempt (tried_at);
            """
        ),
    ]
}
