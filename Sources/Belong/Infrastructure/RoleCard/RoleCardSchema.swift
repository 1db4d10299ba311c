import Store

/// What a practice keeps of its role card besides what is kept already (who is placed there, when, what they bring):
/// its own words, the first names that may stand in public, checked translations, and who opened it.
enum RoleCardSchema: Schema {
    static let changes = [
        Change(
            "2026-11-25 role cards",
            """
            CREATE TABLE role_card_words (
                id UUID PRIMARY KEY,
                practice UUID NOT NULL REFERENCES organisation,
                audience TEXT NOT NULL CHECK (audience IN ('staff', 'patients')),
                style TEXT NOT NULL CHECK (style IN ('plain', 'easy')),
                does TEXT NOT NULL CHECK (does <> ''),
                does_not TEXT NOT NULL CHECK (does_not <> ''),
                written_at TIMESTAMPTZ NOT NULL,
                written_by UUID NOT NULL REFERENCES member,
                replaced_by UUID
            );
            CREATE UNIQUE INDEX role_card_words_current ON role_card_words (practice, audience, style)
                WHERE replaced_by IS NULL;

            CREATE TABLE role_card_name (
                id UUID PRIMARY KEY,
                placement UUID NOT NULL REFERENCES placement,
                name TEXT NOT NULL,
                said_at TIMESTAMPTZ NOT NULL,
                said_by UUID NOT NULL REFERENCES member,
                replaced_by UUID
            );
            CREATE UNIQUE INDEX role_card_name_current ON role_card_name (placement) WHERE replaced_by IS NULL;

            CREATE TABLE role_card_address (
                practice UUID PRIMARY KEY REFERENCES organisation,
                word TEXT NOT NULL UNIQUE CHECK (word <> ''),
                made_at TIMESTAMPTZ NOT NULL,
                made_by UUID NOT NULL REFERENCES member
            );

            CREATE TABLE role_card_publication (
                id UUID PRIMARY KEY,
                practice UUID NOT NULL REFERENCES role_card_address,
                is_public BOOLEAN NOT NULL,
                said_at TIMESTAMPTZ NOT NULL,
                said_by UUID NOT NULL REFERENCES member,
                replaced_by UUID
            );
            CREATE UNIQUE INDEX role_card_publication_current ON role_card_publication (practice)
                WHERE replaced_by IS NULL;

            CREATE TABLE role_card_translation (
                id UUID PRIMARY KEY,
                practice UUID NOT NULL REFERENCES organisation,
                language TEXT NOT NULL,
                words TEXT NOT NULL CHECK (words <> ''),
                added_at TIMESTAMPTZ NOT NULL,
                added_by UUID NOT NULL REFERENCES member
            );
            CREATE INDEX role_card_translation_practice ON role_card_translation (practice);

            CREATE TABLE role_card_check (
                translation UUID PRIMARY KEY REFERENCES role_card_translation,
                checked_by TEXT NOT NULL CHECK (checked_by <> ''),
                checked_on DATE NOT NULL,
                noted_at TIMESTAMPTZ NOT NULL,
                noted_by UUID NOT NULL REFERENCES member
            );

            CREATE TABLE role_card_translation_end (
                translation UUID PRIMARY KEY REFERENCES role_card_translation,
                ended_at TIMESTAMPTZ NOT NULL,
                ended_by UUID NOT NULL REFERENCES member
            );

            CREATE TABLE role_card_recording (
                id UUID PRIMARY KEY,
                practice UUID NOT NULL REFERENCES organisation,
                kind TEXT NOT NULL CHECK (kind IN ('sound', 'signed')),
                address TEXT NOT NULL,
                added_at TIMESTAMPTZ NOT NULL,
                added_by UUID NOT NULL REFERENCES member
            );
            CREATE INDEX role_card_recording_practice ON role_card_recording (practice);

            CREATE TABLE role_card_recording_end (
                recording UUID PRIMARY KEY REFERENCES role_card_recording,
                ended_at TIMESTAMPTZ NOT NULL,
                ended_by UUID NOT NULL REFERENCES member
            );

            CREATE TABLE role_card_opening (
                id UUID PRIMARY KEY,
                practice UUID NOT NULL REFERENCES organisation,
                member UUID NOT NULL REFERENCES member,
                opened_at TIMESTAMPTZ NOT NULL
            );
            CREATE INDEX role_card_opening_who ON role_card_opening (practice, member, opened_at);

            CREATE TABLE role_card_session (
                id UUID PRIMARY KEY,
                practice UUID NOT NULL REFERENCES organisation,
                held_on DATE NOT NULL,
                noted_at TIMESTAMPTZ NOT NULL,
                noted_by UUID NOT NULL REFERENCES member
            );
            CREATE INDEX role_card_session_practice ON role_card_session (practice);

            CREATE TABLE role_card_session_member (
                session UUID NOT NULL REFERENCES role_card_session,
                member UUID NOT NULL REFERENCES member,
                PRIMARY KEY (session, member)
            );
            """
        )
    ]
}
