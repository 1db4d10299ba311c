import Store

enum PacingSchema: Schema {
    static let changes = [
        Change(
            "2026-11-25 pacing",
            """
            CREATE TABLE public_sending (
                id UUID PRIMARY KEY,
                form TEXT NOT NULL CHECK (form IN ('asking', 'link')),
                address TEXT NOT NULL,
                sent_at TIMESTAMPTZ NOT NULL
            );
            CREATE INDEX public_sending_address ON public_sending (address, form, sent_at);
            CREATE INDEX public_sending_sent ON public_sending (sent_at);
            """
        )
    ]
}
