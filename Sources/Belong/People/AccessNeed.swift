import Foundation
import Kernel
import Store

/// Something that has to be so for somebody to be understood and to get there
/// (Accessible Information Standard, DAPB1605): asked once, shown on every booking,
/// carried on with their agreement.
struct AccessNeed: Sendable, Equatable {
    let kind: Kind
    let words: String

    enum Kind: String, CaseIterable, Sendable {
        case interpreter
        case signLanguage = "sign_language"
        case largePrint = "large_print"
        case easyRead = "easy_read"
        case hearing
        case sight
        case stepFree = "step_free"
        case companion
        case moreTime = "more_time"
        case other

        var name: String {
            switch self {
            case .interpreter: "An interpreter"
            case .signLanguage: "British Sign Language"
            case .largePrint: "Large print"
            case .easyRead: "Easy read"
            case .hearing: "Hard of hearing"
            case .sight: "Sight loss"
            case .stepFree: "Step-free places"
            case .companion: "Someone with them"
            case .moreTime: "More time"
            case .other: "Something else"
            }
        }
    }

    /// As it is flagged: *An interpreter (Polish)*.
    var flag: String {
        words.isEmpty ? kind.name : "\(kind.name) (\(words))"
    }
}

extension AccessNeed.Kind: Column {}

extension AccessNeed: Stored {
    init(_ row: Row) throws {
        try self.init(kind: row("kind"), words: row("words"))
    }
}

extension Reader {
    func accessNeeds(of person: Person.ID) throws -> [AccessNeed] {
        try all(
            """
            SELECT kind, words, MIN(recorded_at) AS recorded_at
            FROM access_need
            WHERE person = \(person)
                AND NOT EXISTS (SELECT 1 FROM access_need_end WHERE access_need = access_need.id)
            GROUP BY kind, words
            ORDER BY recorded_at, kind
            """
        )
    }
}

extension Writer {
    func add(_ need: AccessNeed, of person: Person.ID, by member: Member.ID?, at now: Date) throws {
        let person = try hold(person)
        try run(
            """
            INSERT INTO access_need (id, person, kind, words, recorded_at, recorded_by)
            VALUES (\(Key<AccessNeed>(at: now)), \(person), \(need.kind), \(need.words), \(now), \(member))
            """
        )
    }

    func end(_ need: Key<AccessNeed>, by member: Member.ID, at now: Date) throws {
        try run(
            """
            INSERT INTO access_need_end (access_need, ended_at, ended_by)
            VALUES (\(need), \(now), \(member))
            """
        )
    }
}
