import Store

/// Marks of a tap: whether somebody was right for the service, and that a clinician was advised. Each can be said
/// anew; what was said before stays.
enum ServiceFitSchema: Schema {
    static let changes = [
        Change(
            "2026-11-25 marks of a conversation",
            """
            CREATE TABLE service_fit (
                id UUID PRIMARY KEY,
                "case" UUID NOT NULL REFERENCES "case",
                answer TEXT NOT NULL CHECK (answer IN ('yes', 'partly', 'no')),
                said_at TIMESTAMPTZ NOT NULL,
                said_by UUID NOT NULL REFERENCES member,
                replaced_by UUID
            );
            CREATE INDEX service_fit_case ON service_fit ("case", said_at);
            CREATE UNIQUE INDEX service_fit_current ON service_fit ("case") WHERE replaced_by IS NULL;

            CREATE TABLE clinician_advice (
                id UUID PRIMARY KEY,
                contact UUID NOT NULL REFERENCES contact,
                is_so BOOLEAN NOT NULL,
                said_at TIMESTAMPTZ NOT NULL,
                said_by UUID NOT NULL REFERENCES member,
                replaced_by UUID
            );
            CREATE INDEX clinician_advice_contact ON clinician_advice (contact, said_at);
            CREATE UNIQUE INDEX clinician_advice_current ON clinician_advice (contact) WHERE replaced_by IS NULL;
            """
        )
    ]
}
