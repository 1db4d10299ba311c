import Foundation
import Kernel
import Store

/// Words for somebody that did not go and that an administrator gave to their link
/// worker: to print, and to give to them by hand or by post where that is safe.
struct Printing: Sendable {
    let store: any Store
    let member: Member

    enum Refused: Refusal {
        case givesAway

        var sentence: String {
            "These words name the service, and somebody else may read them. Tell the person yourself instead."
        }
    }

    /// One to print.
    struct Letter: Sendable {
        let id: Message.ID
        let name: String
        let address: String?
        let subject: String
        let words: String
        let isSafeToPost: Bool
    }

    func waiting(at now: Date = .now) async throws -> [(id: Message.ID, name: String)] {
        try await store.read { view in try waiting(in: view, at: now) }
    }

    func waiting(in view: any Reader, at now: Date) throws -> [(id: Message.ID, name: String)] {
        try view.rows(
            """
            SELECT message.id, given_name, family_name
            FROM \(Self.tables)
            WHERE \(mine(at: now))
            ORDER BY message_printing.asked_at, message.id
            """
        ).map { try ($0("id"), Particulars(naming: $0).fullName) }
    }

    /// The words. That they are printed is written down first.
    func letter(_ id: Message.ID, at now: Date = .now) async throws -> Letter {
        let me = member.id
        return try await store.write { work in
            let (person, subject, words, wording) = try find(id, in: work, at: now)
            let (who, reaching) = try (work.particulars(of: person), work.reaching(person))
            guard wording == .neutral || reaching?.isNeutral == false else { throw Refused.givesAway }
            try work.log(.printed, id, about: person, by: me, at: now)
            return Letter(
                id: id,
                name: who.fullName,
                address: who.address ?? who.postcode?.description,
                subject: subject,
                words: words,
                isSafeToPost: reaching?.channels.contains(.letter) == true
            )
        }
    }

    /// It is with them, or they have been told: nothing waits any more.
    func done(_ id: Message.ID, at now: Date = .now) async throws {
        let me = member.id
        try await store.write { work in
            let person = try find(id, in: work, at: now).person
            try work.run(
                "INSERT INTO message_printed (message, printed_at, printed_by) VALUES (\(id), \(now), \(me))"
            )
            try work.log(.changed, id, about: person, by: me, at: now)
        }
    }

    /// Begins with the few that were given to be printed: SQLite keeps the order of a
    /// CROSS JOIN, and would otherwise begin with every message there ever was.
    private static let tables: SQL = """
        message_printing
        CROSS JOIN message
        JOIN person ON person.id = message.person
        JOIN particulars ON particulars.person = person.id AND particulars.replaced_by IS NULL
        """

    private func find(
        _ id: Message.ID,
        in view: any Reader,
        at now: Date
    ) throws -> (person: Person.ID, subject: String, words: String, wording: Message.Wording?) {
        let row = try view.rows(
            """
            SELECT message.person, subject, body, wording
            FROM \(Self.tables)
            WHERE message.id = \(id) AND \(mine(at: now))
            """
        ).first
        guard let row else { throw Missing() }
        return try (row("person"), row("subject"), row("body"), row("wording"))
    }

    /// Of whoever holds their case; where there is none yet, of the link workers of their practice.
    private func mine(at now: Date) -> SQL {
        let cases = Cases(store: store, member: member)
        return """
            (message.id = message_printing.message
            AND NOT EXISTS (SELECT 1 FROM message_printed WHERE message_printed.message = message.id)
            AND (EXISTS (SELECT 1 FROM "case" WHERE "case".person = person.id AND \(cases.mine(at: now)))
                OR (NOT EXISTS (SELECT 1 FROM "case" WHERE "case".person = person.id)
                    AND person.practice IN (
                        SELECT practice FROM placement
                        WHERE link_worker = \(member.id) AND \(Placement.current(on: Day(now)))))))
            """
    }
}
