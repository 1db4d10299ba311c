import Store

/// What is not right, about how things are arranged and never about how somebody
/// works: there is no column for whom it is about. `placement` is set where the link
/// worker of that placement raised it themself.
enum IssuesSchema: Schema {
    static let changes = [
        Change(
            "2026-11-25 issues",
            """
            CREATE TABLE issue (
                id UUID PRIMARY KEY,
                practice UUID NOT NULL REFERENCES organisation,
                placement UUID REFERENCES placement,
                kind TEXT NOT NULL CHECK (kind IN ('information_gap', 'room', 'access', 'it', 'behaviour',
                    'workload', 'support', 'other')),
                words TEXT NOT NULL CHECK (words <> ''),
                whose UUID NOT NULL REFERENCES member,
                raised_at TIMESTAMPTZ NOT NULL,
                raised_by UUID NOT NULL REFERENCES member,
                raised_as TEXT NOT NULL,
                CHECK (whose <> raised_by)
            );
            CREATE INDEX issue_raised_by ON issue (raised_by);
            CREATE INDEX issue_practice ON issue (practice);
            CREATE INDEX issue_placement ON issue (placement) WHERE placement IS NOT NULL;

            CREATE TABLE issue_turn (
                id UUID PRIMARY KEY,
                issue UUID NOT NULL REFERENCES issue,
                act TEXT NOT NULL CHECK (act IN ('acknowledged', 'handed', 'mended', 'not_yet', 'closed')),
                words TEXT NOT NULL,
                handed_to UUID REFERENCES member,
                said_at TIMESTAMPTZ NOT NULL,
                said_by UUID NOT NULL REFERENCES member,
                CHECK ((act = 'handed') = (handed_to IS NOT NULL))
            );
            CREATE INDEX issue_turn_issue ON issue_turn (issue);
            CREATE UNIQUE INDEX issue_turn_closed ON issue_turn (issue) WHERE act = 'closed';
            """
        )
    ]
}
