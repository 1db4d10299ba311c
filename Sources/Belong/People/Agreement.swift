import Foundation
import Kernel
import Store

/// Whether somebody agreed that the person who referred them hears how it goes.
/// Not having been asked is no objection; a no stops every word (paper, line 69).
enum NewsAgreement: Sendable, Equatable {
    case notAsked
    case agreed(on: Day)
    case objected(on: Day)
}

extension Reader {
    func newsAgreement(of person: Person.ID) throws -> NewsAgreement {
        let row = try rows(
            """
            SELECT agreed, recorded_at
            FROM agreement
            WHERE person = \(person) AND purpose = 'news' AND replaced_by IS NULL
            """
        ).first
        guard let row else { return .notAsked }
        let recordedAt: Date = try row("recorded_at")
        return try row("agreed") ? .agreed(on: Day(recordedAt)) : .objected(on: Day(recordedAt))
    }
}

extension Writer {
    func write(
        newsAgreed agreed: Bool,
        of person: Person.ID,
        as key: UUID? = nil,
        by member: Member.ID?,
        at now: Date
    ) throws {
        let person = try hold(person)
        let id = key.map { Key<NewsAgreement>($0) } ?? Key(at: now)
        try run(
            """
            UPDATE agreement SET replaced_by = \(id)
            WHERE person = \(person) AND purpose = 'news' AND replaced_by IS NULL
            """
        )
        try run(
            """
            INSERT INTO agreement (id, person, purpose, agreed, recorded_at, recorded_by)
            VALUES (\(id), \(person), 'news', \(agreed), \(now), \(member))
            """
        )
    }
}
