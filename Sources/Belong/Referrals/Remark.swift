import Foundation
import Kernel
import Store

/// Something said between a referrer and a link worker, about a question or a
/// referral. It stays one thread from the first line to the last.
struct Remark: Identifiable, Sendable {
    let id: Key<Remark>
    let speaker: String
    let saidBy: Member.ID
    let words: String
    let saidAt: Date

    enum Thread: Sendable {
        case question(Question.ID)
        case referral(Referral.ID)
    }

    enum Refused: Refusal {
        case empty
        case tooLong
        case nobodyThere

        var sentence: String {
            switch self {
            case .empty: "Write something first."
            case .tooLong: "Keep it to 2,000 characters."
            case .nobodyThere:
                "Nobody referred them, so nobody else reads along. Reach them the way they called safe; once you have "
                    + "accepted, you write to them from their page."
            }
        }
    }

    static func said(_ typed: String) throws(Refused) -> String {
        let words = typed.asWritten
        guard !words.isEmpty else { throw .empty }
        guard words.count <= 2_000 else { throw .tooLong }
        return words
    }
}

extension Remark: Stored {
    init(_ row: Row) throws {
        try self.init(
            id: row("id"),
            speaker: row("speaker"),
            saidBy: row("said_by"),
            words: row("words"),
            saidAt: row("said_at")
        )
    }
}

extension Reader {
    /// What was said, first things first.
    func remarks(_ which: SQL) throws -> [Remark] {
        try all(
            """
            SELECT remark.id, member.name AS speaker, said_by, remark.words, said_at
            FROM remark
            JOIN member ON member.id = said_by
            WHERE \(which)
            ORDER BY said_at, remark.id
            """
        )
    }
}

extension Writer {
    func say(_ words: String, on thread: Remark.Thread, by member: Member.ID, at now: Date) throws {
        let (question, referral): (Question.ID?, Referral.ID?) =
            switch thread {
            case .question(let id): (id, nil)
            case .referral(let id): (nil, id)
            }
        try run(
            """
            INSERT INTO remark (id, question, referral, said_by, words, said_at)
            VALUES (\(Remark.ID(at: now)), \(question), \(referral), \(member), \(words), \(now))
            """
        )
    }
}
