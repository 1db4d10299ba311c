import Store

/// For how long a post is paid, each time somebody confirms it. The last holds; what was
/// confirmed before stays.
enum FundingSchema: Schema {
    static let changes = [
        Change(
            "2026-11-25 q funding",
            """
            CREATE TABLE post_funding (
                id UUID PRIMARY KEY,
                placement UUID NOT NULL REFERENCES placement,
                source TEXT NOT NULL CHECK (source <> ''),
                funded_until DATE NOT NULL,
                notice_weeks INTEGER NOT NULL CHECK (notice_weeks BETWEEN 0 AND 52),
                confirmed_at TIMESTAMPTZ NOT NULL,
                confirmed_by UUID NOT NULL REFERENCES member
            );
            CREATE INDEX post_funding_placement ON post_funding (placement, confirmed_at);
            """
        )
    ]
}
