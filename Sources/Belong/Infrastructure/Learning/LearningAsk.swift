import Foundation
import Kernel
import Store

/// Something a link worker would like to learn, asked of whoever employs, pays, leads or
/// manages them. A no is an answer, if it says why (paper, line 78).
struct LearningAsk: Identifiable, Sendable {
    let id: Key<LearningAsk>
    let placement: Placement.ID
    let words: String
    let cost: String
    let wantedOn: Day?
    let askedAt: Date
    let answer: Answered?

    struct Answered: Sendable {
        let isYes: Bool
        let words: String
        let by: Worry.Named
        let at: Date
    }

    /// Answered within so many days, or it is late.
    static let promise = 30

    enum Refused: Refusal {
        case answered

        var sentence: String { "A colleague has answered this already." }
    }
}

extension LearningAsk {
    var dueOn: Day { Day(askedAt).advanced(by: Self.promise) }

    func state(at now: Date) -> String {
        guard let answer else {
            let today = Day(now)
            return dueOn < today
                ? "not answered; it was to be by \(dueOn.short)" : "not answered yet"
        }
        return "\(answer.by.name) says \(answer.isYes ? "yes" : "no")"
    }
}

extension Reader {
    /// The latest first.
    func learningAsks(_ which: SQL) throws -> [LearningAsk] {
        try rows(
            """
            SELECT learning_ask.id, placement, learning_ask.words, cost, wanted_on, asked_at, is_yes,
                learning_answer.words AS answer_words, answered_at, answered_by, member.name AS answerer_name
            FROM learning_ask
            LEFT JOIN learning_answer ON ask = learning_ask.id
            LEFT JOIN member ON member.id = answered_by
            WHERE \(which)
            ORDER BY asked_at DESC, learning_ask.id DESC
            """
        ).map { row in
            let isYes: Bool? = try row("is_yes")
            return try LearningAsk(
                id: row("id"),
                placement: row("placement"),
                words: row("words"),
                cost: row("cost"),
                wantedOn: row("wanted_on"),
                askedAt: row("asked_at"),
                answer: isYes.map { isYes in
                    try .init(
                        isYes: isYes,
                        words: row("answer_words"),
                        by: .init(id: row("answered_by"), name: row("answerer_name")),
                        at: row("answered_at")
                    )
                }
            )
        }
    }
}

extension Owing.Part {
    static let learning = Owing.Part(
        heading: "Learning",
        path: { "/placements/\($0.id)/learning" },
        lines: { view, placed, now in
            try view.learningAsks("placement = \(placed.id)").prefix(6).map { ask in
                Owing.Line(
                    what: ask.words,
                    whose: "\(placed.payers), or the practice",
                    due: "an answer by \(ask.dueOn.short)",
                    state: ask.state(at: now),
                    isDone: ask.answer != nil
                )
            }
        }
    )
}
