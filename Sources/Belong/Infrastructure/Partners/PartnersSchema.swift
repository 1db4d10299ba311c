import Store

/// Groups as partners: meetings that planned social prescribing and who of the groups was
/// there, what flowed to groups, and why one pauses. What was noted wrongly is taken back
/// with a reason; what did not arrive, the group itself says.
enum PartnersSchema: Schema {
    static let changes = [
        Change(
            "2026-11-25 v groups as partners",
            """
            CREATE TABLE planning_meeting (
                id UUID PRIMARY KEY,
                network UUID NOT NULL REFERENCES organisation,
                practice UUID REFERENCES organisation,
                held_on DATE NOT NULL,
                words TEXT NOT NULL CHECK (words <> ''),
                voice TEXT NOT NULL,
                noted_at TIMESTAMPTZ NOT NULL,
                noted_by UUID NOT NULL REFERENCES member
            );
            CREATE INDEX planning_meeting_network ON planning_meeting (network, held_on);

            CREATE TABLE planning_meeting_end (
                meeting UUID PRIMARY KEY REFERENCES planning_meeting,
                ended_at TIMESTAMPTZ NOT NULL,
                ended_by UUID NOT NULL REFERENCES member
            );

            CREATE TABLE resource_flow (
                id UUID PRIMARY KEY,
                network UUID NOT NULL REFERENCES organisation,
                provider UUID NOT NULL REFERENCES provider,
                kind TEXT NOT NULL CHECK (kind IN ('grant', 'contract', 'room', 'training', 'volunteers')),
                pounds INTEGER CHECK (pounds > 0),
                from_day DATE NOT NULL,
                until_day DATE NOT NULL,
                source TEXT NOT NULL CHECK (source <> ''),
                noted_at TIMESTAMPTZ NOT NULL,
                noted_by UUID NOT NULL REFERENCES member,
                CHECK (from_day <= until_day),
                CHECK (pounds IS NULL OR kind IN ('grant', 'contract'))
            );
            CREATE INDEX resource_flow_provider ON resource_flow (provider, network);

            CREATE TABLE resource_flow_end (
                flow UUID PRIMARY KEY REFERENCES resource_flow,
                ended_at TIMESTAMPTZ NOT NULL,
                ended_by UUID NOT NULL REFERENCES member
            );

            CREATE TABLE resource_flow_denial (
                flow UUID PRIMARY KEY REFERENCES resource_flow,
                denied_at TIMESTAMPTZ NOT NULL,
                denied_by UUID NOT NULL REFERENCES member
            );

            CREATE TABLE pause_reason (
                id UUID PRIMARY KEY,
                activity UUID NOT NULL REFERENCES activity,
                reason TEXT NOT NULL CHECK (reason IN ('money', 'overload', 'relationship', 'other')),
                words TEXT NOT NULL,
                said_at TIMESTAMPTZ NOT NULL,
                said_by UUID NOT NULL REFERENCES member
            );
            CREATE INDEX pause_reason_activity ON pause_reason (activity, said_at);
            """
        )
    ]
}
