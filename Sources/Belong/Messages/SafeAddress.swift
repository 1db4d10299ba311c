import Foundation
import Kernel
import Store

/// Where a message reaches somebody without harm: the first channel that they
/// called safe and that we have an address for (hazard H05).
struct SafeAddress: Sendable, Equatable {
    let channel: Message.Channel
    let recipient: String
    /// Somebody else may read it: no service, no group, no reason.
    let isNeutral: Bool

    func message(_ subject: String, _ body: String, at now: Date) -> Message {
        Message(
            id: Message.ID(at: now),
            channel: channel,
            recipient: recipient,
            subject: subject,
            body: body,
            dueAt: now,
            wording: isNeutral ? .neutral : .open
        )
    }
}

extension Reader {
    /// There is none if nobody asked them, or if nothing written is safe.
    func safeAddress(of person: Person.ID) throws -> SafeAddress? {
        try reaching(person)?.safeAddress(of: particulars(of: person))
    }

    /// Words for somebody that were stopped, or that nobody took: what they were about, and when.
    func unsent(to person: Person.ID) throws -> [(subject: String, on: Day)] {
        try rows(
            """
            SELECT subject, tried_at
            FROM message
            JOIN dispatch ON dispatch.message = message.id
            WHERE person = \(person) AND wording IS NOT NULL AND outcome = 'given_up'
                AND NOT EXISTS (
                    SELECT 1 FROM dispatch AS later
                    WHERE later.message = message.id AND later.tried_at > dispatch.tried_at)
                AND NOT EXISTS (SELECT 1 FROM message_printed WHERE message_printed.message = message.id)
            ORDER BY tried_at DESC, id
            """
        ).map { row in try (row("subject"), Day(row("tried_at") as Date)) }
    }
}

extension Message {
    /// The same words, to where they are safe on the day they are carried: what
    /// was safe when they were written may no longer be. There is none if nowhere
    /// is safe, or if these words would now give too much away.
    func addressed(to safe: SafeAddress?) -> Message? {
        guard let wording else { return self }
        guard let safe, wording == .neutral || !safe.isNeutral else { return nil }
        var message = self
        (message.channel, message.recipient) = (safe.channel, safe.recipient)
        return message
    }
}

extension Reaching {
    /// There is none if no channel they call safe leads anywhere.
    func safeAddress(of person: Particulars) -> SafeAddress? {
        if channels.contains(.text), let phone = person.phone, phone.takesTexts {
            return SafeAddress(channel: .text, recipient: phone.description, isNeutral: isNeutral)
        }
        if channels.contains(.email), let email = person.email {
            return SafeAddress(channel: .email, recipient: email.description, isNeutral: isNeutral)
        }
        if channels.contains(.letter), let place = person.address ?? person.postcode?.description {
            return SafeAddress(
                channel: .letter,
                recipient: "\(person.fullName), \(place)",
                isNeutral: isNeutral
            )
        }
        return nil
    }
}
