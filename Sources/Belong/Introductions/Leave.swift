import Foundation
import Kernel
import Store

/// Whether what somebody says of how it went may be passed on, asked for each who
/// could hear it. Not asked is not a yes: nobody but their link worker reads it then.
struct Leave: Sendable {
    enum Hearer: String, CaseIterable, Sendable, Column {
        case group
        /// Whoever suggested a link worker to them, as a rule their GP.
        case referrer

        var name: String {
            switch self {
            case .group: "The group may read it"
            case .referrer: "Whoever suggested a link worker to you, such as your GP, may hear it"
            }
        }

        /// As their link worker reads it.
        func said(_ agreed: Bool) -> String {
            switch (self, agreed) {
            case (.group, true): "The group may read it."
            case (.group, false): "Not for the group."
            case (.referrer, true): "Whoever referred them may hear it."
            case (.referrer, false): "Not for whoever referred them."
            }
        }
    }
}

extension Reader {
    /// One question for a whole list.
    func leaves(of ids: [Introduction.ID]) throws -> [Introduction.ID: [Leave.Hearer: Bool]] {
        guard !ids.isEmpty else { return [:] }
        let found = try rows(
            """
            SELECT introduction, hearer, agreed
            FROM attendance_leave
            WHERE introduction IN (\(each: ids)) AND replaced_by IS NULL
            """
        )
        var leaves: [Introduction.ID: [Leave.Hearer: Bool]] = [:]
        for row in found {
            let (id, hearer): (Introduction.ID, Leave.Hearer) = try (row("introduction"), row("hearer"))
            leaves[id, default: [:]][hearer] = try row("agreed")
        }
        return leaves
    }

    /// What the person says of how it went, for somebody they let hear it. That
    /// they would like to be rung is for their link worker alone.
    func ownVoice(for hearer: Leave.Hearer, of id: Introduction.ID) throws -> Attendance? {
        guard try leaves(of: [id])[id]?[hearer] == true else { return nil }
        return try attendances(of: id).first { $0.toldBy == .person && $0.kind != .ring }
    }
}

extension Writer {
    /// Keeps the answer for each who could hear it: a yes for these, a no for the others.
    func write(
        _ hearers: Set<Leave.Hearer>,
        of id: Introduction.ID,
        from member: Member.ID?,
        at now: Date
    ) throws {
        for hearer in Leave.Hearer.allCases {
            let version = Key<Leave>(at: now)
            try run(
                """
                UPDATE attendance_leave SET replaced_by = \(version)
                WHERE introduction = \(id) AND hearer = \(hearer) AND replaced_by IS NULL
                """
            )
            try run(
                """
                INSERT INTO attendance_leave (id, introduction, hearer, agreed, said_at, heard_by)
                VALUES (\(version), \(id), \(hearer), \(hearers.contains(hearer)), \(now), \(member))
                """
            )
        }
    }

    /// Their link worker has opened what they said.
    func noteReading(of id: Introduction.ID, by member: Member.ID, at now: Date) throws {
        try run(
            """
            INSERT INTO attendance_reading (attendance, read_by, read_at)
            SELECT id, \(member), \(now) FROM attendance
            WHERE introduction = \(id) AND told_by = 'person' AND heard_by IS NULL AND replaced_by IS NULL
            ON CONFLICT (attendance) DO NOTHING
            """
        )
    }
}
