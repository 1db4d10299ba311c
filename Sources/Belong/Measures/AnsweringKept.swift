import Foundation
import Kernel
import Store

/// One sitting about to be kept.
struct AnsweringMade: Sendable {
    let caseID: Case.ID
    let measure: Measure
    let sheet: MeasureSheet
    var asking: MeasureAsking.ID?
    var text: Key<Instrument.Text>?
    var licence: Key<Instrument.Licence>?
    let way: MeasureAnswering.Way
    var writtenBy: Member.ID?
}

extension Writer {
    func keep(
        _ made: AnsweringMade,
        _ said: [MeasureAnswering.Said],
        at now: Date
    ) throws -> MeasureAnswering.ID {
        let id = MeasureAnswering.ID(at: now)
        try run(
            """
            INSERT INTO answering (id, "case", asking, measure, text, licence, way, said_at, written_by)
            VALUES (\(id), \(made.caseID), \(made.asking), \(made.measure.kind), \(made.text), \(made.licence),
                \(made.way), \(now), \(made.writtenBy))
            """
        )
        for (item, told) in zip(made.sheet.items, said) {
            let words = made.measure == .goals ? item.words : nil
            let (value, skip): (Int?, Skip?) =
                switch told.mark {
                case .answer(let value): (value, nil)
                case .skipped(let skip): (nil, skip)
                case .takenAway: (nil, .noReason)
                }
            try run(
                """
                INSERT INTO answer (answering, item, words, value, skipped)
                VALUES (\(id), \(told.item), \(words), \(value), \(skip))
                """
            )
        }
        return id
    }

    /// Takes one answer away, or all of a sitting: what it was is gone from here, and that
    /// something was taken away, when and by whom, stays.
    func takeAway(_ item: Int?, of answering: MeasureAnswering.ID, by member: Member.ID?, at now: Date) throws
    {
        let which: SQL = item.map { "answer.item = \($0)" } ?? "TRUE"
        try run(
            """
            INSERT INTO answer_removal (answering, item, removed_at, removed_by)
            SELECT answering, item, \(now), \(member) FROM answer
            WHERE answering = \(answering) AND \(which)
            """
        )
        try run("DELETE FROM answer WHERE answering = \(answering) AND \(which)")
    }

    func mustBe(_ answering: MeasureAnswering.ID, of id: Case.ID) throws {
        let found = try rows(
            "SELECT id FROM answering WHERE id = \(answering) AND answering.\"case\" = \(id) \(dialect.forUpdate)"
        )
        guard !found.isEmpty else { throw Missing() }
    }
}
