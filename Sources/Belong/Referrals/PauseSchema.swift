import Store

enum PauseSchema: Schema {
    static let changes = [
        Change(
            "2026-11-25 p referral pauses",
            """
            CREATE TABLE referral_pause (
                id UUID PRIMARY KEY,
                link_worker UUID NOT NULL REFERENCES member,
                began_at TIMESTAMPTZ NOT NULL,
                until_on DATE NOT NULL
            );
            CREATE INDEX referral_pause_link_worker ON referral_pause (link_worker, began_at);

            CREATE TABLE referral_pause_end (
                pause UUID PRIMARY KEY REFERENCES referral_pause,
                ended_at TIMESTAMPTZ NOT NULL
            );
            """
        )
    ]
}
