import Store

enum NotifySchema: Schema {
    static let changes = [
        Change(
            "2026-11-25 notify",
            """
            CREATE TABLE notify_doubt (
                message UUID PRIMARY KEY REFERENCES message,
                since TIMESTAMPTZ NOT NULL
            );

            CREATE TABLE notify_taken (
                notification UUID PRIMARY KEY,
                message UUID NOT NULL REFERENCES message,
                taken_at TIMESTAMPTZ NOT NULL,
                asked_at TIMESTAMPTZ NOT NULL
            );
            CREATE INDEX notify_taken_message ON notify_taken (message);
            CREATE INDEX notify_taken_at ON notify_taken (taken_at);

            CREATE TABLE notify_end (
                notification UUID PRIMARY KEY REFERENCES notify_taken,
                ended_at TIMESTAMPTZ NOT NULL,
                status TEXT NOT NULL CHECK (status IN (
                    'delivered', 'permanent-failure', 'temporary-failure', 'technical-failure'))
            );
            """
        )
    ]
}
