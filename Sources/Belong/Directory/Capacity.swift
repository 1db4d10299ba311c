import Foundation
import Kernel
import Store

/// Whether a group has room, as it said itself, and how long people wait.
struct Capacity: Sendable {
    let state: State
    let wait: String?
    /// Who in the group said so.
    let saidBy: String?
    let saidAt: Date
    /// The member who wrote it down; nobody, if the group answered itself.
    let heardBy: String?

    enum State: String, CaseIterable, Column {
        case room
        case few
        case full
        case pausing

        var title: String {
            switch self {
            case .room: "Room for more"
            case .few: "Room for one to three"
            case .full: "Full"
            case .pausing: "Not taking anyone new just now"
            }
        }
    }

    /// Room for more, said 6 days ago. The wait: two weeks.
    func line(on today: Day) -> String {
        let wait = wait.map { ". The wait: \($0)" } ?? ""
        return "\(state.title), said \(Day(saidAt).nearness(to: today))\(wait)"
    }
}

/// What somebody in a group says of its room, on its way into the store.
struct CapacitySaid: Sendable {
    let state: Capacity.State
    let wait: String?
    let by: String?
}

extension Writer {
    /// Notes what a group said of its room. `member` is whoever wrote it down:
    /// nobody, if the group answered through its own link.
    func note(_ said: CapacitySaid, of activity: Activity.ID, from member: Member.ID?, at now: Date) throws {
        let id = Key<Capacity>(at: now)
        try run(
            "UPDATE capacity SET replaced_by = \(id) WHERE activity = \(activity) AND replaced_by IS NULL"
        )
        try run(
            """
            INSERT INTO capacity (id, activity, state, wait, said_by, said_at, heard_by)
            VALUES (\(id), \(activity), \(said.state.rawValue), \(said.wait), \(said.by), \(now), \(member))
            """
        )
    }
}

extension Capacity: Stored {
    init(_ row: Row) throws {
        try self.init(
            state: row("state"),
            wait: row("wait"),
            saidBy: row("said_by"),
            saidAt: row("said_at"),
            heardBy: row("name")
        )
    }
}
