import Foundation
import Kernel
import Store

/// For whom a group is looked for: one of a link worker's own people, kept beside the search until it is found.
struct Whom: Equatable, Sendable {
    let id: Case.ID
    let givenName: String

    /// The same address for the same person.
    func carried(in address: String) -> String {
        "\(address)\(address.contains("?") ? "&" : "?")case=\(id)"
    }

    func introducing(to activity: Activity.ID) -> String {
        "/cases/\(id)/introductions/new?activity=\(activity)"
    }
}

extension Cases {
    /// Somebody of one's own whose case is open; anybody else is nobody here.
    func whom(_ typed: String?, at now: Date = .now) async throws -> Whom? {
        guard let id = typed.flatMap({ Case.ID($0) }) else { return nil }
        let mine = mine(at: now)
        return try await store.read { view in
            try view.rows(
                """
                SELECT given_name
                FROM "case"
                JOIN particulars ON particulars.person = "case".person AND particulars.replaced_by IS NULL
                WHERE "case".id = \(id) AND \(mine) AND NOT \(Case.isClosed)
                """
            ).first.map { try Whom(id: id, givenName: $0("given_name")) }
        }
    }
}
