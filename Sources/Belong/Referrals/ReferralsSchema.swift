import Store

enum ReferralsSchema: Schema {
    static let changes = [
        Change(
            "2026-11-22 d referrals",
            """
            CREATE TABLE question (
                id UUID PRIMARY KEY,
                practice UUID NOT NULL REFERENCES organisation,
                asked_by UUID NOT NULL REFERENCES member,
                asked_of UUID NOT NULL REFERENCES member,
                words TEXT NOT NULL,
                asked_at TIMESTAMPTZ NOT NULL
            );
            CREATE INDEX question_asked_by ON question (asked_by, asked_at);
            CREATE INDEX question_asked_of ON question (asked_of, asked_at);

            CREATE TABLE referral (
                id UUID PRIMARY KEY,
                person UUID NOT NULL REFERENCES person,
                practice UUID NOT NULL REFERENCES organisation,
                route TEXT NOT NULL CHECK (route IN ('practice', 'vcse', 'self')),
                referrer UUID REFERENCES member,
                referring UUID REFERENCES organisation,
                question UUID REFERENCES question,
                asked_for UUID REFERENCES member,
                words TEXT NOT NULL,
                other_reason TEXT NOT NULL,
                told_role BOOLEAN NOT NULL,
                told_contact BOOLEAN NOT NULL,
                told_choice BOOLEAN NOT NULL,
                said_reaching TEXT,
                said_risk TEXT,
                made_at TIMESTAMPTZ NOT NULL,
                CHECK (route = 'self' OR referrer IS NOT NULL)
            );
            CREATE INDEX referral_practice ON referral (practice, made_at);
            CREATE INDEX referral_referrer ON referral (referrer, made_at);
            CREATE INDEX referral_person ON referral (person);

            CREATE TABLE referral_reason (
                referral UUID NOT NULL REFERENCES referral,
                reason TEXT NOT NULL CHECK (reason IN ('mood', 'isolation', 'money', 'housing', 'condition',
                    'caring', 'bereavement', 'work', 'other')),
                PRIMARY KEY (referral, reason)
            );

            CREATE TABLE remark (
                id UUID PRIMARY KEY,
                question UUID REFERENCES question,
                referral UUID REFERENCES referral,
                said_by UUID NOT NULL REFERENCES member,
                words TEXT NOT NULL,
                said_at TIMESTAMPTZ NOT NULL,
                CHECK ((question IS NULL) <> (referral IS NULL))
            );
            CREATE INDEX remark_question ON remark (question);
            CREATE INDEX remark_referral ON remark (referral);

            CREATE TABLE passing (
                id UUID PRIMARY KEY,
                referral UUID NOT NULL REFERENCES referral,
                passed_by UUID NOT NULL REFERENCES member,
                passed_to UUID NOT NULL REFERENCES member,
                words TEXT NOT NULL,
                passed_at TIMESTAMPTZ NOT NULL
            );
            CREATE INDEX passing_referral ON passing (referral, passed_at);

            CREATE TABLE acceptance (
                referral UUID PRIMARY KEY REFERENCES referral,
                link_worker UUID NOT NULL REFERENCES member,
                accepted_at TIMESTAMPTZ NOT NULL
            );

            CREATE TABLE decline (
                referral UUID PRIMARY KEY REFERENCES referral,
                reason TEXT NOT NULL CHECK (reason IN ('clinical', 'elsewhere', 'outside', 'already', 'no_room', 'other')),
                words TEXT NOT NULL,
                declined_by UUID NOT NULL REFERENCES member,
                declined_at TIMESTAMPTZ NOT NULL
            );

            CREATE TABLE withdrawal (
                referral UUID PRIMARY KEY REFERENCES referral,
                by_person BOOLEAN NOT NULL,
                words TEXT NOT NULL,
                withdrawn_at TIMESTAMPTZ NOT NULL
            );

            CREATE TABLE invitation (
                id UUID PRIMARY KEY,
                referral UUID NOT NULL REFERENCES referral,
                message UUID REFERENCES message,
                is_neutral BOOLEAN NOT NULL,
                made_at TIMESTAMPTZ NOT NULL
            );
            CREATE INDEX invitation_referral ON invitation (referral);

            CREATE TABLE wish (
                id UUID PRIMARY KEY,
                referral UUID NOT NULL REFERENCES referral,
                answer TEXT NOT NULL CHECK (answer IN ('yes', 'no', 'another_time')),
                place TEXT,
                manner TEXT,
                words TEXT NOT NULL,
                said_at TIMESTAMPTZ NOT NULL,
                replaced_by UUID
            );
            CREATE UNIQUE INDEX wish_current ON wish (referral) WHERE replaced_by IS NULL;

            CREATE TABLE referral_reading (
                referral UUID NOT NULL REFERENCES referral,
                read_by UUID NOT NULL REFERENCES member,
                read_at TIMESTAMPTZ NOT NULL,
                PRIMARY KEY (referral, read_by, read_at)
            );

            CREATE TABLE question_reading (
                question UUID NOT NULL REFERENCES question,
                read_by UUID NOT NULL REFERENCES member,
                read_at TIMESTAMPTZ NOT NULL,
                PRIMARY KEY (question, read_by, read_at)
            );

            CREATE TABLE declined_offer (
                id UUID PRIMARY KEY,
                practice UUID NOT NULL REFERENCES organisation,
                offered_by UUID NOT NULL REFERENCES member,
                person_words TEXT NOT NULL,
                remind_on DATE,
                offered_at TIMESTAMPTZ NOT NULL
            );
            CREATE INDEX declined_offer_offered_by ON declined_offer (offered_by, remind_on);
            """
        ),
        Change(
            "2026-11-25 referrals, what was said otherwise",
            """
            ALTER TABLE referral ADD COLUMN said_number TEXT;
            ALTER TABLE referral ADD COLUMN said_phone TEXT;
            ALTER TABLE referral ADD COLUMN said_email TEXT;
            ALTER TABLE referral ADD COLUMN said_address TEXT;

            CREATE TABLE declined_offer_end (
                declined_offer UUID PRIMARY KEY REFERENCES declined_offer,
                ended_at TIMESTAMPTZ NOT NULL
            );

            CREATE TABLE said_answer (
                referral UUID PRIMARY KEY REFERENCES referral,
                answered_by UUID NOT NULL REFERENCES member,
                answered_at TIMESTAMPTZ NOT NULL
            );
            """
        ),
        // They may say no, yes and no again: each no is kept, and so is what took it back.
        Change(
            "2026-11-25 referrals, second thoughts",
            """
            CREATE TABLE second_thought (
                id UUID PRIMARY KEY,
                referral UUID NOT NULL REFERENCES referral,
                said_at TIMESTAMPTZ NOT NULL
            );
            CREATE INDEX second_thought_referral ON second_thought (referral);

            CREATE TABLE withdrawal_anew (
                id UUID PRIMARY KEY,
                referral UUID NOT NULL REFERENCES referral,
                by_person BOOLEAN NOT NULL,
                words TEXT NOT NULL,
                withdrawn_at TIMESTAMPTZ NOT NULL,
                taken_back UUID REFERENCES second_thought
            );
            INSERT INTO withdrawal_anew (id, referral, by_person, words, withdrawn_at)
                SELECT referral, referral, by_person, words, withdrawn_at FROM withdrawal;
            DROP TABLE withdrawal;
            ALTER TABLE withdrawal_anew RENAME TO withdrawal;
            CREATE INDEX withdrawal_referral ON withdrawal (referral);
            CREATE UNIQUE INDEX withdrawal_current ON withdrawal (referral) WHERE taken_back IS NULL;

            CREATE TABLE said_need (
                id UUID PRIMARY KEY,
                referral UUID NOT NULL REFERENCES referral,
                kind TEXT NOT NULL,
                words TEXT NOT NULL
            );
            CREATE INDEX said_need_referral ON said_need (referral);
            """
        ),
    ]
}
