import Kernel
import Store

/// Everyone who works with Belong here, for whoever looks after it at the command line.
package struct Roster: Sendable {
    let store: any Store

    package init(store: any Store) {
        self.store = store
    }

    /// One person and what they do today.
    package struct Line: Sendable {
        package let member: Member
        package let email: String
    }

    package enum Refused: Refusal {
        case nobody
        case noSuchOrganisation
        case severalOfThatName

        package var sentence: String {
            switch self {
            case .nobody: "Nobody here has that e-mail address."
            case .noSuchOrganisation: "No organisation here has that name or ODS code."
            case .severalOfThatName: "Several organisations have that name. Give the ODS code instead."
            }
        }
    }

    /// By name.
    package func everyone() async throws -> [Line] {
        try await store.read { view in
            try view.rows("SELECT id, email FROM member ORDER BY name, id").compactMap { row in
                try view.member(row("id")).map { try Line(member: $0, email: row("email")) }
            }
        }
    }

    package func find(_ email: EmailAddress) async throws -> Member {
        let found: Member? = try await store.read { view in
            let id: Member.ID? = try view.value(
                "SELECT id FROM member WHERE email_folded = \(email.folded)"
            )
            return try id.flatMap { try view.member($0) }
        }
        guard let found else { throw Refused.nobody }
        return found
    }

    /// The one that is called this, or has this code of the NHS.
    package func organisation(_ called: String) async throws -> Organisation {
        let code = ODSCode(called)?.description
        let found: [Organisation] = try await store.read { view in
            try view.all(
                """
                SELECT id, kind, name
                FROM organisation
                WHERE ods_code = \(code) OR name = \(called)
                ORDER BY id
                LIMIT 2
                """
            )
        }
        guard let first = found.first else { throw Refused.noSuchOrganisation }
        guard found.count == 1 else { throw Refused.severalOfThatName }
        return first
    }
}
