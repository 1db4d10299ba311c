import Foundation
import Kernel
import Store

/// Somebody wants a measure answered by everybody. There is no such switch: what opens
/// instead is a talk with the link workers of the practice about why (journeys, V8).
struct MeasureTalk: Identifiable, Sendable {
    let id: Key<MeasureTalk>
    let measure: Measure
    let name: String
    let practice: Organisation
    let why: String
    /// What they would do with the answers.
    let use: String
    let openedBy: Worry.Named
    let openedAt: Date
    let turns: [Turn]
    let answer: Answered?

    struct Turn: Sendable {
        let by: Worry.Named
        let words: String
        let at: Date
    }

    struct Answered: Sendable {
        let answer: Answer
        let words: String
        let by: String
        let at: Date
    }

    /// What came of it. That everybody has to answer is not among them.
    enum Answer: String, CaseIterable, Sendable, Column {
        case offeredMore = "offered_more"
        case otherWay = "other_way"
        case fewer
        case asBefore = "as_before"

        var name: String {
            switch self {
            case .offeredMore: "We offer it to more people, where it helps them"
            case .otherWay: "What you want to know can be known in another way"
            case .fewer: "We ask it less than before"
            case .asBefore: "It stays as it is: each of them with their link worker decides"
            }
        }
    }

    enum Refused: Refusal {
        case answered
        case notYours

        var sentence: String {
            switch self {
            case .answered: "This has been answered already. Read the answer first."
            case .notYours:
                "The link workers of the practice answer this. You can say more, and they read it."
            }
        }
    }
}

extension Reader {
    func talks(_ which: SQL) throws -> [MeasureTalk] {
        try rows(
            """
            SELECT measure_talk.id, measure, measure_talk.instrument, instrument.name AS instrument_name, why, use_of,
                opened_at, opened_by, opener.name AS opener_name, measure_talk.practice, organisation.kind,
                organisation.name AS practice_name, answer, measure_talk_answer.words, said_at,
                answerer.name AS answerer_name
            FROM measure_talk
            JOIN organisation ON organisation.id = measure_talk.practice
            JOIN member AS opener ON opener.id = opened_by
            LEFT JOIN instrument ON instrument.id = measure_talk.instrument
            LEFT JOIN measure_talk_answer ON measure_talk_answer.talk = measure_talk.id
            LEFT JOIN member AS answerer ON answerer.id = measure_talk_answer.said_by
            WHERE \(which)
            ORDER BY CASE WHEN answer IS NULL THEN 0 ELSE 1 END, opened_at DESC, measure_talk.id
            """
        ).map { row in
            let (id, measure): (MeasureTalk.ID, Measure) = try (row("id"), Measure(row))
            let answer: MeasureTalk.Answer? = try row("answer")
            return try MeasureTalk(
                id: id,
                measure: measure,
                name: measure.name(row("instrument_name")),
                practice: Organisation(id: row("practice"), kind: row("kind"), name: row("practice_name")),
                why: row("why"),
                use: row("use_of"),
                openedBy: Worry.Named(id: row("opened_by"), name: row("opener_name")),
                openedAt: row("opened_at"),
                turns: turns(of: id),
                answer: answer.map {
                    try MeasureTalk.Answered(
                        answer: $0,
                        words: row("words"),
                        by: row("answerer_name"),
                        at: row("said_at")
                    )
                }
            )
        }
    }

    private func turns(of talk: MeasureTalk.ID) throws -> [MeasureTalk.Turn] {
        try rows(
            """
            SELECT words, said_at, said_by, member.name
            FROM measure_talk_turn
            JOIN member ON member.id = said_by
            WHERE talk = \(talk)
            ORDER BY said_at, measure_talk_turn.id
            """
        ).map { row in
            try MeasureTalk.Turn(
                by: Worry.Named(id: row("said_by"), name: row("name")),
                words: row("words"),
                at: row("said_at")
            )
        }
    }
}
