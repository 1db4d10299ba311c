import Foundation
import Kernel
import Store
import Web

/// Asking somebody by their own link: a message that gives nothing away, and the
/// questions on their own page until they answer, skip, or it is too long ago.
struct MeasureAsking: Identifiable, Sendable {
    let id: Key<MeasureAsking>
    let caseID: Case.ID
    let measure: Measure
    let sheet: MeasureSheet
    let text: Key<Instrument.Text>?
    let askedAt: Date

    enum Refused: Refusal {
        case noSafeWay
        case waiting
        case noGoals
        case over
        case noLicenceNow

        var sentence: String {
            switch self {
            case .noSafeWay: "There is no safe way to send it. Ask on the telephone or when you are together."
            case .waiting: "They have been asked this and have not answered. Once is enough."
            case .noGoals: "Write at least one goal, as they say it."
            case .over: "This has been answered already, or is not asked any more. Nothing was kept twice."
            case .noLicenceNow:
                "These questions are not asked any more. Nothing was kept, and you need do nothing."
            }
        }
    }

    static let mostGoals = 5
}

extension OwnPageWords {
    fileprivate static let questions = OwnPageWords(
        subject: "A few questions, only if you like",
        words: "A few questions, only if you like. You can leave out any of them:"
    )
}

extension Cases {
    /// Sends a message with their own link. What is asked stands there.
    func ask(
        _ measure: Measure,
        goals: [String] = [],
        of id: Case.ID,
        at site: WebAddress,
        now: Date = .now
    ) async throws {
        let me = member.id
        try await store.write { work in
            try work.holdCase(id)
            let found = try findOpen(id, in: work, at: now)
            let (sheet, text, _) = try work.sheet(measure, goals: goals, at: found.practice, on: Day(now))
            guard measure != .goals || !goals.isEmpty else { throw MeasureAsking.Refused.noGoals }
            guard try !work.askings(of: id, at: now).contains(where: { $0.measure == measure }) else {
                throw MeasureAsking.Refused.waiting
            }
            let message = try work.write(.questions, to: found.person, of: id, site, by: me, at: now)
            guard let message else { throw MeasureAsking.Refused.noSafeWay }
            let asking = MeasureAsking.ID(at: now)
            try work.run(
                """
                INSERT INTO measure_asking (id, "case", measure, text, message, asked_at, asked_by)
                VALUES (\(asking), \(id), \(measure.kind), \(text), \(message), \(now), \(me))
                """
            )
            for item in sheet.items where measure == .goals {
                try work.run(
                    """
                    INSERT INTO measure_asking_item (asking, item, words)
                    VALUES (\(asking), \(item.number), \(item.words))
                    """
                )
            }
            try work.log(.sent, asking, about: found.person, by: me, at: now)
        }
    }

    /// Asks no more: what stood on their page goes from it.
    func stopAsking(_ asking: MeasureAsking.ID, of id: Case.ID, at now: Date = .now) async throws {
        let me = member.id
        try await store.write { work in
            let found = try findToChange(id, in: work, at: now)
            guard try work.askings(of: id, at: now).contains(where: { $0.id == asking }) else {
                throw MeasureAsking.Refused.over
            }
            try work.run(
                """
                INSERT INTO measure_asking_end (asking, ended_at, ended_by)
                VALUES (\(asking), \(now), \(me))
                ON CONFLICT (asking) DO NOTHING
                """
            )
            try work.log(.changed, asking, about: found.person, by: me, at: now)
        }
    }
}

extension Reader {
    /// A measure as it may be asked at a practice on that day, with the version of its
    /// words and the licence it is asked under.
    func sheet(
        _ measure: Measure,
        goals: [String],
        at practice: Organisation.ID,
        on day: Day
    ) throws -> (MeasureSheet, Key<Instrument.Text>?, Key<Instrument.Licence>?) {
        switch measure {
        case .ons4: return (.ons4, nil, nil)
        case .loneliness: return (.loneliness, nil, nil)
        case .goals: return (.goals(goals), nil, nil)
        case .licensed(let id):
            let found = try instruments(
                "instrument.id = \(id) AND \(Instrument.isUsed(at: practice))"
            ).first
            guard let found else { throw Missing() }
            let (text, licence) = try found.asked(on: day)
            return (MeasureSheet(name: found.name, opening: "", items: text.items), text.id, licence.id)
        }
    }

    /// What somebody was asked and has not answered, the latest first.
    func askings(of id: Case.ID, at now: Date) throws -> [MeasureAsking] {
        try rows(
            """
            SELECT measure_asking.id, measure, text, asked_at, instrument_text.instrument, instrument.name
            FROM measure_asking
            LEFT JOIN instrument_text ON instrument_text.id = measure_asking.text
            LEFT JOIN instrument ON instrument.id = instrument_text.instrument
            WHERE measure_asking."case" = \(id) AND asked_at > \(now.addingTimeInterval(-Link.life))
                AND NOT EXISTS (SELECT 1 FROM answering WHERE answering.asking = measure_asking.id)
                AND NOT EXISTS (SELECT 1 FROM measure_asking_end WHERE measure_asking_end.asking = measure_asking.id)
            ORDER BY asked_at DESC, measure_asking.id
            """
        ).map { row in
            let (asking, measure): (MeasureAsking.ID, Measure) = try (row("id"), Measure(row))
            let text: Key<Instrument.Text>? = try row("text")
            let goals: [String] = try values(
                "SELECT words FROM measure_asking_item WHERE asking = \(asking) ORDER BY item"
            )
            let opening =
                switch measure {
                case .ons4: MeasureSheet.ons4.opening
                case .goals: MeasureSheet.goals([]).opening
                case .loneliness, .licensed: ""
                }
            return try MeasureAsking(
                id: asking,
                caseID: id,
                measure: measure,
                sheet: MeasureSheet(
                    name: measure.name(row("name")),
                    opening: opening,
                    items: items(of: measure, text, goals: goals)
                ),
                text: text,
                askedAt: row("asked_at")
            )
        }
    }
}
