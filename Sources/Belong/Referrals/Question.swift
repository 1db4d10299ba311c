import Foundation
import Kernel
import Store

/// *Is this one for you?* A line to a link worker before there is any referral,
/// without anything that says who it is about (paper, line 52: the chat at the desk).
struct Question: Identifiable, Sendable {
    let id: Key<Question>
    let practice: Organisation.ID
    let askedBy: Member.ID
    let askedOf: Member.ID
    let words: String
    let askedAt: Date

    /// Turning it into a referral.
    var referring: String {
        "/referrals/new?practice=\(practice)&linkWorker=\(askedOf)&question=\(id)"
    }

    enum Refused: Refusal {
        case empty
        case tooLong
        case identifies

        var sentence: String {
            switch self {
            case .empty: "Write a line first."
            case .tooLong: "Keep it to a line or two: 500 characters at most."
            case .identifies: "That looks like a number or an address. Ask without saying who it is."
            }
        }
    }

    /// The line as it may be asked. An NHS number, a telephone number, a postcode
    /// or an e-mail address would say who it is about.
    static func asked(_ typed: String) throws(Refused) -> String {
        let words = typed.asWritten
        guard !words.isEmpty else { throw .empty }
        guard words.count <= 500 else { throw .tooLong }
        guard !words.contains(/[0-9][0-9 \-]{6,}[0-9]/), !words.contains(/\S@\S+\.\S/) else {
            throw .identifies
        }
        guard !words.uppercased().contains(/\b[A-Z]{1,2}[0-9][0-9A-Z]? ?[0-9][A-Z]{2}\b/) else {
            throw .identifies
        }
        return words
    }
}

/// The questions one member asked or was asked.
struct Questions: Sendable {
    let store: any Store
    let member: Member

    /// Asks a link worker of one's own practice.
    func ask(
        _ linkWorker: Member.ID,
        at practice: Organisation.ID,
        _ typed: String,
        at now: Date = .now
    )
        async throws -> Question.ID
    {
        let words = try Question.asked(typed)
        let (asker, mine) = (member.id, member.practices)
        return try await store.write { work in
            guard mine.contains(practice), try work.isPlaced(linkWorker, at: practice, on: Day(now)) else {
                throw Missing()
            }
            let id = Question.ID(at: now)
            try work.run(
                """
                INSERT INTO question (id, practice, asked_by, asked_of, words, asked_at)
                VALUES (\(id), \(practice), \(asker), \(linkWorker), \(words), \(now))
                """
            )
            return id
        }
    }

    /// One question, who asked it, and what was said to it since.
    func open(_ id: Question.ID, at now: Date = .now) async throws -> QuestionPage {
        let member = member
        return try await store.write { view in
            let question = try find(id, in: view)
            try view.noteReading(of: question, by: member.id, at: now)
            let asker: String? = try view.value("SELECT name FROM member WHERE id = \(question.askedBy)")
            let thread = try view.remarks("remark.question = \(id)")
            return QuestionPage(question, thread, seenBy: member, asker: asker ?? "", at: now)
        }
    }

    func answer(_ id: Question.ID, _ typed: String, at now: Date = .now) async throws {
        let words = try Remark.said(typed)
        let speaker = member.id
        try await store.write { work in
            _ = try find(id, in: work)
            try work.say(words, on: .question(id), by: speaker, at: now)
        }
    }

    /// Asked of me and not answered yet, longest first.
    func unanswered() async throws -> [Question] {
        let me = member.id
        return try await store.read { view in
            try view.all(
                """
                SELECT \(Question.columns)
                FROM question
                WHERE asked_of = \(me)
                    AND NOT EXISTS (
                        SELECT 1 FROM remark WHERE remark.question = question.id AND said_by = \(me))
                    AND NOT EXISTS (SELECT 1 FROM referral WHERE referral.question = question.id)
                ORDER BY asked_at
                """
            )
        }
    }

    func find(_ id: Question.ID, in view: any Reader) throws -> Question {
        let found: Question? = try view.first(
            """
            SELECT \(Question.columns)
            FROM question
            WHERE question.id = \(id) AND (asked_by = \(member.id) OR asked_of = \(member.id))
            """
        )
        guard let found else { throw Missing() }
        return found
    }
}

extension Question {
    /// Questions with an answer that whoever asked has not opened since.
    static func unheard(by member: Member.ID? = nil) -> SQL {
        let theirs: SQL = member.map { "question.asked_by = \($0)" } ?? "TRUE"
        return """
            SELECT question.id, question.asked_by, remark.said_at AS happened_at
            FROM question
            JOIN remark ON remark.question = question.id AND remark.said_by = question.asked_of
            WHERE \(theirs)
                AND EXISTS (
                    SELECT 1 FROM membership
                    WHERE membership.member = question.asked_by AND membership.organisation = question.practice
                        AND \(Member.Membership.current))
                AND NOT EXISTS (
                    SELECT 1 FROM question_reading
                    WHERE question_reading.question = question.id
                        AND question_reading.read_by = question.asked_by
                        AND question_reading.read_at >= remark.said_at)
            """
    }
}

extension Writer {
    fileprivate func noteReading(of question: Question, by member: Member.ID, at now: Date) throws {
        guard question.askedBy == member else { return }
        try run(
            """
            INSERT INTO question_reading (question, read_by, read_at)
            VALUES (\(question.id), \(member), \(now))
            ON CONFLICT (question, read_by, read_at) DO NOTHING
            """
        )
    }
}

extension Question: Stored {
    static let columns: SQL = "question.id, question.practice, asked_by, asked_of, question.words, asked_at"

    init(_ row: Row) throws {
        try self.init(
            id: row("id"),
            practice: row("practice"),
            askedBy: row("asked_by"),
            askedOf: row("asked_of"),
            words: row("words"),
            askedAt: row("asked_at")
        )
    }
}
