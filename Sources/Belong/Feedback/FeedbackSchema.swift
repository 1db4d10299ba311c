import Store

enum FeedbackSchema: Schema {
    static let changes = [
        Change(
            "2026-11-22 h feedback",
            """
            CREATE TABLE news (
                id UUID PRIMARY KEY,
                "case" UUID NOT NULL REFERENCES "case",
                referrer UUID NOT NULL REFERENCES member,
                milestone TEXT NOT NULL CHECK (milestone IN ('contact', 'plan', 'introduction', 'not_reached',
                    'could_not_help', 'ending', 'nothing_new')),
                asked TEXT CHECK (asked <> ''),
                words TEXT NOT NULL CHECK (words <> ''),
                was_agreed BOOLEAN NOT NULL,
                sent_by UUID NOT NULL REFERENCES member,
                sent_at TIMESTAMPTZ NOT NULL
            );
            CREATE INDEX news_referrer ON news (referrer, sent_at);
            CREATE INDEX news_case ON news ("case", sent_at);

            CREATE TABLE own_words (
                id UUID PRIMARY KEY,
                news UUID NOT NULL REFERENCES news,
                words TEXT NOT NULL CHECK (words <> ''),
                written_at TIMESTAMPTZ NOT NULL,
                replaced_by UUID
            );
            CREATE UNIQUE INDEX own_words_current ON own_words (news) WHERE replaced_by IS NULL;

            CREATE TABLE news_reading (
                news UUID NOT NULL REFERENCES news,
                read_by UUID NOT NULL REFERENCES member,
                read_at TIMESTAMPTZ NOT NULL,
                PRIMARY KEY (news, read_by)
            );

            CREATE TABLE news_reply (
                id UUID PRIMARY KEY,
                news UUID NOT NULL REFERENCES news,
                verdict TEXT CHECK (verdict IN ('useful', 'not_for_me')),
                words TEXT CHECK (words <> ''),
                said_by UUID NOT NULL REFERENCES member,
                said_at TIMESTAMPTZ NOT NULL,
                replaced_by UUID,
                CHECK ((verdict IS NULL) <> (words IS NULL))
            );
            CREATE INDEX news_reply_news ON news_reply (news, said_at);
            CREATE UNIQUE INDEX news_verdict_current ON news_reply (news)
                WHERE verdict IS NOT NULL AND replaced_by IS NULL;

            CREATE TABLE news_reply_reading (
                reply UUID PRIMARY KEY REFERENCES news_reply,
                read_by UUID NOT NULL REFERENCES member,
                read_at TIMESTAMPTZ NOT NULL
            );

            CREATE TABLE news_notice (
                "case" UUID PRIMARY KEY REFERENCES "case",
                message UUID REFERENCES message,
                told_at TIMESTAMPTZ NOT NULL
            );

            CREATE TABLE digest (
                referrer UUID NOT NULL REFERENCES member,
                week DATE NOT NULL,
                message UUID NOT NULL REFERENCES message,
                sent_at TIMESTAMPTZ NOT NULL,
                PRIMARY KEY (referrer, week)
            );
            """
        )
    ]
}
