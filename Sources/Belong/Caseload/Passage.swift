import Foundation
import Kernel
import Store

/// One thing that is kept of somebody, small enough to be left out by itself.
struct Passage: Sendable, Equatable {
    /// Which it is, for as long as it is kept: *contact, which one, which part*.
    let key: String
    let heading: String
    let at: Date?
    var words: String
    /// Written about them by somebody who did not expect them to read it: read twice.
    var isWorry = false
    /// Whoever keeps it for themselves, and so reads it through before it is given.
    var keeper: Keeper?
    var hiding: Hiding?

    struct Keeper: Sendable, Equatable {
        let id: Member.ID
        let name: String
    }

    /// Why it is not shown to them, by whom and since when (governance, section 4.2).
    struct Hiding: Sendable, Equatable {
        let id: Key<Hiding>
        let cause: Cause
        let words: String
        let by: String
        let at: Date

        enum Cause: String, CaseIterable, Sendable, Column {
            case thirdParty = "third_party"
            case harm

            var name: String {
                switch self {
                case .thirdParty: "It speaks of somebody else"
                case .harm: "Reading it could do serious harm"
                }
            }
        }
    }
}

extension Reader {
    /// Passages of the rows found, each with `id` and `at`: every part that has words.
    func passages(
        _ kind: String,
        _ query: SQL,
        isWorry: Bool = false,
        _ parts: (Row) throws -> KeyValuePairs<String, String>
    ) throws -> [Passage] {
        try rows(query).flatMap { row in
            let id: Key<Passage> = try row("id")
            let at: Date? = try row("at")
            return try parts(row).enumerated().filter { !$0.element.value.isEmpty }.map { nth, part in
                Passage(
                    key: "\(kind) \(id) \(nth)",
                    heading: part.key,
                    at: at,
                    words: part.value,
                    isWorry: isWorry
                )
            }
        }
    }

    /// What was left out of the copies of this case, as it stands.
    func hidings(of id: Case.ID) throws -> [String: Passage.Hiding] {
        let found: [(String, Passage.Hiding)] = try rows(
            """
            SELECT passage, passage_hiding.id, cause, words, hidden_at, member.name
            FROM passage_hiding
            JOIN member ON member.id = hidden_by
            WHERE passage_hiding."case" = \(id) AND shown_at IS NULL
            """
        ).map { row in
            try (
                row("passage"),
                Passage.Hiding(
                    id: row("id"),
                    cause: row("cause"),
                    words: row("words"),
                    by: row("name"),
                    at: row("hidden_at")
                )
            )
        }
        return Dictionary(found, uniquingKeysWith: { first, _ in first })
    }

    /// Everything kept of somebody in one case, as each room tells it, oldest first.
    func passages(of found: Case) throws -> [Passage] {
        let hidings = try hidings(of: found.id)
        return try Features.caseParts.flatMap { try $0.record(self, found) }
            .sorted { ($0.at ?? .distantPast, $0.key) < ($1.at ?? .distantPast, $1.key) }
            .map { passage in
                var passage = passage
                passage.hiding = hidings[passage.key]
                return passage
            }
    }
}
