import Foundation
import Kernel
import Store

/// The registry: every measure that could be asked where one works, with what the person
/// gains, who sees it and when link workers last looked at it (paper, line 69; the
/// configurations, C11). Nothing that somebody answered is in it.
struct Measures: Sendable {
    let store: any Store
    let member: Member

    static let readers: [Role] = [
        .linkWorker, .clinician, .practiceManager, .supervisor, .networkLead, .administrator,
    ]

    static func isFor(_ member: Member) -> Bool { readers.contains(where: member.isA) }

    /// What it is good for, as link workers last said it.
    struct Review: Sendable {
        let gain: String
        let by: String
        let at: Date

        /// A year on it is time to look again (C11.c1).
        func isDue(at now: Date) -> Bool { at < now.addingTimeInterval(-365 * 86_400) }
    }

    struct Entry: Sendable {
        let measure: Measure
        let name: String
        let review: Review?
        let used: Used
        let refusal: Instrument.Refused?
        let licence: Instrument.Licence?
    }

    /// How often something was asked in half a year, and whether anybody looked at it with
    /// whoever answered. How many answered is not said: that is no merit of anybody's.
    struct Used: Sendable, Equatable {
        var answered = 0
        var looked = 0
        /// Where asking would have got in the way: news of the measure, not of anybody.
        var inTheWay = 0

        static let days = 180
        static let fewest = 5
    }

    func registry(at now: Date = .now) async throws -> [Entry] {
        guard Self.isFor(member) else { throw Missing() }
        let (areas, practices) = (areas, practices)
        return try await store.read { view in
            let instruments = try view.instruments("instrument.area IN (\(areas))")
            let reviews = try view.reviews("measure_review.area IN (\(areas))")
            let used = try view.used("\"case\".practice IN (\(practices))", since: now)
            let measures = Measure.builtIn + instruments.map { Measure.licensed($0.id) }
            return measures.map { measure in
                let instrument = instruments.first { $0.id == measure.instrument }
                return Entry(
                    measure: measure,
                    name: measure.name(instrument?.name),
                    review: reviews[measure],
                    used: used[measure] ?? Used(),
                    refusal: instrument?.refusal(on: Day(now)),
                    licence: instrument?.licence
                )
            }
        }
    }

    func find(_ measure: Measure, at now: Date = .now) async throws -> Entry {
        guard let found = try await registry(at: now).first(where: { $0.measure == measure }) else {
            throw Missing()
        }
        return found
    }

    /// Link workers say what the person gains, in their words, for their network.
    func review(_ measure: Measure, _ gain: String, at now: Date = .now) async throws {
        guard member.isA(.linkWorker) else { throw Missing() }
        _ = try await find(measure, at: now)
        let (me, mine) = (member.id, member.organisations(as: .linkWorker))
        try await store.write { work in
            let areas: [Organisation.ID] = try work.values(
                "SELECT DISTINCT COALESCE(network, id) FROM organisation WHERE id IN (\(each: mine))"
            )
            for area in areas {
                let id = Key<Review>(at: now)
                try work.run(
                    """
                    INSERT INTO measure_review (id, area, measure, instrument, gain, reviewed_at, reviewed_by)
                    VALUES (\(id), \(area), \(measure.kind), \(measure.instrument), \(gain), \(now), \(me))
                    """
                )
                try work.log(.changed, id, by: me, at: now)
            }
        }
    }

    private var theirs: [Organisation.ID] {
        member.organisations(
            as: .linkWorker,
            .clinician,
            .practiceManager,
            .supervisor,
            .networkLead,
            .administrator
        )
    }

    /// Where they work, and the networks of those places.
    private var areas: SQL {
        """
        SELECT id FROM organisation WHERE id IN (\(each: theirs))
        UNION SELECT network FROM organisation WHERE id IN (\(each: theirs)) AND network IS NOT NULL
        """
    }

    /// Where they work, and the practices of their networks.
    private var practices: SQL {
        "SELECT id FROM organisation WHERE id IN (\(each: theirs)) OR network IN (\(each: theirs))"
    }
}

extension Reader {
    /// The latest for each.
    fileprivate func reviews(_ which: SQL) throws -> [Measure: Measures.Review] {
        let found: [(Measure, Measures.Review)] = try rows(
            """
            SELECT measure, instrument, gain, reviewed_at, member.name
            FROM measure_review
            JOIN member ON member.id = reviewed_by
            WHERE \(which)
            ORDER BY reviewed_at, measure_review.id
            """
        ).map { row in
            try (Measure(row), Measures.Review(gain: row("gain"), by: row("name"), at: row("reviewed_at")))
        }
        return Dictionary(found, uniquingKeysWith: { _, later in later })
    }

    /// Counts of sittings, and of nobody.
    func used(_ which: SQL, since now: Date) throws -> [Measure: Measures.Used] {
        let since = now.addingTimeInterval(-Double(Measures.Used.days) * 86_400)
        let found: [(Measure, Measures.Used)] = try rows(
            """
            SELECT answering.measure, instrument_text.instrument,
                (SELECT COUNT(*) FROM answer WHERE answer.answering = answering.id AND value IS NOT NULL) AS answers,
                (SELECT COUNT(*) FROM answer WHERE answer.answering = answering.id AND skipped = 'in_the_way') AS away,
                (SELECT COUNT(*) FROM answering_look WHERE answering_look.answering = answering.id) AS looks
            FROM answering
            JOIN "case" ON "case".id = answering."case"
            LEFT JOIN instrument_text ON instrument_text.id = answering.text
            WHERE \(which) AND said_at > \(since)
            """
        ).map { row in
            let (answers, away, looks): (Int, Int, Int) = try (row("answers"), row("away"), row("looks"))
            let used = Measures.Used(
                answered: answers > 0 ? 1 : 0,
                looked: answers > 0 && looks > 0 ? 1 : 0,
                inTheWay: away > 0 ? 1 : 0
            )
            return try (Measure(row), used)
        }
        return Dictionary(found) { one, other in
            Measures.Used(
                answered: one.answered + other.answered,
                looked: one.looked + other.looked,
                inTheWay: one.inTheWay + other.inTheWay
            )
        }
    }
}

extension Measures.Used {
    /// What a measure was used for with whoever answered, without counting anybody out.
    var sentence: String {
        guard answered > 0 else { return "Not asked in half a year." }
        guard answered >= Self.fewest else { return "Asked fewer than five times in half a year." }
        let looks =
            switch looked {
            case 0: "none was looked at with the person"
            case ..<Self.fewest: "fewer than five were looked at with the person"
            case answered: "every one was looked at with the person"
            default:
                answered - looked < Self.fewest
                    ? "nearly all were looked at with the person" : "\(looked) were looked at with the person"
            }
        let words = "Of \(answered) sets of answers in half a year \(looks)."
        return inTheWay < Self.fewest
            ? words
            : "\(words) Asking it would have got in the way \(inTheWay) times: that is news of the measure."
    }
}
