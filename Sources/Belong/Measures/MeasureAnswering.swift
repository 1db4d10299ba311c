import Foundation
import Kernel
import Store
import Web

/// One sitting: what somebody said to the questions of one measure, how they were asked
/// and when to the minute, for an evening is not a morning (paper, line 70).
struct MeasureAnswering: Identifiable, Sendable {
    let id: Key<MeasureAnswering>
    let measure: Measure
    let name: String
    let items: [MeasureItem]
    let way: Way
    let saidAt: Date
    let said: [Said]
    /// When the person and their link worker looked at it together.
    let lookedAt: Date?

    enum Way: String, CaseIterable, Sendable, Column {
        case link
        case phone
        case together

        var name: String {
            switch self {
            case .link: "by themselves, on their link"
            case .phone: "on the telephone"
            case .together: "together"
            }
        }
    }

    /// One question of it.
    struct Said: Sendable, Equatable {
        let item: Int
        let mark: Mark
    }

    enum Mark: Sendable, Equatable {
        case answer(Int)
        case skipped(Skip)
        /// They had it taken away. What it was is gone.
        case takenAway(Date)
    }
}

/// Why a question was left out. It counts against nobody, and it is said of nobody.
enum Skip: String, CaseIterable, Sendable, Column {
    case ratherNot = "rather_not"
    case notToday = "not_today"
    case noReason = "no_reason"
    /// The link worker's: asking would have been in the way of talking.
    case inTheWay = "in_the_way"

    /// Those the person has on their own page.
    static let own: [Skip] = [.ratherNot, .notToday, .noReason]

    var name: String {
        switch self {
        case .ratherNot: "I’d rather not"
        case .notToday: "Not today"
        case .noReason: "Skip, no reason"
        case .inTheWay: "It would have got in the way"
        }
    }

    /// As it is read again.
    var said: String {
        switch self {
        case .ratherNot: "left out: rather not"
        case .notToday: "left out: not today"
        case .noReason: "left out"
        case .inTheWay: "not asked: it would have got in the way"
        }
    }
}

/// What was ticked, before it is known whether it can be kept.
struct AnswersGiven: Sendable, Equatable {
    var values: [Int: Int] = [:]
    /// All that has no answer is left out for this reason.
    var skip = Skip.noReason

    /// A mark for every question: what has no answer was left out, which is whole as well.
    func marks(on sheet: MeasureSheet) throws(Problems) -> [MeasureAnswering.Said] {
        var problems = Problems()
        for item in sheet.items {
            if let value = values[item.number], !item.values.contains(where: { $0.value == value }) {
                problems.add("q\(item.number)", "Choose one of the answers, or leave this one out")
            }
        }
        guard problems.list.isEmpty else { throw problems }
        return sheet.items.map { item in
            let mark = values[item.number].map(MeasureAnswering.Mark.answer) ?? .skipped(skip)
            return MeasureAnswering.Said(item: item.number, mark: mark)
        }
    }
}

extension Reader {
    /// Every sitting of one case, the oldest first.
    func answerings(of id: Case.ID) throws -> [MeasureAnswering] {
        let said = try saidAnswers(of: id)
        return try rows(
            """
            SELECT answering.id, answering.measure, answering.text, way, said_at, looked_at,
                instrument_text.instrument, instrument.name
            FROM answering
            LEFT JOIN instrument_text ON instrument_text.id = answering.text
            LEFT JOIN instrument ON instrument.id = instrument_text.instrument
            LEFT JOIN answering_look ON answering_look.answering = answering.id
            WHERE answering."case" = \(id)
            ORDER BY said_at, answering.id
            """
        ).map { row in
            let (answering, measure): (MeasureAnswering.ID, Measure) = try (row("id"), Measure(row))
            let told = said[answering] ?? []
            let text: Key<Instrument.Text>? = try row("text")
            return try MeasureAnswering(
                id: answering,
                measure: measure,
                name: measure.name(row("name")),
                items: items(of: measure, text, goals: told.map { $0.words ?? "" }),
                way: row("way"),
                saidAt: row("said_at"),
                said: told.map(\.said),
                lookedAt: row("looked_at")
            )
        }
    }

    /// The questions of a measure as they were put.
    func items(
        of measure: Measure,
        _ text: Key<Instrument.Text>?,
        goals: [String]
    ) throws -> [MeasureItem] {
        switch measure {
        case .ons4: MeasureSheet.ons4.items
        case .loneliness: MeasureSheet.loneliness.items
        case .goals: MeasureSheet.goals(goals).items
        case .licensed: try text.map { try items(of: $0) } ?? []
        }
    }

    private typealias Told = (words: String?, said: MeasureAnswering.Said)

    private func saidAnswers(of id: Case.ID) throws -> [MeasureAnswering.ID: [Told]] {
        let found: [(MeasureAnswering.ID, Told)] = try rows(
            """
            SELECT answer.answering, answer.item, words, value, skipped, NULL AS removed_at
            FROM answer JOIN answering ON answering.id = answer.answering
            WHERE answering."case" = \(id)
            UNION ALL
            SELECT answer_removal.answering, answer_removal.item, NULL, NULL, NULL, removed_at
            FROM answer_removal JOIN answering ON answering.id = answer_removal.answering
            WHERE answering."case" = \(id)
            ORDER BY 1, 2
            """
        ).map { row in
            let (value, skip, removed): (Int?, Skip?, Date?) = try (
                row("value"), row("skipped"), row("removed_at")
            )
            let mark: MeasureAnswering.Mark =
                removed.map(MeasureAnswering.Mark.takenAway) ?? value.map(MeasureAnswering.Mark.answer)
                ?? .skipped(skip ?? .noReason)
            return try (
                row("answering"), (row("words"), MeasureAnswering.Said(item: row("item"), mark: mark))
            )
        }
        return Dictionary(grouping: found, by: \.0).mapValues { $0.map(\.1) }
    }
}
