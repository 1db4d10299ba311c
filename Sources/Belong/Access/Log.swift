import Foundation
import Kernel
import Store

/// One line of the log: who looked at or changed what, when, and whom it is about.
/// Lines are only ever added, and each carries the digest of the one before.
struct LogEntry: Sendable {
    let by: Actor
    let act: Act
    let subject: String
    let subjectID: UUID
    let person: Person.ID?

    enum Act: String, Sendable {
        case looked
        case changed
        case sent
        case printed
        case cleared
    }
}

extension LogEntry {
    /// Who did it. Somebody without an account is not nobody: it is said which door they came by.
    struct Actor: Sendable {
        let kind: Kind
        let member: Member.ID?

        enum Kind: String, CaseIterable, Column {
            case member
            /// The person themselves, by their link.
            case person
            /// A group, by its link.
            case group
            /// Anybody, on a page that is open to everyone.
            case anybody
            /// Belong itself, on its rounds.
            case service
            /// Whoever looks after Belong here, at the command line.
            case keeper
        }

        static let person = Actor(kind: .person, member: nil)
        static let group = Actor(kind: .group, member: nil)
        static let anybody = Actor(kind: .anybody, member: nil)
        static let service = Actor(kind: .service, member: nil)
        static let keeper = Actor(kind: .keeper, member: nil)

        static func member(_ id: Member.ID) -> Actor {
            Actor(kind: .member, member: id)
        }

        /// Whoever uses a page that may be used with or without signing in.
        static func whoever(_ id: Member.ID?) -> Actor {
            id.map { .member($0) } ?? .anybody
        }
    }
}

extension Writer {
    /// Writes down that this was done. Call it last in a transaction: it holds
    /// the end of a chain until the commit.
    func log<Subject>(
        _ act: LogEntry.Act,
        _ subject: Key<Subject>,
        about person: Person.ID? = nil,
        by actor: LogEntry.Actor,
        at now: Date
    ) throws {
        let entry = LogEntry(
            by: actor,
            act: act,
            subject: "\(Subject.self)",
            subjectID: subject.uuid,
            person: person
        )
        try append(entry, to: LogChain.chosen(for: dialect), at: now)
    }

    func log<Subject>(
        _ act: LogEntry.Act,
        _ subject: Key<Subject>,
        about person: Person.ID? = nil,
        by member: Member.ID,
        at now: Date
    ) throws {
        try log(act, subject, about: person, by: .member(member), at: now)
    }

    private func append(_ entry: LogEntry, to chain: Int, at now: Date) throws {
        let (length, head) = try end(of: chain)
        let next = LogChain.head(after: head, entry, at: now)
        try run(
            """
            INSERT INTO log_entry (chain, position, at, actor, member, act, subject_kind, subject, person, head)
            VALUES (\(chain), \(length + 1), \(now), \(entry.by.kind), \(entry.by.member), \(entry.act.rawValue),
                \(entry.subject), \(Key<LogEntry>(entry.subjectID)), \(entry.person), \(next))
            """
        )
        try run("UPDATE log_chain SET length = \(length + 1), head = \(next) WHERE chain = \(chain)")
    }

    private func end(of chain: Int) throws -> (length: Int, head: String) {
        let found: SQL = "SELECT length, head FROM log_chain WHERE chain = \(chain) \(dialect.forUpdate)"
        if let row = try rows(found).first {
            return try (row("length"), row("head"))
        }
        try run(
            """
            INSERT INTO log_chain (chain, length, head)
            VALUES (\(chain), 0, \(LogChain.beginning))
            ON CONFLICT (chain) DO NOTHING
            """
        )
        return try rows(found).first.map { try ($0("length"), $0("head")) } ?? (0, LogChain.beginning)
    }
}

/// The log is several chains, so that writers on PostgreSQL seldom wait for each
/// other; on SQLite there is one writer and one chain.
enum LogChain {
    static let beginning = "belong"

    static func chosen(for dialect: Dialect) -> Int {
        switch dialect {
        case .sqlite: 0
        case .postgres: Int.random(in: 0..<16)
        }
    }

    static func head(after head: String, _ entry: LogEntry, at now: Date) -> String {
        let fields = [
            head,
            now.timestamp,
            entry.by.kind.rawValue,
            entry.by.member?.description ?? "",
            entry.act.rawValue,
            entry.subject,
            entry.subjectID.hexadecimal,
            entry.person?.description ?? "",
        ]
        return Sodium.digest(fields.joined(separator: "\n"))
    }
}
