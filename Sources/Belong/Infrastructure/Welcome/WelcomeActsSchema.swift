import Store

/// Small things by which a practice makes somebody welcome, and whether they happened: that is the link worker's to
/// say, and there is one answer to each. Being shadowed and shadowing are kept with the induction.
/// Whoever is new at a practice and its link workers say that they have met; the last word counts.
enum WelcomeActsSchema: Schema {
    static let changes = [
        Change(
            "2026-11-25 welcome acts and newcomers",
            """
            CREATE TABLE welcome_act (
                id UUID PRIMARY KEY,
                placement UUID NOT NULL REFERENCES placement,
                kind TEXT NOT NULL CHECK (kind IN ('buddy', 'meal', 'board', 'staff_list')),
                words TEXT NOT NULL,
                offered_at TIMESTAMPTZ NOT NULL,
                offered_by UUID NOT NULL REFERENCES member
            );
            CREATE INDEX welcome_act_placement ON welcome_act (placement, offered_at);

            CREATE TABLE welcome_answer (
                act UUID PRIMARY KEY REFERENCES welcome_act,
                happened BOOLEAN NOT NULL,
                said_at TIMESTAMPTZ NOT NULL,
                said_by UUID NOT NULL REFERENCES member
            );

            CREATE TABLE welcome_later (
                id UUID PRIMARY KEY,
                practice UUID NOT NULL REFERENCES organisation,
                said_at TIMESTAMPTZ NOT NULL,
                said_by UUID NOT NULL REFERENCES member
            );
            CREATE INDEX welcome_later_practice ON welcome_later (practice, said_at);

            CREATE TABLE acquaintance_word (
                id UUID PRIMARY KEY,
                placement UUID NOT NULL REFERENCES placement,
                membership UUID NOT NULL REFERENCES membership,
                happened BOOLEAN NOT NULL,
                said_at TIMESTAMPTZ NOT NULL,
                said_by UUID NOT NULL REFERENCES member
            );
            CREATE INDEX acquaintance_word_pair ON acquaintance_word (placement, membership, said_at);
            """
        )
    ]
}
