import Store

enum HandOverSchema: Schema {
    static let changes = [
        Change(
            "2026-11-25 d hand-overs",
            """
            CREATE TABLE hand_over (
                id UUID PRIMARY KEY,
                "case" UUID NOT NULL REFERENCES "case",
                link_worker UUID NOT NULL REFERENCES member,
                given_to UUID NOT NULL REFERENCES member,
                why TEXT NOT NULL,
                to_know TEXT NOT NULL,
                made_at TIMESTAMPTZ NOT NULL,
                made_by UUID NOT NULL REFERENCES member,
                CHECK (given_to <> link_worker)
            );
            CREATE INDEX hand_over_case ON hand_over ("case");
            CREATE INDEX hand_over_link_worker ON hand_over (link_worker);
            CREATE INDEX hand_over_given_to ON hand_over (given_to);

            CREATE TABLE taking_over (
                hand_over UUID PRIMARY KEY REFERENCES hand_over,
                "case" UUID NOT NULL REFERENCES "case",
                link_worker UUID NOT NULL REFERENCES member,
                message UUID REFERENCES message,
                taken_at TIMESTAMPTZ NOT NULL,
                taken_by UUID NOT NULL REFERENCES member,
                replaced_by UUID
            );
            CREATE UNIQUE INDEX taking_over_current ON taking_over ("case") WHERE replaced_by IS NULL;
            CREATE INDEX taking_over_link_worker ON taking_over (link_worker) WHERE replaced_by IS NULL;

            CREATE TABLE hand_over_end (
                hand_over UUID PRIMARY KEY REFERENCES hand_over,
                words TEXT NOT NULL,
                ended_at TIMESTAMPTZ NOT NULL,
                ended_by UUID NOT NULL REFERENCES member
            );
            """
        ),
        Change(
            "2026-11-25 p hand-overs for a while",
            """
            ALTER TABLE hand_over ADD COLUMN until_on DATE;
            ALTER TABLE hand_over ADD COLUMN returns UUID REFERENCES hand_over;
            CREATE INDEX hand_over_until ON hand_over (until_on) WHERE until_on IS NOT NULL;
            """
        ),
    ]
}
