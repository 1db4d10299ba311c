import Foundation
import Kernel
import Store

/// Who is placed where, for whoever looks after Belong: the four questions of a
/// placement (who works, who employs, who pays, who supervises) and its hours.
package struct PlacementLine: Sendable {
    package let linkWorker: String
    package let email: String
    package let practice: String
    package let employer: String
    package let funder: String
    package let supervisor: String?
    package let from: Day
    package let until: Day?
    /// Tuesday 09:00 to 16:00, Garden room
    package let hours: [String]
}

extension Placements {
    /// Those that are not over, by practice and name.
    package func all(on day: Day = Day(.now)) async throws -> [PlacementLine] {
        try await store.read { view in
            let hours = try view.hours(at: London.instant(day.advanced(by: 1), hour: 0))
            return try view.rows(
                """
                SELECT placement.id, member.name, member.email, practice.name AS practice_name,
                    employer.name AS employer_name, funder.name AS funder_name,
                    supervisor.name AS supervisor_name, began_on, ended_on
                FROM placement
                JOIN member ON member.id = placement.link_worker
                JOIN organisation AS practice ON practice.id = placement.practice
                JOIN organisation AS employer ON employer.id = placement.employer
                JOIN organisation AS funder ON funder.id = placement.funder
                LEFT JOIN member AS supervisor ON supervisor.id = placement.supervisor
                LEFT JOIN placement_end ON placement_end.placement = placement.id
                WHERE ended_on IS NULL OR ended_on > \(day)
                ORDER BY practice.name, member.name, placement.id
                """
            )
            .map { try PlacementLine($0, hours: hours[$0("id")] ?? []) }
        }
    }
}

extension PlacementLine {
    fileprivate init(_ row: Row, hours: [String]) throws {
        try self.init(
            linkWorker: row("name"),
            email: row("email"),
            practice: row("practice_name"),
            employer: row("employer_name"),
            funder: row("funder_name"),
            supervisor: row("supervisor_name"),
            from: row("began_on"),
            until: row("ended_on"),
            hours: hours
        )
    }
}

extension Reader {
    fileprivate func hours(at moment: Date) throws -> [Placement.ID: [String]] {
        var hours: [Placement.ID: [String]] = [:]
        for row in try rows("\(Presence.agreed(at: moment)) ORDER BY placement, weekday") {
            let presence = try Presence(row)
            let line = "\(presence.weekday.name) \(presence.hours), \(presence.room)"
            try hours[row("placement"), default: []].append(line)
        }
        return hours
    }
}
