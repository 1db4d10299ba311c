import Foundation
import Kernel
import Store

/// What a group says to an introduction: one tap and, if they like, a line. It may
/// be changed; the last word counts (journeys, 5.6).
struct GroupAnswer: Sendable, Equatable {
    let kind: Kind
    let from: Day?
    let words: String
    var saidAt = Date.distantPast

    enum Kind: String, CaseIterable, Sendable, Column {
        case yes
        case yesFrom = "yes_from"
        case full
        case ring

        var name: String {
            switch self {
            case .yes: "Yes, they are welcome"
            case .yesFrom: "Yes, from a date"
            case .full: "We are full"
            case .ring: "Ring me"
            }
        }

        var isYes: Bool {
            switch self {
            case .yes, .yesFrom: true
            case .full, .ring: false
            }
        }
    }

    /// *Yes, from 3 March*
    var line: String {
        from.map { "Yes, from \($0.spoken)" } ?? kind.name
    }

    /// What it tells of the group's room: *full* is full; a yes from a group that
    /// was full says that there is a place again.
    fileprivate func room(wasFull: Bool) -> CapacitySaid? {
        switch kind {
        case .full: CapacitySaid(state: .full, wait: nil, by: nil)
        case .yes, .yesFrom:
            wasFull ? CapacitySaid(state: .few, wait: from.map { "from \($0.spoken)" }, by: nil) : nil
        case .ring: nil
        }
    }
}

extension GroupAnswer: Stored {
    static let columns: SQL = """
        introduction_answer.answer, introduction_answer.from_day, introduction_answer.words AS answer_words,
        introduction_answer.said_at AS answered_at
        """

    init(_ row: Row) throws {
        try self.init(
            kind: row("answer"),
            from: row("from_day"),
            words: row("answer_words"),
            saidAt: row("answered_at")
        )
    }

    /// There is none where the query found none.
    static func maybe(_ row: Row) throws -> GroupAnswer? {
        let kind: Kind? = try row("answer")
        return try kind == nil ? nil : GroupAnswer(row)
    }
}

extension Reader {
    func groupAnswer(to id: Introduction.ID) throws -> GroupAnswer? {
        try first(
            """
            SELECT \(GroupAnswer.columns)
            FROM introduction_answer
            WHERE introduction = \(id) AND replaced_by IS NULL
            """
        )
    }
}

extension Reader {
    fileprivate func isFull(_ activity: Activity.ID) throws -> Bool {
        try has(
            "SELECT id FROM capacity WHERE activity = \(activity) AND replaced_by IS NULL AND state = 'full'"
        )
    }
}

extension Writer {
    /// Keeps what the group said, and what that tells of its room. `member` is
    /// whoever heard it on the phone; nobody, if the group answered itself.
    func write(
        _ answer: GroupAnswer,
        to introduction: Introduction,
        from member: Member.ID?,
        at now: Date
    ) throws {
        let id = Key<GroupAnswer>(at: now)
        _ = try rows("SELECT id FROM introduction WHERE id = \(introduction.id) \(dialect.forUpdate)")
        try run(
            """
            UPDATE introduction_answer SET replaced_by = \(id)
            WHERE introduction = \(introduction.id) AND replaced_by IS NULL
            """
        )
        try run(
            """
            INSERT INTO introduction_answer (id, introduction, answer, from_day, words, said_at, heard_by)
            VALUES (\(id), \(introduction.id), \(answer.kind), \(answer.from), \(answer.words), \(now), \(member))
            """
        )
        try confirm(introduction.activity, .group, by: member, at: now)
        if let said = try answer.room(wasFull: isFull(introduction.activity)) {
            try note(said, of: introduction.activity, from: member, at: now)
        }
    }
}
