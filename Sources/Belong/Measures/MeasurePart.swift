import Foundation
import Kernel
import Store
import Web

extension CasePart {
    /// That somebody said how things are, without what; and for a copy of their record,
    /// every answer that is still there.
    static let measures = CasePart(
        story: { view, found in
            try view.answerings(of: found.id).filter(\.hasAnswers).map { answering in
                Event(
                    at: answering.saidAt,
                    title: "Said how things are",
                    facets: [answering.name, answering.way.name],
                    isWithPerson: true,
                    path: "/cases/\(found.id)/answers"
                )
            }
        },
        record: { view, found in try view.whatWasAsked(found.id) + view.whatTheyAnswered(found.id) },
        cards: { view, found, _ in
            let unseen = try view.answerings(of: found.id).last { $0.way == .link && $0.lookedAt == nil }
            return [unseen.flatMap { $0.hasAnswers ? $0.card(of: found.id) : nil }].compactMap(\.self)
        },
        ways: { found in [Place("How things are, as they say it", "/cases/\(found.id)/answers")] }
    )
}

extension MeasureAnswering {
    fileprivate var hasAnswers: Bool {
        said.contains { if case .answer = $0.mark { true } else { false } }
    }

    fileprivate func card(of id: Case.ID) -> HTML {
        """
        <section class="card"><h2>They answered a question</h2><p>\(name), on \(Day(saidAt).short). Look at it together: it \
        was said for that.</p><p><a class="btn quiet" href="/cases/\(id)/answers">Read it</a></p></section>
        """
    }
}

extension Reader {
    fileprivate func whatWasAsked(_ id: Case.ID) throws -> [Passage] {
        try passages(
            "measure asking",
            """
            SELECT measure_asking.id, asked_at AS at, measure, instrument_text.instrument, instrument.name
            FROM measure_asking
            LEFT JOIN instrument_text ON instrument_text.id = measure_asking.text
            LEFT JOIN instrument ON instrument.id = instrument_text.instrument
            WHERE measure_asking."case" = \(id)
            """
        ) { try ["What you were asked": Measure($0).name($0("name"))] }
    }

    /// One passage for each sitting, so that none of it can be left out by mistake.
    fileprivate func whatTheyAnswered(_ id: Case.ID) throws -> [Passage] {
        let said = Dictionary(
            try answerings(of: id).map { ($0.id.description, $0) },
            uniquingKeysWith: { first, _ in first }
        )
        return try passages(
            "answering",
            """
            SELECT answering.id, said_at AS at, looked_at,
                (SELECT COUNT(*) FROM answer WHERE answer.answering = answering.id) AS there
            FROM answering
            LEFT JOIN answering_look ON answering_look.answering = answering.id
            WHERE answering."case" = \(id)
            """
        ) { row in
            let (key, looked): (MeasureAnswering.ID, Date?) = try (row("id"), row("looked_at"))
            guard let one = said[key.description] else { return [:] }
            let together = looked.map { " Looked at together on \(Day($0).full)." } ?? ""
            return ["What you answered: \(one.name), \(one.way.name)": one.inWords + together]
        }
    }
}

extension MeasureAnswering {
    /// Every question with its answer, as a copy of the record holds it.
    fileprivate var inWords: String {
        AnswerHistory.all([self]).flatMap(\.questions).map { question in
            "\(question.words) \(question.lines.map(\.said).joined(separator: "; "))."
        }
        .joined(separator: " ")
    }
}
