import Kernel
import Store

extension Cover: Stored {
    static let columns: SQL = """
        cover.id, away.id AS away_id, away.name AS away_name, stand_in.id AS stand_in_id,
        stand_in.name AS stand_in_name, organisation.name AS practice_name, from_on, until_on
        """
    static let tables: SQL = """
        cover
        JOIN member AS away ON away.id = cover.link_worker
        JOIN member AS stand_in ON stand_in.id = cover.covered_by
        JOIN organisation ON organisation.id = cover.practice
        """

    init(_ row: Row) throws {
        try self.init(
            id: row("id"),
            linkWorker: .init(id: row("away_id"), name: row("away_name")),
            coveredBy: .init(id: row("stand_in_id"), name: row("stand_in_name")),
            practice: row("practice_name"),
            from: row("from_on"),
            until: row("until_on")
        )
    }
}

extension Reader {
    func placed(_ row: Row, on day: Day) throws -> Covers.Placed {
        let linkWorker: Member.ID = try row("link_worker")
        let practice: Organisation.ID = try row("practice")
        return try Covers.Placed(
            linkWorker: .init(id: linkWorker, name: row("name")),
            practice: practice,
            practiceName: row("practice_name"),
            colleagues: colleagues(of: linkWorker, near: practice, on: day)
        )
    }

    /// The other link workers placed in that practice or in its network.
    func colleagues(
        of linkWorker: Member.ID,
        near practice: Organisation.ID,
        on day: Day
    ) throws -> [Worry.Named] {
        try rows(
            """
            SELECT DISTINCT member.id, member.name
            FROM placement
            JOIN member ON member.id = placement.link_worker
            JOIN organisation AS there ON there.id = placement.practice
            WHERE placement.link_worker <> \(linkWorker) AND \(Placement.current(on: day))
                AND (there.id = \(practice) OR there.network = (
                    SELECT network FROM organisation WHERE id = \(practice)))
            ORDER BY member.name, member.id
            """
        ).map { try Worry.Named(id: $0("id"), name: $0("name")) }
    }
}
