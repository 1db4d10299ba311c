import Foundation
import Kernel
import Store

extension Reaching {
    /// Whether any way of writing to them is safe.
    var hasWrittenWay: Bool {
        !channels.isDisjoint(with: [.text, .email, .letter])
    }
}

extension Writer {
    /// Every link that went to somebody opens nothing from now on: their invitations,
    /// their own page, what they were given a copy of (hazard H05).
    func withdrawLinks(of person: Person.ID, at now: Date) throws {
        try run(
            """
            INSERT INTO link_withdrawal (link, withdrawn_at)
            SELECT token_hash, \(now)
            FROM link
            WHERE subject IN (
                SELECT id FROM referral WHERE person = \(person)
                UNION SELECT id FROM "case" WHERE person = \(person)
                UNION SELECT record_copy.id FROM record_copy
                    JOIN "case" ON "case".id = record_copy."case"
                    WHERE "case".person = \(person))
            ON CONFLICT (link) DO NOTHING
            """
        )
    }
}
