import Foundation
import Kernel
import Store

/// One person's time with one link worker, from acceptance to closing.
struct Case: Identifiable, Sendable {
    let id: Key<Case>
    let referral: Referral.ID
    let person: Person.ID
    let practice: Organisation.ID
    /// Whoever has it now.
    let linkWorker: Member.ID
    let openedAt: Date

    init(opening referral: Referral, by acceptance: Acceptance) {
        id = Key(at: acceptance.acceptedAt)
        self.referral = referral.id
        person = referral.person
        practice = referral.practice
        linkWorker = acceptance.linkWorker
        openedAt = acceptance.acceptedAt
    }
}

extension Case {
    /// Those that are closed and not open again. `"case"` must be in the query.
    static let isClosed: SQL = """
        EXISTS (SELECT 1 FROM closing WHERE closing."case" = "case".id AND \(Closing.stands))
        """
}

extension Case: Stored {
    static let columns: SQL = """
        "case".id, "case".referral, "case".person, "case".practice, \(holder) AS link_worker,
        "case".opened_at
        """

    init(_ row: Row) throws {
        id = try row("id")
        referral = try row("referral")
        person = try row("person")
        practice = try row("practice")
        linkWorker = try row("link_worker")
        openedAt = try row("opened_at")
    }
}

extension Writer {
    func add(_ opened: Case) throws {
        let person = try hold(opened.person)
        try run(
            """
            INSERT INTO "case" (id, referral, person, practice, link_worker, opened_at)
            VALUES (\(opened.id), \(opened.referral), \(person), \(opened.practice), \(opened.linkWorker),
                \(opened.openedAt))
            """
        )
    }
}
