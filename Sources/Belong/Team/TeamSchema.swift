import Store

enum TeamSchema: Schema {
    static let changes = [
        Change(
            "2026-11-25 p peers",
            """
            CREATE TABLE peer_question (
                id UUID PRIMARY KEY,
                network UUID NOT NULL REFERENCES organisation,
                words TEXT NOT NULL CHECK (words <> ''),
                asked_at TIMESTAMPTZ NOT NULL,
                asked_by UUID NOT NULL REFERENCES member
            );
            CREATE INDEX peer_question_network ON peer_question (network, asked_at);

            CREATE TABLE peer_answer (
                id UUID PRIMARY KEY,
                question UUID NOT NULL REFERENCES peer_question,
                words TEXT NOT NULL CHECK (words <> ''),
                answered_at TIMESTAMPTZ NOT NULL,
                answered_by UUID NOT NULL REFERENCES member
            );
            CREATE INDEX peer_answer_question ON peer_answer (question, answered_at);

            CREATE TABLE peer_kept (
                answer UUID PRIMARY KEY REFERENCES peer_answer,
                kept_at TIMESTAMPTZ NOT NULL,
                kept_by UUID NOT NULL REFERENCES member
            );

            CREATE TABLE peer_reading (
                question UUID NOT NULL REFERENCES peer_question,
                member UUID NOT NULL REFERENCES member,
                read_at TIMESTAMPTZ NOT NULL,
                PRIMARY KEY (question, member)
            );
            """
        ),
        Change(
            "2026-11-25 what a link worker brings, read and confirmed",
            """
            CREATE TABLE profile_confirmation (
                id UUID PRIMARY KEY,
                link_worker UUID NOT NULL REFERENCES member,
                confirmed_at TIMESTAMPTZ NOT NULL
            );
            CREATE INDEX profile_confirmation_whose ON profile_confirmation (link_worker, confirmed_at);

            CREATE TABLE profile_opening (
                id UUID PRIMARY KEY,
                link_worker UUID NOT NULL REFERENCES member,
                opened_by UUID NOT NULL REFERENCES member,
                opened_at TIMESTAMPTZ NOT NULL
            );
            CREATE INDEX profile_opening_whose ON profile_opening (link_worker, opened_at);
            """
        ),
    ]
}
