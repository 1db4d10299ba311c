import Store

/// Who would like to come back, as the front desk heard it, and what a link worker has seen of what people said.
enum ComingBackSchema: Schema {
    static let changes = [
        Change(
            "2026-11-25 zz coming back",
            """
            CREATE TABLE coming_back (
                id UUID PRIMARY KEY,
                referral UUID NOT NULL REFERENCES referral,
                asked_at TIMESTAMPTZ NOT NULL,
                asked_by UUID NOT NULL REFERENCES member
            );
            CREATE INDEX coming_back_referral ON coming_back (referral);
            CREATE INDEX coming_back_asked_at ON coming_back (asked_at);

            CREATE TABLE saying_seen (
                saying UUID NOT NULL,
                seen_by UUID NOT NULL REFERENCES member,
                seen_at TIMESTAMPTZ NOT NULL,
                PRIMARY KEY (saying, seen_by)
            );
            """
        )
    ]
}
