import Store

enum IntroductionsSchema: Schema {
    static let changes = [Change("2026-11-22 g introductions", going + answering + choosing)]

    /// What goes to a group, and with whose agreement.
    private static let going = """
        CREATE TABLE introduction (
            id UUID PRIMARY KEY,
            "case" UUID NOT NULL REFERENCES "case",
            activity UUID NOT NULL REFERENCES activity,
            way TEXT NOT NULL CHECK (way IN ('message', 'phone', 'paper', 'signposting')),
            words TEXT CHECK (words <> ''),
            agreed_by TEXT CHECK (agreed_by IN ('phone', 'face_to_face', 'reading')),
            companion TEXT CHECK (companion <> ''),
            message UUID REFERENCES message,
            made_by UUID NOT NULL REFERENCES member,
            made_at TIMESTAMPTZ NOT NULL,
            CHECK ((way = 'signposting') = (words IS NULL)),
            CHECK ((way = 'signposting') = (agreed_by IS NULL)),
            CHECK ((way = 'message') = (message IS NOT NULL))
        );
        CREATE INDEX introduction_case ON introduction ("case", made_at);
        CREATE INDEX introduction_activity ON introduction (activity, made_at);

        CREATE TABLE introduction_part (
            introduction UUID NOT NULL REFERENCES introduction,
            part TEXT NOT NULL CHECK (part IN ('name', 'hope', 'reach', 'needs', 'companion', 'safety')),
            words TEXT NOT NULL CHECK (words <> ''),
            PRIMARY KEY (introduction, part)
        );

        CREATE TABLE introduction_withdrawal (
            introduction UUID PRIMARY KEY REFERENCES introduction,
            withdrawn_by UUID NOT NULL REFERENCES member,
            withdrawn_at TIMESTAMPTZ NOT NULL
        );

        CREATE TABLE introduction_objection (
            id UUID PRIMARY KEY,
            "case" UUID NOT NULL REFERENCES "case",
            activity UUID NOT NULL REFERENCES activity,
            said_at TIMESTAMPTZ NOT NULL,
            recorded_by UUID NOT NULL REFERENCES member,
            lifted_at TIMESTAMPTZ,
            lifted_by UUID REFERENCES member,
            CHECK ((lifted_at IS NULL) = (lifted_by IS NULL))
        );
        CREATE UNIQUE INDEX introduction_objection_current ON introduction_objection ("case", activity)
            WHERE lifted_at IS NULL;

        """

    /// What the group says, and what goes back to it.
    private static let answering = """
        CREATE TABLE introduction_answer (
            id UUID PRIMARY KEY,
            introduction UUID NOT NULL REFERENCES introduction,
            answer TEXT NOT NULL CHECK (answer IN ('yes', 'yes_from', 'full', 'ring')),
            from_day DATE,
            words TEXT NOT NULL,
            said_at TIMESTAMPTZ NOT NULL,
            heard_by UUID REFERENCES member,
            replaced_by UUID,
            CHECK ((answer = 'yes_from') = (from_day IS NOT NULL))
        );
        CREATE UNIQUE INDEX introduction_answer_current ON introduction_answer (introduction)
            WHERE replaced_by IS NULL;

        CREATE TABLE introduction_nudge (
            introduction UUID NOT NULL REFERENCES introduction,
            number INTEGER NOT NULL CHECK (number IN (1, 2)),
            message UUID NOT NULL REFERENCES message,
            nudged_at TIMESTAMPTZ NOT NULL,
            PRIMARY KEY (introduction, number)
        );

        CREATE TABLE introduction_escalation (
            introduction UUID PRIMARY KEY REFERENCES introduction,
            escalated_at TIMESTAMPTZ NOT NULL
        );

        CREATE TABLE attendance_question (
            introduction UUID PRIMARY KEY REFERENCES introduction,
            message UUID REFERENCES message,
            asked_at TIMESTAMPTZ NOT NULL
        );

        CREATE TABLE attendance (
            id UUID PRIMARY KEY,
            introduction UUID NOT NULL REFERENCES introduction,
            told_by TEXT NOT NULL CHECK (told_by IN ('group', 'person')),
            answer TEXT NOT NULL CHECK (answer IN ('coming', 'once', 'stopped', 'never', 'ring')),
            words TEXT NOT NULL,
            said_at TIMESTAMPTZ NOT NULL,
            heard_by UUID REFERENCES member,
            replaced_by UUID
        );
        CREATE UNIQUE INDEX attendance_current ON attendance (introduction, told_by) WHERE replaced_by IS NULL;

        CREATE TABLE thanks (
            introduction UUID PRIMARY KEY REFERENCES introduction,
            words TEXT NOT NULL CHECK (words <> ''),
            message UUID REFERENCES message,
            thanked_by UUID NOT NULL REFERENCES member,
            thanked_at TIMESTAMPTZ NOT NULL
        );

        """

    /// What was picked out for somebody, and who welcomes for whom.
    private static let choosing = """
        CREATE TABLE shortlisting (
            id UUID PRIMARY KEY,
            "case" UUID NOT NULL REFERENCES "case",
            activity UUID NOT NULL REFERENCES activity,
            added_by UUID NOT NULL REFERENCES member,
            added_at TIMESTAMPTZ NOT NULL,
            removed_by UUID REFERENCES member,
            removed_at TIMESTAMPTZ,
            CHECK ((removed_by IS NULL) = (removed_at IS NULL))
        );
        CREATE UNIQUE INDEX shortlisting_current ON shortlisting ("case", activity) WHERE removed_at IS NULL;

        CREATE TABLE shortlist_sending (
            id UUID PRIMARY KEY,
            "case" UUID NOT NULL REFERENCES "case",
            message UUID NOT NULL REFERENCES message,
            sent_by UUID NOT NULL REFERENCES member,
            sent_at TIMESTAMPTZ NOT NULL
        );
        CREATE INDEX shortlist_sending_case ON shortlist_sending ("case", sent_at);

        CREATE TABLE welcoming (
            id UUID PRIMARY KEY,
            organisation UUID NOT NULL REFERENCES organisation,
            provider UUID NOT NULL REFERENCES provider,
            began_at TIMESTAMPTZ NOT NULL,
            ended_at TIMESTAMPTZ
        );
        CREATE UNIQUE INDEX welcoming_current ON welcoming (organisation, provider) WHERE ended_at IS NULL;
        """
}
