import Foundation
import Kernel
import Store

/// Two records that proved to be one person (hazard H02): which is kept, who
/// found it out, when and how. Everything that named the other names the kept one
/// from then on, and can be given back if they are two people after all.
struct Merging: Identifiable, Sendable {
    let id: Key<Merging>
    let kept: Person.ID
    let merged: Person.ID
    let reason: String
    let by: String
    let at: Date
    let separation: Separation?

    /// Finding out that they are two people after all.
    struct Separation: Sendable {
        let reason: String
        let by: String
        let at: Date
    }

    enum Refused: Refusal {
        case oneAlready
        case alreadyMerged
        case movedOn
        case twoNumbers
        case separated
        case mergedSince

        var sentence: String {
            switch self {
            case .oneAlready: "This is one record already."
            case .alreadyMerged: "These two have been brought together already."
            case .movedOn: "One of the two has been brought together with another record. Look for it again."
            case .twoNumbers:
                "Two different NHS numbers are two different people, however alike. "
                    + "If one of them was mistyped, put it right first."
            case .separated: "These have been separated already."
            case .mergedSince:
                "This record has been brought together with another one since. Separate that one first."
            }
        }
    }
}

extension Particulars {
    /// Whether both can be one person's: two different NHS numbers are two people's.
    func mayBe(_ other: Particulars) -> Bool {
        guard let nhsNumber, let number = other.nhsNumber else { return true }
        return nhsNumber == number
    }
}

extension Merging: Stored {
    static let columns: SQL = """
        merging.id, kept, merged, merging.reason, merger.name AS merger_name, merged_at,
            separated_because, separator.name AS separator_name, separated_at
        """

    static let tables: SQL = """
        merging
        JOIN member AS merger ON merger.id = merged_by
        LEFT JOIN member AS separator ON separator.id = separated_by
        """

    init(_ row: Row) throws {
        id = try row("id")
        kept = try row("kept")
        merged = try row("merged")
        reason = try row("reason")
        by = try row("merger_name")
        at = try row("merged_at")
        let because: String? = try row("separated_because")
        separation = try because.map { reason in
            try Separation(reason: reason, by: row("separator_name"), at: row("separated_at"))
        }
    }
}

extension Reader {
    /// Those a record had to do with, the latest first.
    func mergings(of person: Person.ID) throws -> [Merging] {
        try all(
            """
            SELECT \(Merging.columns)
            FROM \(Merging.tables)
            WHERE kept = \(person) OR merged = \(person)
            ORDER BY merged_at DESC, merging.id
            """
        )
    }

    func merging(_ id: Merging.ID) throws -> Merging {
        let found: Merging? = try first(
            "SELECT \(Merging.columns) FROM \(Merging.tables) WHERE merging.id = \(id)"
        )
        guard let found else { throw Missing() }
        return found
    }

    /// The record that stands for this one: itself, or the one it was brought together with.
    func standing(_ person: Person.ID) throws -> Person.ID {
        let kept: Person.ID? = try value(
            "SELECT kept FROM merging WHERE merged = \(person) AND separated_at IS NULL"
        )
        return try kept.map(standing) ?? person
    }

    /// Every record that is theirs, as things stand.
    func records(of person: Person.ID) throws -> [Person.ID] {
        let merged: [Person.ID] = try values(
            "SELECT merged FROM merging WHERE kept = \(person) AND separated_at IS NULL"
        )
        return try [person] + merged.flatMap(records)
    }
}

extension Writer {
    /// The record to write to, held until this transaction ends, so that nothing
    /// is ever written to a record that another transaction is just giving away.
    func hold(_ person: Person.ID) throws -> Person.ID {
        _ = try rows("SELECT id FROM person WHERE id = \(person) \(dialect.holding)")
        let standing = try standing(person)
        return standing == person ? person : try hold(standing)
    }
}
