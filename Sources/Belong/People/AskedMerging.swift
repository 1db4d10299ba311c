import Foundation
import Kernel
import Store

/// Two records of one person in two networks: a link worker of the one asks, an
/// administrator of the other looks at both and decides. Neither can do it alone, and
/// whoever asks does not learn whether the number is known there (hazard H02).
struct AskedMerging: Identifiable, Sendable {
    let id: Key<AskedMerging>
    let person: Person.ID
    let nhsNumber: NHSNumber?
    let reason: String
    let askedAt: Date
    let askedBy: Worry.Named

    enum Refused: Refusal {
        case already
        case answered

        var sentence: String {
            switch self {
            case .already: "This has been asked already. An administrator there looks at it."
            case .answered: "A colleague has answered this already."
            }
        }
    }
}

extension People {
    /// Asks whoever may look after the other record. Nothing is said of whether there is one.
    func askToMerge(
        _ id: Person.ID,
        with number: NHSNumber,
        because reason: String,
        at now: Date = .now
    ) async throws {
        let me = member.id
        try await change(id, at: now) { work in
            guard
                try !work.has(
                    """
                    SELECT id FROM merging_asked
                    WHERE person = \(id) AND nhs_number = \(number)
                        AND NOT EXISTS (SELECT 1 FROM merging_asked_answer WHERE merging_asked_answer.merging_asked = merging_asked.id)
                    """
                )
            else { throw AskedMerging.Refused.already }
            try work.run(
                """
                INSERT INTO merging_asked (id, person, nhs_number, reason, asked_at, asked_by)
                VALUES (\(AskedMerging.ID(at: now)), \(id), \(number), \(reason), \(now), \(me))
                """
            )
        }
    }
}

extension AskedMerging: Stored {
    static let columns: SQL = """
        merging_asked.id, merging_asked.person, merging_asked.nhs_number, reason, asked_at, asked_by,
        member.name AS asker_name
        """
    static let tables: SQL = "merging_asked JOIN member ON member.id = asked_by"

    init(_ row: Row) throws {
        id = try row("id")
        person = try row("person")
        nhsNumber = try row("nhs_number")
        reason = try row("reason")
        askedAt = try row("asked_at")
        askedBy = try Worry.Named(id: row("asked_by"), name: row("asker_name"))
    }
}
