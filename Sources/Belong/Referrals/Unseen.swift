import Foundation
import Kernel
import Store

/// People who wait at a practice where no link worker is any more: nobody reads their
/// referral until somebody is placed there (hazard H03).
package struct Unseen: Sendable, Equatable {
    package let practice: String
    package let people: Int

    /// All of them, by practice; for whoever manages some practices, those alone.
    package static func all(
        in store: any Store,
        at practices: [Organisation.ID]? = nil,
        _ now: Date = .now
    ) async throws -> [Unseen] {
        let there: SQL = practices.map { "referral.practice IN (\(each: $0))" } ?? "TRUE"
        return try await store.read { view in
            try view.all(
                """
                SELECT organisation.name, COUNT(DISTINCT referral.person) AS people
                FROM \(Referral.tables)
                JOIN organisation ON organisation.id = referral.practice
                WHERE \(Referral.stillWaiting) AND \(there)
                    AND NOT EXISTS (
                        SELECT 1 FROM placement
                        WHERE placement.practice = referral.practice AND \(Placement.current(on: Day(now))))
                GROUP BY organisation.id, organisation.name
                ORDER BY organisation.name, organisation.id
                """
            )
        }
    }
}

extension Unseen: Stored {
    package init(_ row: Row) throws {
        (practice, people) = try (row("name"), row("people"))
    }
}
