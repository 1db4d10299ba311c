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

            CREATE TABLE contact (
                id UUID PRIMARY KEY,
                "case" UUID NOT NULL REFERENCES "case",
                first UUID NOT NULL REFERENCES contact,
                mode TEXT NOT NULL CHECK (mode IN ('phone', 'video', 'practice', 'community', 'home', 'walk',
                    'text', 'letter')),
                place TEXT NOT NULL,
                began_at TIMESTAMPTZ NOT NULL,
                minutes INTEGER CHECK (minutes BETWEEN 0 AND 1440),
                went_along BOOLEAN NOT NULL,
                outcome TEXT NOT NULL CHECK (outcome IN ('reached', 'no_answer', 'message_left', 'did_not_come')),
                tried TEXT NOT NULL,
                what_next TEXT NOT NULL,
                knew_why TEXT CHECK (knew_why IN ('yes', 'partly', 'no', 'not_asked')),
                matters TEXT NOT NULL,
                helps TEXT NOT NULL,
                hinders TEXT NOT NULL,
                more TEXT NOT NULL,
                written_at TIMESTAMPTZ NOT NULL,
                written_by UUID NOT NULL REFERENCES member,
                corrects UUID UNIQUE REFERENCES contact,
                reason TEXT,
                replaced_by UUID,
                CHECK ((corrects IS NULL) = (reason IS NULL)),
                CHECK (outcome = 'reached' OR (knew_why IS NULL AND NOT went_along))
            );
            CREATE INDEX contact_case ON contact ("case", began_at);
            CREATE UNIQUE INDEX contact_current ON contact (first) WHERE replaced_by IS NULL;
            CREATE UNIQUE INDEX contact_knew_why ON contact ("case")
                WHERE replaced_by IS NULL AND knew_why IS NOT NULL;

            CREATE TABLE tagging (
                id UUID PRIMARY KEY,
                contact UUID NOT NULL REFERENCES contact,
                tagged_at TIMESTAMPTZ NOT NULL,
                tagged_by UUID NOT NULL REFERENCES member,
                replaced_by UUID
            );
            CREATE UNIQUE INDEX tagging_current ON tagging (contact) WHERE replaced_by IS NULL;

            CREATE TABLE tagging_reason (
                tagging UUID NOT NULL REFERENCES tagging,
                reason TEXT NOT NULL CHECK (reason IN ('mood', 'isolation', 'money', 'housing', 'condition',
                    'caring', 'bereavement', 'work', 'other')),
                PRIMARY KEY (tagging, reason)
            );

            CREATE TABLE what_matters (
                id UUID PRIMARY KEY,
                "case" UUID NOT NULL REFERENCES "case",
                words TEXT NOT NULL,
                contact UUID REFERENCES contact,
                said_at TIMESTAMPTZ NOT NULL,
                recorded_at TIMESTAMPTZ NOT NULL,
                recorded_by UUID NOT NULL REFERENCES member,
                replaced_by UUID
            );
            CREATE UNIQUE INDEX what_matters_current ON what_matters ("case") WHERE replaced_by IS NULL;

            CREATE TABLE sign (
                id UUID PRIMARY KEY,
                "case" UUID NOT NULL REFERENCES "case",
                contact UUID REFERENCES contact,
                kind TEXT NOT NULL CHECK (kind IN ('confidence', 'left_house', 'tried_new', 'slept_better',
                    'spoke_of_future', 'met_people', 'asked_for_help', 'own')),
                words TEXT NOT NULL,
                noticed_on DATE NOT NULL,
                by_person BOOLEAN NOT NULL,
                recorded_at TIMESTAMPTZ NOT NULL,
                recorded_by UUID NOT NULL REFERENCES member,
                CHECK (kind <> 'own' OR words <> '')
            );
            CREATE INDEX sign_case ON sign ("case", noticed_on);
            CREATE UNIQUE INDEX sign_once ON sign (contact, kind) WHERE kind <> 'own';

            CREATE TABLE plan (
                id UUID PRIMARY KEY,
                "case" UUID NOT NULL REFERENCES "case",
                words TEXT NOT NULL,
                contact UUID REFERENCES contact,
                revised_at TIMESTAMPTZ NOT NULL,
                revised_by UUID NOT NULL REFERENCES member,
                replaced_by UUID
            );
            CREATE INDEX plan_case ON plan ("case", revised_at);
            CREATE UNIQUE INDEX plan_current ON plan ("case") WHERE replaced_by IS NULL;

            CREATE TABLE goal (
                id UUID PRIMARY KEY,
                plan UUID NOT NULL REFERENCES plan,
                position INTEGER NOT NULL,
                words TEXT NOT NULL,
                UNIQUE (plan, position)
            );

            CREATE TABLE step (
                id UUID PRIMARY KEY,
                goal UUID NOT NULL REFERENCES goal,
                position INTEGER NOT NULL,
                words TEXT NOT NULL,
                who TEXT NOT NULL,
                standing TEXT NOT NULL CHECK (standing IN ('to_do', 'going', 'waiting', 'done', 'let_go')),
                note TEXT NOT NULL,
                UNIQUE (goal, position)
            );

            CREATE TABLE holding (
                id UUID PRIMARY KEY,
                "case" UUID NOT NULL REFERENCES "case",
                is_holding BOOLEAN NOT NULL,
                words TEXT NOT NULL,
                said_at TIMESTAMPTZ NOT NULL,
                said_by UUID NOT NULL REFERENCES member,
                replaced_by UUID
            );
            CREATE UNIQUE INDEX holding_current ON holding ("case") WHERE replaced_by IS NULL;

            CREATE TABLE closing (
                id UUID PRIMARY KEY,
                "case" UUID NOT NULL REFERENCES "case",
                number INTEGER NOT NULL,
                outcome TEXT NOT NULL CHECK (outcome IN ('reached', 'some', 'listening', 'did_not_help',
                    'not_reached', 'moved', 'died')),
                words TEXT NOT NULL,
                way_back TEXT NOT NULL,
                closed_at TIMESTAMPTZ NOT NULL,
                closed_by UUID NOT NULL REFERENCES member,
                UNIQUE ("case", number)
            );

            CREATE TABLE cover (
                id UUID PRIMARY KEY,
                link_worker UUID NOT NULL REFERENCES member,
                practice UUID NOT NULL REFERENCES organisation,
                covered_by UUID NOT NULL REFERENCES member,
                from_on DATE NOT NULL,
                until_on DATE NOT NULL,
                made_at TIMESTAMPTZ NOT NULL,
                made_by UUID NOT NULL REFERENCES member,
                CHECK (from_on <= until_on),
                CHECK (covered_by <> link_worker)
            );
            CREATE INDEX cover_covered_by ON cover (covered_by);
            CREATE INDEX cover_link_worker ON cover (link_worker);

            CREATE TABLE cover_end (
                cover UUID PRIMARY KEY REFERENCES cover,
                ended_at TIMESTAMPTZ NOT NULL,
                ended_by UUID NOT NULL REFERENCES member
            );

            CREATE TABLE showing (
                id UUID PRIMARY KEY,
                "case" UUID NOT NULL REFERENCES "case",
                shown_to UUID NOT NULL REFERENCES member,
                shown_at TIMESTAMPTZ NOT NULL,
                shown_by UUID NOT NULL REFERENCES member
            );
            CREATE INDEX showing_case ON showing ("case");
            CREATE INDEX showing_shown_to ON showing (shown_to);

            CREATE TABLE showing_end (
                showing UUID PRIMARY KEY REFERENCES showing,
                ended_at TIMESTAMPTZ NOT NULL,
                ended_by UUID NOT NULL REFERENCES member
            );

            CREATE TABLE reopening (
                closing UUID PRIMARY KEY REFERENCES closing,
                words TEXT NOT NULL,
                reopened_at TIMESTAMPTZ NOT NULL,
                reopened_by UUID NOT NULL REFERENCES member
            );
            """
        )
    ]
}
