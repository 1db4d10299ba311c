import Store

/// What was written where there was no signal, and the devices that may keep such words.
enum AwaySchema: Schema {
    static let changes = [
        Change(
            "2026-11-25 u away",
            """
            CREATE TABLE away_device (
                id UUID PRIMARY KEY,
                member UUID NOT NULL REFERENCES member,
                made_at TIMESTAMPTZ NOT NULL,
                seen_at TIMESTAMPTZ NOT NULL
            );
            CREATE INDEX away_device_member ON away_device (member);

            CREATE TABLE away_device_end (
                device UUID PRIMARY KEY REFERENCES away_device,
                ended_at TIMESTAMPTZ NOT NULL,
                ended_by UUID NOT NULL REFERENCES member
            );

            CREATE TABLE away_sending (
                key UUID PRIMARY KEY,
                member UUID NOT NULL REFERENCES member,
                note UUID REFERENCES note,
                contact UUID REFERENCES contact,
                digest TEXT NOT NULL,
                device_began_at TIMESTAMPTZ NOT NULL,
                device_sent_at TIMESTAMPTZ NOT NULL,
                arrived_at TIMESTAMPTZ NOT NULL,
                CHECK (note IS NOT NULL OR contact IS NOT NULL)
            );
            """
        )
    ]
}
