import Store

/// Reviews of a placement. One is closed by its one commitment: there is a row of
/// `review_commitment` or there is not, and there cannot be two. That the link worker
/// was there, and whether the commitment did anything, are theirs to say.
enum ReviewsSchema: Schema {
    static let changes = [
        Change(
            "2026-11-25 p reviews",
            """
            CREATE TABLE review (
                id UUID PRIMARY KEY,
                placement UUID NOT NULL REFERENCES placement,
                begins_at TIMESTAMPTZ NOT NULL,
                planned_at TIMESTAMPTZ NOT NULL,
                planned_by UUID NOT NULL REFERENCES member
            );
            CREATE INDEX review_placement ON review (placement, begins_at);

            CREATE TABLE review_move (
                id UUID PRIMARY KEY,
                review UUID NOT NULL REFERENCES review,
                begins_at TIMESTAMPTZ NOT NULL,
                moved_at TIMESTAMPTZ NOT NULL,
                moved_by UUID NOT NULL REFERENCES member
            );
            CREATE INDEX review_move_review ON review_move (review);

            CREATE TABLE review_commitment (
                review UUID PRIMARY KEY REFERENCES review,
                words TEXT NOT NULL CHECK (words <> ''),
                whose UUID NOT NULL REFERENCES member,
                due_on DATE NOT NULL,
                made_at TIMESTAMPTZ NOT NULL,
                made_by UUID NOT NULL REFERENCES member
            );
            CREATE INDEX review_commitment_whose ON review_commitment (whose);

            CREATE TABLE review_presence (
                review UUID PRIMARY KEY REFERENCES review_commitment,
                was_there BOOLEAN NOT NULL,
                said_at TIMESTAMPTZ NOT NULL,
                said_by UUID NOT NULL REFERENCES member
            );

            CREATE TABLE commitment_effect (
                review UUID PRIMARY KEY REFERENCES review_commitment,
                effect TEXT NOT NULL CHECK (effect IN ('helped', 'a_little', 'nothing', 'overtaken')),
                said_at TIMESTAMPTZ NOT NULL,
                said_by UUID NOT NULL REFERENCES member
            );
            """
        )
    ]
}
