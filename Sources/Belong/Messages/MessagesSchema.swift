import Store

enum MessagesSchema: Schema {
    static let changes = [
        Change(
            "2026-11-22 d messages",
            """
            CREATE TABLE message (
                id UUID PRIMARY KEY,
                channel TEXT NOT NULL CHECK (channel IN ('text', 'email', 'letter')),
                person UUID REFERENCES person,
                recipient TEXT NOT NULL,
                subject TEXT NOT NULL,
                body TEXT NOT NULL,
                wording TEXT CHECK (wording IN ('open', 'neutral')),
                made_at TIMESTAMPTZ NOT NULL,
                made_by UUID REFERENCES member,
                due_at TIMESTAMPTZ NOT NULL
            );
            CREATE INDEX message_made ON message (made_at);

            CREATE TABLE outbox (
                message UUID PRIMARY KEY REFERENCES message,
                due_at TIMESTAMPTZ NOT NULL
            );
            CREATE INDEX outbox_due ON outbox (due_at);

            CREATE TABLE dispatch (
                message UUID NOT NULL REFERENCES message,
                tried_at TIMESTAMPTZ NOT NULL,
                outcome TEXT NOT NULL CHECK (outcome IN ('sent', 'failed', 'withheld', 'given_up')),
                reason TEXT NOT NULL,
                PRIMARY KEY (message, tried_at)
            );

            CREATE INDEX dispatch_given_up ON dispatch (message) WHERE outcome = 'given_up';

            CREATE TABLE link (
                token_hash TEXT PRIMARY KEY,
                opens TEXT NOT NULL CHECK (opens IN ('invitation', 'introduction', 'outcome', 'own_page')),
                subject UUID NOT NULL,
                made_at TIMESTAMPTZ NOT NULL,
                expires_at TIMESTAMPTZ NOT NULL
            );
            CREATE INDEX link_subject ON link (subject);

            CREATE TABLE link_withdrawal (
                link TEXT PRIMARY KEY REFERENCES link,
                withdrawn_at TIMESTAMPTZ NOT NULL
            );
            """
        ),
        // A link may open a copy of a record as well; SQLite changes no check in place.
        Change(
            "2026-11-25 a links to a record",
            """
            CREATE TABLE link_anew (
                token_hash TEXT PRIMARY KEY,
                opens TEXT NOT NULL
                    CHECK (opens IN ('invitation', 'introduction', 'outcome', 'own_page', 'record')),
                subject UUID NOT NULL,
                made_at TIMESTAMPTZ NOT NULL,
                expires_at TIMESTAMPTZ NOT NULL
            );
            INSERT INTO link_anew (token_hash, opens, subject, made_at, expires_at)
                SELECT token_hash, opens, subject, made_at, expires_at FROM link;
            CREATE TABLE link_withdrawal_anew (
                link TEXT PRIMARY KEY REFERENCES link_anew,
                withdrawn_at TIMESTAMPTZ NOT NULL
            );
            INSERT INTO link_withdrawal_anew (link, withdrawn_at)
                SELECT link, withdrawn_at FROM link_withdrawal;
            DROP TABLE link_withdrawal;
            DROP TABLE link;
            ALTER TABLE link_anew RENAME TO link;
            ALTER TABLE link_withdrawal_anew RENAME TO link_withdrawal;
            CREATE INDEX link_subject ON link (subject);
            """
        ),
        Change(
            "2026-11-25 links by age",
            """
            CREATE INDEX link_expires ON link (expires_at);
            """
        ),
    ]
}
