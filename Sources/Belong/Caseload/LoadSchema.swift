import Store

enum LoadSchema: Schema {
    static let changes = [
        Change(
            "2026-11-25 p agreed loads",
            """
            CREATE TABLE agreed_load (
                id UUID PRIMARY KEY,
                link_worker UUID NOT NULL REFERENCES member,
                people INTEGER NOT NULL CHECK (people BETWEEN 1 AND 500),
                words TEXT NOT NULL,
                said_at TIMESTAMPTZ NOT NULL,
                said_by UUID NOT NULL REFERENCES member
            );
            CREATE INDEX agreed_load_link_worker ON agreed_load (link_worker, said_at);

            CREATE TABLE agreed_load_yes (
                agreed_load UUID PRIMARY KEY REFERENCES agreed_load,
                agreed_at TIMESTAMPTZ NOT NULL,
                agreed_by UUID NOT NULL REFERENCES member
            );

            CREATE TABLE load_answer (
                id UUID PRIMARY KEY,
                agreed_load UUID NOT NULL REFERENCES agreed_load,
                words TEXT NOT NULL,
                until_on DATE NOT NULL,
                answered_at TIMESTAMPTZ NOT NULL,
                answered_by UUID NOT NULL REFERENCES member
            );
            CREATE INDEX load_answer_agreed_load ON load_answer (agreed_load, answered_at);
            """
        ),
        Change(
            "2026-11-25 p caseload filters",
            """
            CREATE TABLE caseload_filter (
                member UUID PRIMARY KEY REFERENCES member,
                practice UUID REFERENCES organisation,
                standing TEXT CHECK (standing IN ('waiting', 'quiet', 'going', 'holding', 'closed')),
                planned TEXT CHECK (planned IN ('planned', 'unplanned')),
                words TEXT NOT NULL,
                chosen_at TIMESTAMPTZ NOT NULL
            );
            CREATE INDEX contact_reached ON contact ("case", began_at)
                WHERE replaced_by IS NULL AND outcome = 'reached';
            """
        ),
    ]
}
