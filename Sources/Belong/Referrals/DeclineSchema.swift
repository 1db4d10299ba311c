import Store

/// What the person hears of a decline, and what is found again by its referral.
enum DeclineSchema: Schema {
    static let changes = [
        Change(
            "2026-11-25 referrals, what the person hears of a decline",
            """
            CREATE INDEX wish_referral ON wish (referral, said_at);

            CREATE TABLE decline_letter (
                referral UUID PRIMARY KEY REFERENCES decline,
                message UUID NOT NULL REFERENCES message
            );
            """
        )
    ]
}
