import Foundation
import Kernel
import Store
import Web

/// A child or an adult at risk where somebody lives: said once, and read wherever
/// somebody prepares to be in touch with them (governance, 4.3).
struct Safeguarding: Identifiable, Sendable {
    let id: Key<Safeguarding>
    let who: Who
    let words: String
    let recordedAt: Date
    let recordedBy: String

    enum Who: String, CaseIterable, Sendable, Column {
        case child
        case adult

        var name: String {
            switch self {
            case .child: "A child at risk"
            case .adult: "An adult at risk"
            }
        }
    }

    /// *A child at risk where they live: the youngest is with her grandmother*
    var line: String { "\(who.name) where they live: \(words)" }

    enum Refused: Refusal {
        case ended

        var sentence: String { "This has been ended already." }
    }
}

extension Safeguarding: Stored {
    init(_ row: Row) throws {
        (id, who, words) = try (row("id"), row("who"), row("words"))
        (recordedAt, recordedBy) = try (row("recorded_at"), row("name"))
    }
}

extension Reader {
    /// What stands, the oldest first.
    func safeguarding(of person: Person.ID) throws -> [Safeguarding] {
        try all(
            """
            SELECT safeguarding.id, who, words, recorded_at, member.name
            FROM safeguarding
            JOIN member ON member.id = recorded_by
            WHERE person = \(person) AND NOT EXISTS (
                SELECT 1 FROM safeguarding_end WHERE safeguarding_end.safeguarding = safeguarding.id)
            ORDER BY recorded_at, safeguarding.id
            """
        )
    }
}

extension People {
    func safeguarding(of id: Person.ID, at now: Date = .now) async throws -> SafeguardingPage {
        try await open(id, at: now) { view in
            let told = try view.particulars(of: id)
            return try SafeguardingPage(
                person: id,
                listed: told.listed,
                standing: view.safeguarding(of: id),
                whom: view.practice(of: id).map { try view.whomToTell(at: $0, at: now) }
            )
        }
    }

    func add(_ who: Safeguarding.Who, _ words: String, to id: Person.ID, at now: Date = .now) async throws {
        let me = member.id
        try await change(id, at: now) { work in
            try work.run(
                """
                INSERT INTO safeguarding (id, person, who, words, recorded_at, recorded_by)
                VALUES (\(Safeguarding.ID(at: now)), \(id), \(who), \(words), \(now), \(me))
                """
            )
        }
    }

    /// It stays readable that it was so, and why it is no longer.
    func end(
        _ one: Safeguarding.ID,
        of id: Person.ID,
        because reason: String,
        at now: Date = .now
    ) async throws {
        let me = member.id
        try await change(id, at: now) { work in
            guard try work.has("SELECT id FROM safeguarding WHERE id = \(one) AND person = \(id)") else {
                throw Missing()
            }
            let ended = try work.run(
                """
                INSERT INTO safeguarding_end (safeguarding, reason, ended_at, ended_by)
                VALUES (\(one), \(reason), \(now), \(me))
                ON CONFLICT (safeguarding) DO NOTHING
                """
            )
            guard ended == 1 else { throw Safeguarding.Refused.ended }
        }
    }
}

extension Reader {
    fileprivate func practice(of person: Person.ID) throws -> Organisation.ID? {
        try value("SELECT practice FROM person WHERE id = \(person)")
    }
}

extension Following {
    static let safeguarding = Following("safeguarding", "note on safeguarding", "notes on safeguarding") {
        work,
        rows,
        person in
        try work.run("UPDATE safeguarding SET person = \(person) WHERE \(rows)")
    }
}

extension CasePart {
    /// In a copy of the record it can be left out: it may be of somebody else, or do harm.
    static let safeguarding = CasePart(
        record: { view, found in
            try view.passages(
                "safeguarding",
                """
                SELECT safeguarding.id, recorded_at AS at, who, words, reason
                FROM safeguarding
                LEFT JOIN safeguarding_end ON safeguarding_end.safeguarding = safeguarding.id
                WHERE person = \(found.person)
                """,
                isWorry: true
            ) { row in
                let (who, words, reason): (Safeguarding.Who, String, String?) = try (
                    row("who"), row("words"), row("reason")
                )
                return [
                    "Who may be at risk where you live": "\(who.name): \(words)",
                    "Why no longer": reason ?? "",
                ]
            }
        },
        ways: { [Place("Who is at risk where they live", "/people/\($0.person)/safeguarding")] }
    )
}
