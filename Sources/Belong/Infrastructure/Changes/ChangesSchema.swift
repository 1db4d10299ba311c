import Store

/// Changes to how social prescribing is run, told before they begin; who was heard about
/// them; what became of it. Whoever speaks for a group or for patients is kept as a role
/// where somebody wrote it down for them, never by name.
enum ChangesSchema: Schema {
    static let changes = [
        Change(
            "2026-11-25 u changes told before",
            """
            CREATE TABLE change_notice (
                id UUID PRIMARY KEY,
                network UUID NOT NULL REFERENCES organisation,
                practice UUID REFERENCES organisation,
                kind TEXT NOT NULL CHECK (kind IN ('criteria', 'targets', 'templates', 'slots', 'areas', 'other')),
                words TEXT NOT NULL CHECK (words <> ''),
                starts_on DATE NOT NULL,
                is_material BOOLEAN NOT NULL,
                why TEXT NOT NULL,
                written_at TIMESTAMPTZ NOT NULL,
                written_by UUID NOT NULL REFERENCES member,
                CHECK (is_material OR why <> '')
            );
            CREATE INDEX change_notice_network ON change_notice (network, starts_on);

            CREATE TABLE change_voice (
                id UUID PRIMARY KEY,
                notice UUID NOT NULL REFERENCES change_notice,
                kind TEXT NOT NULL CHECK (kind IN ('link_worker', 'vcse', 'patient')),
                said_as TEXT NOT NULL CHECK (said_as <> ''),
                is_own BOOLEAN NOT NULL,
                words TEXT NOT NULL CHECK (words <> ''),
                said_at TIMESTAMPTZ NOT NULL,
                said_by UUID NOT NULL REFERENCES member,
                CHECK (is_own OR kind <> 'link_worker')
            );
            CREATE INDEX change_voice_notice ON change_voice (notice, said_at);

            CREATE TABLE change_dispute (
                notice UUID PRIMARY KEY REFERENCES change_notice,
                words TEXT NOT NULL CHECK (words <> ''),
                disputed_at TIMESTAMPTZ NOT NULL,
                disputed_by UUID NOT NULL REFERENCES member
            );

            CREATE TABLE change_settling (
                notice UUID PRIMARY KEY REFERENCES change_dispute,
                is_material BOOLEAN NOT NULL,
                words TEXT NOT NULL CHECK (words <> ''),
                starts_on DATE NOT NULL,
                settled_at TIMESTAMPTZ NOT NULL,
                settled_by UUID NOT NULL REFERENCES member
            );

            CREATE TABLE change_answer (
                notice UUID PRIMARY KEY REFERENCES change_notice,
                is_altered BOOLEAN NOT NULL,
                words TEXT NOT NULL CHECK (words <> ''),
                published_at TIMESTAMPTZ NOT NULL,
                published_by UUID NOT NULL REFERENCES member
            );

            CREATE TABLE change_withdrawal (
                notice UUID PRIMARY KEY REFERENCES change_notice,
                words TEXT NOT NULL CHECK (words <> ''),
                withdrawn_at TIMESTAMPTZ NOT NULL,
                withdrawn_by UUID NOT NULL REFERENCES member
            );
            """
        )
    ]
}
