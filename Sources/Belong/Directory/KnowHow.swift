import Foundation
import Kernel
import Store

/// What a link worker knows of a place that no listing says: ask for Jean, use
/// the side door. It stays among link workers and those who supervise them, and
/// any of them puts it right; what was written before is kept (peers, row 51).
struct KnowHow: Identifiable, Sendable {
    let id: Key<KnowHow>
    let words: String
    let by: String
    let at: Date
    /// Whether it puts an earlier note right.
    let isCorrection: Bool

    static func isFor(_ member: Member) -> Bool {
        member.isA(.linkWorker) || member.isA(.supervisor)
    }

    enum Refused: Refusal {
        case changedSince

        var sentence: String { "A colleague has changed this note meanwhile. Read it again first." }
    }

    /// Amara Okafor, 6 days ago
    func signed(on today: Day) -> String {
        "\(isCorrection ? "put right by " : "")\(by), \(Day(at).nearness(to: today))"
    }
}

extension Activities {
    /// Writes down what one knows of a place, or puts a colleague's note right.
    func write(
        _ words: String,
        of id: Activity.ID,
        correcting note: KnowHow.ID? = nil,
        at now: Date = .now
    ) async throws {
        let me = member.id
        try await noting(id, at: now) { work in
            if let note { try work.standing(note, of: id) }
            try work.run(
                """
                INSERT INTO know_how (id, activity, words, corrects, written_by, written_at)
                VALUES (\(KnowHow.ID(at: now)), \(id), \(words), \(note), \(me), \(now))
                """
            )
        }
    }

    /// It is not so any more.
    func end(_ note: KnowHow.ID, of id: Activity.ID, at now: Date = .now) async throws {
        let me = member.id
        try await noting(id, at: now) { work in
            try work.standing(note, of: id)
            try work.run(
                "INSERT INTO know_how_end (note, ended_by, ended_at) VALUES (\(note), \(me), \(now))"
            )
        }
    }

    private func noting(
        _ id: Activity.ID,
        at now: Date,
        _ body: @escaping @Sendable (any Writer) throws -> Void
    ) async throws {
        do {
            try await change(id, at: now) { work, provider, sight in
                guard sight.seesKnowHow(of: provider) else { throw Missing() }
                try body(work)
            }
        } catch is Conflict {
            throw KnowHow.Refused.changedSince
        }
    }
}

extension Reader {
    /// What stands today, the latest first.
    func knowHow(of id: Activity.ID) throws -> [KnowHow] {
        try all(
            """
            SELECT know_how.id, know_how.words, know_how.corrects, know_how.written_at, member.name
            FROM know_how
            JOIN member ON member.id = written_by
            WHERE activity = \(id) AND \(KnowHow.stands)
            ORDER BY written_at DESC, know_how.id
            """
        )
    }

    fileprivate func standing(_ note: KnowHow.ID, of id: Activity.ID) throws {
        guard try has("SELECT 1 FROM know_how WHERE know_how.id = \(note) AND activity = \(id)") else {
            throw Missing()
        }
        guard try has("SELECT 1 FROM know_how WHERE know_how.id = \(note) AND \(KnowHow.stands)") else {
            throw KnowHow.Refused.changedSince
        }
    }
}

extension KnowHow: Stored {
    fileprivate static let stands: SQL = """
        NOT EXISTS (SELECT 1 FROM know_how AS later WHERE later.corrects = know_how.id)
        AND NOT EXISTS (SELECT 1 FROM know_how_end WHERE know_how_end.note = know_how.id)
        """

    init(_ row: Row) throws {
        let corrects: KnowHow.ID? = try row("corrects")
        try self.init(
            id: row("id"),
            words: row("words"),
            by: row("name"),
            at: row("written_at"),
            isCorrection: corrects != nil
        )
    }
}
