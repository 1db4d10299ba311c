import Store

/// Ways to what one link worker did at one practice, for whoever counts it: nothing is kept here.
enum CountingSchema: Schema {
    static let changes = [
        Change(
            "2026-11-26 cases, by practice and by hand",
            """
            CREATE INDEX case_practice ON "case" (practice, link_worker);
            CREATE INDEX contact_written_by ON contact (written_by, began_at);
            CREATE INDEX closing_closed_by ON closing (closed_by, closed_at);
            CREATE INDEX plan_revised_by ON plan (revised_by, revised_at);
            """
        ),
        Change(
            "2026-11-26 referrals, by who took them on",
            "CREATE INDEX acceptance_link_worker ON acceptance (link_worker, accepted_at)"
        ),
    ]
}
