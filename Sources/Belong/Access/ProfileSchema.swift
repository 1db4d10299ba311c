import Store

enum ProfileSchema: Schema {
    static let changes = [
        Change(
            "2026-11-25 profile, what is not for me",
            "ALTER TABLE profile ADD COLUMN leaves TEXT NOT NULL DEFAULT '';"
        )
    ]
}
