import Store

enum PasswordSchema: Schema {
    static let changes = [
        Change(
            "2026-11-25 password links",
            """
            CREATE TABLE password_link (
                token_hash TEXT PRIMARY KEY,
                member UUID NOT NULL REFERENCES member,
                made_by UUID REFERENCES member,
                made_at TIMESTAMPTZ NOT NULL,
                expires_at TIMESTAMPTZ NOT NULL
            );
            CREATE INDEX password_link_member ON password_link (member);

            CREATE TABLE password_link_end (
                link TEXT PRIMARY KEY REFERENCES password_link,
                ended_at TIMESTAMPTZ NOT NULL
            );
            """
        )
    ]
}
