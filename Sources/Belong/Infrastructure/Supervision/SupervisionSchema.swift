import Store

/// That supervision was agreed, planned, cancelled, held and of use, by hat. There is
/// no column for what was said in it: that stays with the link worker.
enum SupervisionSchema: Schema {
    static let changes = [
        Change(
            "2026-11-25 supervision",
            """
            CREATE TABLE supervision_agreement (
                id UUID PRIMARY KEY,
                link_worker UUID NOT NULL REFERENCES member,
                hat TEXT NOT NULL CHECK (hat IN ('cases', 'wellbeing', 'employment')),
                supervisor UUID NOT NULL REFERENCES member,
                every_days INTEGER NOT NULL CHECK (every_days BETWEEN 1 AND 92),
                agreed_at TIMESTAMPTZ NOT NULL,
                agreed_by UUID NOT NULL REFERENCES member,
                replaced_by UUID,
                CHECK (supervisor <> link_worker),
                CHECK (hat = 'employment' OR every_days <= 31)
            );
            CREATE UNIQUE INDEX supervision_agreement_current ON supervision_agreement (link_worker, hat)
                WHERE replaced_by IS NULL;

            CREATE TABLE gp_contact (
                id UUID PRIMARY KEY,
                placement UUID NOT NULL REFERENCES placement,
                member UUID NOT NULL REFERENCES member,
                named_at TIMESTAMPTZ NOT NULL,
                named_by UUID NOT NULL REFERENCES member,
                replaced_by UUID
            );
            CREATE UNIQUE INDEX gp_contact_current ON gp_contact (placement) WHERE replaced_by IS NULL;

            CREATE TABLE supervision (
                id UUID PRIMARY KEY,
                link_worker UUID NOT NULL REFERENCES member,
                hat TEXT NOT NULL CHECK (hat IN ('cases', 'wellbeing', 'employment')),
                supervisor UUID NOT NULL REFERENCES member,
                begins_at TIMESTAMPTZ NOT NULL,
                planned_at TIMESTAMPTZ NOT NULL,
                planned_by UUID NOT NULL REFERENCES member,
                instead_of UUID UNIQUE REFERENCES supervision
            );
            CREATE INDEX supervision_link_worker ON supervision (link_worker, begins_at);
            CREATE INDEX supervision_supervisor ON supervision (supervisor, begins_at);

            CREATE TABLE supervision_cancelling (
                supervision UUID PRIMARY KEY REFERENCES supervision,
                kind TEXT NOT NULL CHECK (kind IN ('cancelled', 'did_not_happen')),
                cancelled_at TIMESTAMPTZ NOT NULL,
                cancelled_by UUID NOT NULL REFERENCES member
            );

            CREATE TABLE supervision_slot (
                id UUID PRIMARY KEY,
                supervision UUID NOT NULL REFERENCES supervision_cancelling,
                begins_at TIMESTAMPTZ NOT NULL,
                UNIQUE (supervision, begins_at)
            );

            CREATE TABLE supervision_notice (
                supervision UUID PRIMARY KEY REFERENCES supervision_cancelling,
                told_at TIMESTAMPTZ NOT NULL
            );

            CREATE TABLE supervision_answer (
                supervision UUID PRIMARY KEY REFERENCES supervision,
                useful TEXT NOT NULL CHECK (useful IN ('yes', 'partly', 'no')),
                said_at TIMESTAMPTZ NOT NULL,
                said_by UUID NOT NULL REFERENCES member
            );
            """
        )
    ]
}
