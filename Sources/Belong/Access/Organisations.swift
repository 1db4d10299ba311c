import Foundation
import Kernel
import Store

/// The bodies people work in or for, as whoever looks after Belong sets them up.
/// Practices come from the NHS's own table and are not made here.
package struct Organisations: Sendable {
    let store: any Store

    package init(store: any Store) {
        self.store = store
    }

    /// One of them, with how it is reached.
    package struct Line: Sendable {
        package let organisation: Organisation
        package let code: String?
        package let phone: PhoneNumber?
        package let email: EmailAddress?
    }

    package enum Refused: Refusal {
        case nameTaken
        case noName
        case aPractice

        package var sentence: String {
            switch self {
            case .nameTaken: "An organisation of that name is here already."
            case .noName: "An organisation needs a name."
            case .aPractice: "Practices come from the NHS's own table: belong practice import."
            }
        }
    }

    package func add(
        _ kind: Organisation.Kind,
        _ name: String,
        phone: PhoneNumber?,
        email: EmailAddress?,
        at now: Date = .now
    ) async throws {
        let name = name.trimmingSpaces()
        guard kind != .practice else { throw Refused.aPractice }
        guard !name.isEmpty else { throw Refused.noName }
        try await store.write { work in
            guard try !work.has("SELECT id FROM organisation WHERE LOWER(name) = \(name.lowercased())") else {
                throw Refused.nameTaken
            }
            let id = Organisation.ID(at: now)
            try work.run(
                """
                INSERT INTO organisation (id, kind, name, phone, email)
                VALUES (\(id), \(kind), \(name), \(phone), \(email))
                """
            )
            try work.log(.changed, id, by: .keeper, at: now)
        }
    }

    /// By kind and name.
    package func all(_ kind: Organisation.Kind? = nil) async throws -> [Line] {
        let kinds = kind.map { [$0] } ?? Organisation.Kind.allCases
        return try await store.read { view in
            try view.rows(
                """
                SELECT id, kind, name, ods_code, phone, email
                FROM organisation
                WHERE kind IN (\(each: kinds))
                ORDER BY kind, name, id
                """
            )
            .map { row in
                try Line(
                    organisation: Organisation(row),
                    code: row("ods_code"),
                    phone: row("phone"),
                    email: row("email")
                )
            }
        }
    }
}

extension Writer {
    /// The national list has no telephone numbers.
    func writePhone(_ phone: String, ofPractice code: String) throws {
        try run("UPDATE organisation SET phone = \(phone) WHERE ods_code = \(code)")
    }
}
