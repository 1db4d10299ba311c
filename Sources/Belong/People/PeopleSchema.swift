import Store

enum PeopleSchema: Schema {
    static let changes = [
        Change(
            "2026-11-22 c people",
            """
            CREATE TABLE person (
                id UUID PRIMARY KEY,
                practice UUID NOT NULL REFERENCES organisation,
                made_at TIMESTAMPTZ NOT NULL,
                made_by UUID REFERENCES member
            );
            CREATE INDEX person_practice ON person (practice);

            CREATE TABLE particulars (
                id UUID PRIMARY KEY,
                person UUID NOT NULL REFERENCES person,
                given_name TEXT NOT NULL,
                family_name TEXT NOT NULL,
                given_folded TEXT NOT NULL,
                family_folded TEXT NOT NULL,
                nhs_number TEXT,
                born_on DATE,
                postcode TEXT,
                address TEXT,
                phone TEXT,
                email TEXT,
                recorded_at TIMESTAMPTZ NOT NULL,
                recorded_by UUID REFERENCES member,
                reason TEXT,
                replaced_by UUID
            );
            CREATE UNIQUE INDEX particulars_current ON particulars (person) WHERE replaced_by IS NULL;
            CREATE UNIQUE INDEX particulars_nhs_number ON particulars (nhs_number) WHERE replaced_by IS NULL;
            CREATE INDEX particulars_born ON particulars (born_on) WHERE replaced_by IS NULL;
            CREATE INDEX particulars_family ON particulars (family_folded) WHERE replaced_by IS NULL;

            CREATE TABLE reaching (
                id UUID PRIMARY KEY,
                person UUID NOT NULL REFERENCES person,
                by_text BOOLEAN NOT NULL,
                by_call BOOLEAN NOT NULL,
                by_voicemail BOOLEAN NOT NULL,
                by_email BOOLEAN NOT NULL,
                by_letter BOOLEAN NOT NULL,
                is_neutral BOOLEAN NOT NULL,
                words TEXT NOT NULL,
                recorded_at TIMESTAMPTZ NOT NULL,
                recorded_by UUID REFERENCES member,
                reason TEXT,
                replaced_by UUID
            );
            CREATE UNIQUE INDEX reaching_current ON reaching (person) WHERE replaced_by IS NULL;

            CREATE TABLE access_need (
                id UUID PRIMARY KEY,
                person UUID NOT NULL REFERENCES person,
                kind TEXT NOT NULL CHECK (kind IN ('interpreter', 'sign_language', 'large_print', 'easy_read',
                    'hearing', 'sight', 'step_free', 'companion', 'more_time', 'other')),
                words TEXT NOT NULL,
                recorded_at TIMESTAMPTZ NOT NULL,
                recorded_by UUID REFERENCES member
            );
            CREATE INDEX access_need_person ON access_need (person);

            CREATE TABLE access_need_end (
                access_need UUID PRIMARY KEY REFERENCES access_need,
                ended_at TIMESTAMPTZ NOT NULL,
                ended_by UUID NOT NULL REFERENCES member
            );

            CREATE TABLE visit_risk (
                id UUID PRIMARY KEY,
                person UUID NOT NULL REFERENCES person,
                words TEXT,
                recorded_at TIMESTAMPTZ NOT NULL,
                recorded_by UUID REFERENCES member,
                reason TEXT,
                replaced_by UUID
            );
            CREATE UNIQUE INDEX visit_risk_current ON visit_risk (person) WHERE replaced_by IS NULL;

            CREATE TABLE agreement (
                id UUID PRIMARY KEY,
                person UUID NOT NULL REFERENCES person,
                purpose TEXT NOT NULL CHECK (purpose IN ('news')),
                agreed BOOLEAN NOT NULL,
                recorded_at TIMESTAMPTZ NOT NULL,
                recorded_by UUID REFERENCES member,
                replaced_by UUID
            );
            CREATE UNIQUE INDEX agreement_current ON agreement (person, purpose) WHERE replaced_by IS NULL;

            CREATE TABLE worry (
                id UUID PRIMARY KEY,
                person UUID NOT NULL REFERENCES person,
                urgency TEXT NOT NULL CHECK (urgency IN ('now', 'today', 'talk')),
                words TEXT NOT NULL,
                raised_by UUID NOT NULL REFERENCES member,
                raised_to UUID NOT NULL REFERENCES member,
                raised_at TIMESTAMPTZ NOT NULL
            );
            CREATE INDEX worry_person ON worry (person);
            CREATE INDEX worry_raised_to ON worry (raised_to);

            CREATE TABLE worry_alert (
                worry UUID NOT NULL REFERENCES worry,
                alerted_at TIMESTAMPTZ NOT NULL,
                PRIMARY KEY (worry, alerted_at)
            );

            CREATE TABLE worry_acknowledgement (
                worry UUID PRIMARY KEY REFERENCES worry,
                words TEXT NOT NULL,
                acknowledged_by UUID NOT NULL REFERENCES member,
                acknowledged_at TIMESTAMPTZ NOT NULL
            );
            """
        )
    ]
}
