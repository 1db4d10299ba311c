import Foundation
import Kernel
import Store

/// How it went, asked once, four weeks after a yes: one tap and, if they like, a
/// line (paper, line 72). The group says, and so may the person.
struct Attendance: Sendable, Equatable {
    let kind: Kind
    let toldBy: Teller
    let words: String
    var saidAt = Date.distantPast
    /// Said behind the person's own link, and no link worker has opened it since.
    var isUnread = false

    /// Asked this many days after the day from which they could come.
    static let askedAfter = 28

    enum Teller: String, CaseIterable, Sendable, Column {
        case group
        case person
    }

    enum Kind: String, CaseIterable, Sendable, Column {
        case coming
        case once
        case stopped
        case never
        case ring

        var name: String {
            switch self {
            case .coming: "Coming along"
            case .once: "Came once"
            case .stopped: "Stopped"
            case .never: "Never came"
            case .ring: "Ring me"
            }
        }

        /// As the person themselves says it.
        var ownName: String {
            switch self {
            case .coming: "I go along"
            case .once: "I went once"
            case .stopped: "I went, and stopped"
            case .never: "I have not been"
            case .ring: "Please ring me"
            }
        }
    }
}

extension Attendance: Stored {
    init(_ row: Row) throws {
        try self.init(
            kind: row("answer"),
            toldBy: row("told_by"),
            words: row("words"),
            saidAt: row("said_at"),
            isUnread: row("is_unread") == 1
        )
    }
}

extension Reader {
    func attendances(of id: Introduction.ID) throws -> [Attendance] {
        try attendances(of: [id])[id] ?? []
    }

    /// One question for a whole list.
    func attendances(of ids: [Introduction.ID]) throws -> [Introduction.ID: [Attendance]] {
        guard !ids.isEmpty else { return [:] }
        let found: [(Introduction.ID, Attendance)] = try rows(
            """
            SELECT introduction, answer, told_by, words, said_at,
                CASE WHEN told_by = 'person' AND heard_by IS NULL AND read_at IS NULL
                    THEN 1 ELSE 0 END AS is_unread
            FROM attendance
            LEFT JOIN attendance_reading ON attendance_reading.attendance = attendance.id
            WHERE introduction IN (\(each: ids)) AND replaced_by IS NULL
            ORDER BY said_at, told_by
            """
        ).map { try ($0("introduction"), Attendance($0)) }
        return Dictionary(grouping: found, by: \.0).mapValues { $0.map(\.1) }
    }
}

extension Writer {
    func write(_ attendance: Attendance, of id: Introduction.ID, from member: Member.ID?, at now: Date) throws
    {
        let version = Key<Attendance>(at: now)
        _ = try rows("SELECT id FROM introduction WHERE id = \(id) \(dialect.forUpdate)")
        try run(
            """
            UPDATE attendance SET replaced_by = \(version)
            WHERE introduction = \(id) AND told_by = \(attendance.toldBy) AND replaced_by IS NULL
            """
        )
        try run(
            """
            INSERT INTO attendance (id, introduction, told_by, answer, words, said_at, heard_by)
            VALUES (\(version), \(id), \(attendance.toldBy), \(attendance.kind), \(attendance.words), \(now),
                \(member))
            """
        )
    }
}
