import Store

enum BusySchema: Schema {
    static let changes = [
        Change(
            "2026-11-25 p busy times",
            """
            CREATE TABLE busy_calendar (
                id UUID PRIMARY KEY,
                member UUID NOT NULL REFERENCES member,
                address TEXT NOT NULL,
                host TEXT NOT NULL,
                made_at TIMESTAMPTZ NOT NULL
            );
            CREATE INDEX busy_calendar_member ON busy_calendar (member);

            CREATE TABLE busy_calendar_end (
                calendar UUID PRIMARY KEY REFERENCES busy_calendar,
                ended_at TIMESTAMPTZ NOT NULL
            );

            CREATE TABLE busy_reading (
                calendar UUID PRIMARY KEY REFERENCES busy_calendar,
                tried_at TIMESTAMPTZ NOT NULL,
                read_at TIMESTAMPTZ,
                trouble TEXT NOT NULL
            );

            CREATE TABLE busy_time (
                calendar UUID NOT NULL REFERENCES busy_calendar,
                begins_at TIMESTAMPTZ NOT NULL,
                ends_at TIMESTAMPTZ NOT NULL,
                PRIMARY KEY (calendar, begins_at),
                CHECK (begins_at < ends_at)
            );
            """
        )
    ]
}
