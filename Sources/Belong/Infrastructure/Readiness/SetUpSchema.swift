import Store

enum SetUpSchema: Schema {
    static let changes = [
        Change(
            "2026-11-25 readiness",
            """
            CREATE TABLE readiness_item (
                id UUID PRIMARY KEY,
                placement UUID NOT NULL REFERENCES placement,
                item TEXT NOT NULL CHECK (item IN ('room', 'logins', 'smartcard', 'phone', 'directory', 'route',
                    'template', 'induction', 'supervisor', 'meeting', 'safeguarding', 'lone_working')),
                whose UUID NOT NULL REFERENCES member,
                due_on DATE NOT NULL,
                said_at TIMESTAMPTZ NOT NULL,
                said_by UUID NOT NULL REFERENCES member,
                replaced_by UUID
            );
            CREATE UNIQUE INDEX readiness_item_current ON readiness_item (placement, item) WHERE replaced_by IS NULL;

            CREATE TABLE readiness_turn (
                id UUID PRIMARY KEY,
                placement UUID NOT NULL REFERENCES placement,
                item TEXT NOT NULL,
                act TEXT NOT NULL CHECK (act IN ('done', 'works', 'does_not')),
                words TEXT NOT NULL,
                said_at TIMESTAMPTZ NOT NULL,
                said_by UUID NOT NULL REFERENCES member
            );
            CREATE INDEX readiness_turn_placement ON readiness_turn (placement);
            """
        )
    ]
}
