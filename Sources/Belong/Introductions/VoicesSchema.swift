import Store

/// How it went in the person's own voice, and what they take back themselves.
enum VoicesSchema: Schema {
    static let changes = [
        Change(
            "2026-11-25 b voices",
            """
            CREATE TABLE own_question (
                introduction UUID PRIMARY KEY REFERENCES introduction,
                message UUID REFERENCES message,
                asked_at TIMESTAMPTZ NOT NULL
            );

            CREATE TABLE attendance_leave (
                id UUID PRIMARY KEY,
                introduction UUID NOT NULL REFERENCES introduction,
                hearer TEXT NOT NULL CHECK (hearer IN ('group', 'referrer')),
                agreed BOOLEAN NOT NULL,
                said_at TIMESTAMPTZ NOT NULL,
                heard_by UUID REFERENCES member,
                replaced_by UUID
            );
            CREATE UNIQUE INDEX attendance_leave_current ON attendance_leave (introduction, hearer)
                WHERE replaced_by IS NULL;

            CREATE TABLE attendance_reading (
                attendance UUID PRIMARY KEY REFERENCES attendance,
                read_by UUID NOT NULL REFERENCES member,
                read_at TIMESTAMPTZ NOT NULL
            );
            """
        ),
        // Nobody, where they took it back themselves, behind their own link.
        Change(
            "2026-11-25 c withdrawals by oneself",
            """
            CREATE TABLE introduction_withdrawal_anew (
                introduction UUID PRIMARY KEY REFERENCES introduction,
                withdrawn_by UUID REFERENCES member,
                withdrawn_at TIMESTAMPTZ NOT NULL
            );
            INSERT INTO introduction_withdrawal_anew (introduction, withdrawn_by, withdrawn_at)
                SELECT introduction, withdrawn_by, withdrawn_at FROM introduction_withdrawal;
            DROP TABLE introduction_withdrawal;
            ALTER TABLE introduction_withdrawal_anew RENAME TO introduction_withdrawal;

            CREATE TABLE introduction_renewal (
                id UUID PRIMARY KEY,
                introduction UUID NOT NULL REFERENCES introduction,
                agreed_at TIMESTAMPTZ NOT NULL,
                recorded_by UUID NOT NULL REFERENCES member
            );
            CREATE INDEX introduction_renewal_introduction ON introduction_renewal (introduction, agreed_at);
            """
        ),
    ]
}
