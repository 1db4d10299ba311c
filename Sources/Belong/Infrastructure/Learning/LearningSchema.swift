import Store

/// What a link worker asks to learn, and the answer: yes, or no with a reason.
enum LearningSchema: Schema {
    static let changes = [
        Change(
            "2026-11-25 s learning",
            """
            CREATE TABLE learning_ask (
                id UUID PRIMARY KEY,
                placement UUID NOT NULL REFERENCES placement,
                words TEXT NOT NULL CHECK (words <> ''),
                cost TEXT NOT NULL,
                wanted_on DATE,
                asked_at TIMESTAMPTZ NOT NULL,
                asked_by UUID NOT NULL REFERENCES member
            );
            CREATE INDEX learning_ask_placement ON learning_ask (placement, asked_at);

            CREATE TABLE learning_answer (
                ask UUID PRIMARY KEY REFERENCES learning_ask,
                is_yes BOOLEAN NOT NULL,
                words TEXT NOT NULL,
                answered_at TIMESTAMPTZ NOT NULL,
                answered_by UUID NOT NULL REFERENCES member,
                CHECK (is_yes OR words <> '')
            );
            """
        )
    ]
}
