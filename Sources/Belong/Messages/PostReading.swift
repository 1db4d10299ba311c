import Foundation
import Kernel
import Store

extension Post.Unsent: Stored {
    static let tables: SQL = """
        message
        LEFT JOIN person ON person.id = message.person
        LEFT JOIN organisation ON organisation.id = person.practice
        LEFT JOIN particulars ON particulars.person = person.id AND particulars.replaced_by IS NULL
        LEFT JOIN member AS addressee ON addressee.email = message.recipient
        LEFT JOIN outbox ON outbox.message = message.id
        LEFT JOIN dispatch ON dispatch.message = message.id AND dispatch.tried_at = (
            SELECT MAX(tried_at) FROM dispatch AS latest WHERE latest.message = message.id)
        LEFT JOIN message_printing ON message_printing.message = message.id
        """

    /// What is due and has not gone, the latest first. What was printed has gone.
    static func all(_ which: SQL, at now: Date) -> SQL {
        """
        SELECT message.id, channel, wording, message.made_at, given_name, family_name, organisation.name AS practice,
            addressee.name AS addressee, outbox.message AS outstanding, outcome, dispatch.reason,
            message_printing.asked_at,
            (SELECT MIN(role) FROM membership WHERE membership.member = addressee.id
                AND NOT EXISTS (SELECT 1 FROM membership_end WHERE membership = membership.id)) AS role
        FROM \(tables)
        WHERE \(which)
            AND message.id IN (
                SELECT message FROM outbox
                UNION SELECT message FROM dispatch WHERE outcome = 'given_up'
                UNION SELECT message FROM dispatch WHERE outcome = 'withheld')
            AND (outbox.due_at <= \(now) OR (outbox.message IS NOT NULL AND outcome IS NOT NULL)
                OR (outbox.message IS NULL AND outcome IN ('withheld', 'given_up')))
            AND NOT EXISTS (SELECT 1 FROM message_printed WHERE message_printed.message = message.id)
        ORDER BY message.made_at DESC, message.id
        LIMIT 200
        """
    }

    init(_ row: Row) throws {
        id = try row("id")
        channel = try row("channel")
        madeAt = try row("made_at")
        let wording: Message.Wording? = try row("wording")
        isForPerson = wording != nil
        to = try Self.initials(row, isForPerson: wording != nil)
        standing = try Self.standing(row)
        let asked: Date? = try row("asked_at")
        isToBePrinted = asked != nil
    }

    /// *J. M., a person at Elm Street Surgery*, *clinician, D. P.*, *a group*.
    private static func initials(_ row: Row, isForPerson: Bool) throws -> String {
        if isForPerson, let given: String = try row("given_name"), let family: String = try row("family_name")
        {
            let practice: String = try row("practice")
            return "\("\(given) \(family)".initials), a person at \(practice)"
        }
        guard let addressee: String = try row("addressee") else { return "a group" }
        let role: Role? = try row("role")
        return "\(role?.title.lowercased() ?? "a colleague"), \(addressee.initials)"
    }

    private static func standing(_ row: Row) throws -> Post.Standing {
        let (outstanding, outcome): (Message.ID?, String?) = try (row("outstanding"), row("outcome"))
        if outstanding != nil { return outcome == "failed" ? .tried : .waiting }
        let reason: String? = try row("reason")
        switch outcome {
        case "withheld":
            let channel: Message.Channel = try row("channel")
            return channel == .letter ? .letter : .withheld
        case "given_up":
            let reason = reason ?? ""
            let isTrouble = NotifyTrouble(rawValue: reason) != nil || MailTrouble(rawValue: reason) != nil
            if isTrouble { return .refused(because: reason) }
            return reason == Postman.unsafe ? .unsafe : .givenUp
        default: return .waiting
        }
    }
}

extension String {
    /// *J. M.*
    fileprivate var initials: String {
        split(separator: " ").compactMap(\.first).map { "\($0)." }.joined(separator: " ")
    }
}
