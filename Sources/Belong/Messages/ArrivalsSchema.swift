import Store

enum ArrivalsSchema: Schema {
    static let changes = [
        Change(
            "2026-11-25 z arrivals",
            """
            CREATE TABLE arrival (
                id UUID PRIMARY KEY,
                notification TEXT NOT NULL UNIQUE,
                sender TEXT NOT NULL,
                body TEXT NOT NULL,
                is_stop BOOLEAN NOT NULL,
                person UUID REFERENCES person,
                came_at TIMESTAMPTZ NOT NULL,
                told UUID REFERENCES member,
                answer UUID REFERENCES message
            );
            CREATE INDEX arrival_person ON arrival (person, came_at);

            CREATE TABLE arrival_seen (
                arrival UUID PRIMARY KEY REFERENCES arrival,
                seen_at TIMESTAMPTZ NOT NULL,
                seen_by UUID NOT NULL REFERENCES member
            );
            """
        ),
        Change(
            "2026-11-25 zz arrivals, a yes or a no",
            """
            CREATE TABLE arrival_wish (
                arrival UUID PRIMARY KEY REFERENCES arrival,
                referral UUID NOT NULL REFERENCES referral
            );
            """
        ),
    ]
}
