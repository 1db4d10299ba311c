import Foundation
import Kernel
import Store

/// People whose link worker has no role at their practice any more: the cases are
/// open and nobody holds them. Named until somebody does (hazard H10).
package struct Unheld: Sendable, Equatable {
    package let linkWorker: String
    package let practice: String
    package let people: Int

    /// All of them, by practice.
    package static func all(in store: any Store, at now: Date = .now) async throws -> [Unheld] {
        try await store.read { try $0.unheld(on: Day(now)) }
    }
}

extension Reader {
    fileprivate func unheld(on day: Day) throws -> [Unheld] {
        try rows(
            """
            SELECT organisation.name AS practice_name, member.name AS link_worker_name,
                COUNT(DISTINCT "case".person) AS people
            FROM "case"
            JOIN member ON member.id = \(Case.holder)
            JOIN organisation ON organisation.id = "case".practice
            WHERE \(Unheld.isUnheld(on: day))
            GROUP BY organisation.id, organisation.name, member.id, member.name
            ORDER BY organisation.name, member.name, member.id
            """
        ).map {
            try Unheld(
                linkWorker: $0("link_worker_name"),
                practice: $0("practice_name"),
                people: $0("people")
            )
        }
    }

    /// How many of them were this link worker's at this practice.
    func unheld(on day: Day, of linkWorker: Member.ID, at practice: Organisation.ID) throws -> Int {
        try value(
            """
            SELECT COUNT(DISTINCT "case".person)
            FROM "case"
            WHERE \(Case.holder) = \(linkWorker) AND "case".practice = \(practice) AND \(Unheld.isUnheld(on: day))
            """
        ) ?? 0
    }
}

extension Unheld {
    /// Open, and with no current placement of whoever has it. `"case"` must be in the query.
    static func isUnheld(on day: Day) -> SQL {
        """
        NOT \(Case.isClosed)
        AND NOT EXISTS (
            SELECT 1 FROM placement
            WHERE placement.link_worker = \(Case.holder) AND placement.practice = "case".practice
                AND \(Placement.current(on: day)))
        """
    }
}
