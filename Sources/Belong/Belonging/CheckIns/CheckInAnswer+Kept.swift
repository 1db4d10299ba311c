import Foundation
import Kernel
import Store

/// Who besides the link worker may see what they answer to one question. Nobody, unless they say so; and they may
/// take it back.
enum Confidant: String, CaseIterable, Sendable, Column {
    case supervisor
    case practice
    case network

    var name: String {
        switch self {
        case .supervisor: "my supervisor"
        case .practice: "this practice"
        case .network: "the network lead"
        }
    }
}

extension CheckInAnswer: Column {}
extension Respondent: Column {}

/// One answer that was kept, with the question it was given to.
struct AnswerGiven: Equatable, Sendable, Stored {
    let item: CheckInItem.ID
    let answer: CheckInAnswer
    let at: Date

    init(_ row: Row) throws {
        try self.init(item: row("item"), answer: row("answer"), at: row("answered_at"))
    }

    init(item: CheckInItem.ID, answer: CheckInAnswer, at moment: Date) {
        (self.item, self.answer, at) = (item, answer, moment)
    }
}

extension Reader {
    /// What a link worker answered about a placement, the last first.
    func ownAnswers(of placement: Placement.ID, until moment: Date) throws -> [AnswerGiven] {
        try all(
            """
            SELECT item, answer, answered_at
            FROM check_in_answer
            WHERE placement = \(placement) AND respondent = 'link_worker' AND answered_at <= \(moment)
            ORDER BY answered_at DESC, item
            """
        )
    }

    /// With whom each question is shared at this moment.
    func sharings(of placement: Placement.ID, at moment: Date) throws -> [CheckInItem.ID: Set<Confidant>] {
        let rows = try rows(
            """
            SELECT item, audience
            FROM check_in_sharing
            WHERE placement = \(placement) AND shared_at <= \(moment) AND (ended_at IS NULL OR ended_at > \(moment))
            """
        )
        return try rows.reduce(into: [:]) { all, row in
            try all[row("item"), default: []].insert(row("audience"))
        }
    }
}

extension Writer {
    /// What was said before stays; from now on it is shared with these, and no others.
    func share(
        _ item: CheckInItem.ID,
        of placement: Placement.ID,
        with audiences: Set<Confidant>,
        at now: Date
    ) throws {
        let before = try sharings(of: placement, at: now)[item] ?? []
        for audience in before.subtracting(audiences) {
            try run(
                """
                UPDATE check_in_sharing SET ended_at = \(now)
                WHERE placement = \(placement) AND item = \(item) AND audience = \(audience) AND ended_at IS NULL
                """
            )
        }
        for audience in audiences.subtracting(before) {
            try run(
                """
                INSERT INTO check_in_sharing (id, placement, item, audience, shared_at)
                VALUES (\(Key<Confidant>(at: now)), \(placement), \(item), \(audience), \(now))
                """
            )
        }
    }
}
