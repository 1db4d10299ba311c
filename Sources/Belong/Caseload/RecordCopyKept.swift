import Foundation
import Kernel
import Store

extension Reader {
    func caseID(of copy: RecordCopy.ID) throws -> Case.ID {
        let id: Case.ID? = try value("SELECT \"case\" FROM record_copy WHERE id = \(copy)")
        guard let id else { throw Missing() }
        return id
    }

    /// The copies given before, the latest first.
    func copies(of id: Case.ID) throws -> [RecordPage.Given] {
        try rows(
            """
            SELECT record_copy.id, way, given_at, left_out, member.name
            FROM record_copy JOIN member ON member.id = given_by
            WHERE record_copy."case" = \(id) ORDER BY given_at DESC
            """
        ).map { row in
            let way: RecordCopy.Way = try row("way")
            return try RecordPage.Given(
                id: row("id"),
                on: Day(row("given_at") as Date),
                by: row("name"),
                way: way == .link ? "by a link" : "on paper",
                leftOut: row("left_out")
            )
        }
    }

    /// Who else keeps something of them, to be asked for the rest.
    func otherCases(besides found: Case) throws -> [String] {
        try rows(
            """
            SELECT member.name, organisation.name AS practice_name
            FROM "case"
            JOIN member ON member.id = \(Case.holder)
            JOIN organisation ON organisation.id = "case".practice
            WHERE "case".person = \(found.person) AND "case".id <> \(found.id)
            ORDER BY "case".opened_at
            """
        ).map { try "\($0("name") as String), \($0("practice_name") as String)" }
    }

    func recordCopy(_ copy: RecordCopy.ID) throws -> RecordCopyPage {
        let row = try rows(
            """
            SELECT given_at, left_out, given_name, family_name, member.name, organisation.name AS practice_name,
                record_copy."case"
            FROM record_copy
            JOIN "case" ON "case".id = record_copy."case"
            JOIN particulars ON particulars.person = "case".person AND particulars.replaced_by IS NULL
            JOIN organisation ON organisation.id = "case".practice
            JOIN member ON member.id = record_copy.given_by
            WHERE record_copy.id = \(copy)
            """
        ).first
        guard let row else { throw Missing() }
        let (given, family): (String, String) = try (row("given_name"), row("family_name"))
        let passages = try rows(
            "SELECT heading, said_at, words FROM record_copy_passage WHERE copy = \(copy) ORDER BY position"
        ).map { try RecordCopyPage.Line(heading: $0("heading"), at: $0("said_at"), words: $0("words")) }
        return try RecordCopyPage(
            name: "\(given) \(family)",
            givenOn: Day(row("given_at") as Date),
            by: "\(row("name") as String), link worker, \(row("practice_name") as String)",
            leftOut: row("left_out"),
            lines: passages
        )
    }
}

extension Writer {
    func keep(
        _ copy: RecordCopy.ID,
        of id: Case.ID,
        _ way: RecordCopy.Way,
        _ message: Message.ID?,
        _ passages: [Passage],
        by member: Member.ID,
        at now: Date
    ) throws {
        let shown = passages.filter { $0.hiding == nil }
        try run(
            """
            INSERT INTO record_copy (id, "case", way, message, left_out, given_at, given_by)
            VALUES (\(copy), \(id), \(way), \(message), \(passages.count - shown.count), \(now), \(member))
            """
        )
        for (position, passage) in shown.enumerated() {
            try run(
                """
                INSERT INTO record_copy_passage (copy, position, heading, said_at, words)
                VALUES (\(copy), \(position), \(passage.heading), \(passage.at), \(passage.words))
                """
            )
        }
    }

    /// A message whose words give nothing away, with a link to the copy.
    func write(
        _ copy: RecordCopy.ID,
        to found: Case,
        _ site: WebAddress,
        by member: Member.ID,
        at now: Date
    ) throws -> Message.ID {
        guard let safe = try safeAddress(of: found.person) else { throw Cases.GivingRefused.noSafeWay }
        let name = try particulars(of: found.person).givenName
        let address = try makeLink(to: .record, copy, at: now).address(at: site)
        let message = Message(
            id: Message.ID(at: now),
            channel: safe.channel,
            recipient: safe.recipient,
            subject: "What you asked for",
            body: "Hello \(name). Here is what you asked for. Open it where nobody looks on: \(address)",
            dueAt: now,
            wording: .neutral
        )
        try add(message, about: found.person, by: member, at: now)
        return message.id
    }
}
