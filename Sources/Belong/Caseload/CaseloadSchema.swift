import Store

enum CaseloadSchema: Schema {
    static let changes = [
        Change(
            "2026-11-22 e caseload",
            """
            CREATE TABLE "case" (
                id UUID PRIMARY KEY,
                referral UUID NOT NULL UNIQUE REFERENCES referral,
                person UUID NOT NULL REFERENCES person,
                practice UUID NOT NULL REFERENCES organisation,
                link_worker UUID NOT NULL REFERENCES member,
                opened_at TIMESTAMPTZ NOT NULL
            );
            CREATE INDEX case_link_worker ON "case" (link_worker, opened_at);
            CREATE INDEX case_person ON "case" (person);
            """
        )
    ]
}
