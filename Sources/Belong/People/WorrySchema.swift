import Store

enum WorrySchema: Schema {
    static let changes = [
        Change(
            "2026-11-25 worry tellings",
            """
            CREATE TABLE worry_telling (
                worry UUID NOT NULL REFERENCES worry,
                member UUID NOT NULL REFERENCES member,
                told_at TIMESTAMPTZ NOT NULL,
                PRIMARY KEY (worry, member, told_at)
            );
            CREATE INDEX worry_telling_member ON worry_telling (member);
            INSERT INTO worry_telling (worry, member, told_at)
                SELECT worry.id, raised_to, alerted_at
                FROM worry_alert
                JOIN worry ON worry.id = worry_alert.worry;
            DROP TABLE worry_alert;

            CREATE TABLE worry_handing (
                id UUID PRIMARY KEY,
                worry UUID NOT NULL REFERENCES worry,
                words TEXT NOT NULL CHECK (words <> ''),
                handed_by UUID NOT NULL REFERENCES member,
                handed_to UUID NOT NULL REFERENCES member,
                handed_at TIMESTAMPTZ NOT NULL,
                CHECK (handed_by <> handed_to)
            );
            CREATE INDEX worry_handing_worry ON worry_handing (worry);

            CREATE TABLE worry_answer (
                id UUID PRIMARY KEY,
                worry UUID NOT NULL REFERENCES worry,
                words TEXT NOT NULL,
                answered_by UUID NOT NULL REFERENCES member,
                answered_at TIMESTAMPTZ NOT NULL,
                handed_on UUID REFERENCES worry_handing
            );
            CREATE UNIQUE INDEX worry_answer_current ON worry_answer (worry) WHERE handed_on IS NULL;
            INSERT INTO worry_answer (id, worry, words, answered_by, answered_at)
                SELECT worry, worry, words, acknowledged_by, acknowledged_at FROM worry_acknowledgement;
            DROP TABLE worry_acknowledgement;

            CREATE TABLE worry_chain (
                id UUID PRIMARY KEY,
                practice UUID NOT NULL REFERENCES organisation,
                named_by UUID NOT NULL REFERENCES member,
                named_at TIMESTAMPTZ NOT NULL,
                replaced_by UUID
            );
            CREATE UNIQUE INDEX worry_chain_current ON worry_chain (practice) WHERE replaced_by IS NULL;

            CREATE TABLE worry_chain_step (
                chain UUID NOT NULL REFERENCES worry_chain,
                step INTEGER NOT NULL CHECK (step BETWEEN 1 AND 3),
                member UUID NOT NULL REFERENCES member,
                PRIMARY KEY (chain, step),
                UNIQUE (chain, member)
            );
            """
        )
    ]
}
