import Store

enum PostSchema: Schema {
    static let changes = [
        Change(
            "2026-11-25 post",
            """
            CREATE TABLE message_retry (
                message UUID NOT NULL REFERENCES message,
                asked_at TIMESTAMPTZ NOT NULL,
                asked_by UUID NOT NULL REFERENCES member,
                PRIMARY KEY (message, asked_at)
            );

            CREATE INDEX dispatch_withheld ON dispatch (message) WHERE outcome = 'withheld';

            CREATE TABLE message_printing (
                message UUID PRIMARY KEY REFERENCES message,
                asked_at TIMESTAMPTZ NOT NULL,
                asked_by UUID NOT NULL REFERENCES member
            );

            CREATE TABLE message_printed (
                message UUID PRIMARY KEY REFERENCES message_printing,
                printed_at TIMESTAMPTZ NOT NULL,
                printed_by UUID NOT NULL REFERENCES member
            );
            """
        )
    ]
}
